// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "core/filter/scopes.h"
#include "models/contacts/contactdrag.h"
#include "models/lists/sidebarmodel.h"
#include "sync/run/syncengine.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/export/contactexports.h"
#include "ui/homeregion.h"
#include "ui/inspector/inspector.h"
#include "ui/prompts.h"
#include "ui/screenfit.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/drophint.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/commandpalette.h"
#include "ui/window/contactcommands.h"
#include "ui/window/contactediting.h"
#include "ui/window/focuskeys.h"
#include "ui/window/historydialog.h"
#include "ui/window/statusline.h"
#include "ui/window/toolbar.h"
#include "ui/window/undocontroller.h"
#include "ui/words.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {
const QString sideBarKey = u"window/sidebar"_s, inspectorKey = u"window/inspector"_s;
}

MainWindow::MainWindow(AddressBook &addressBook, Prompts &prompts, Theme &theme, QSettings &settings)
    : m_addressBook(addressBook),
      m_prompts(prompts),
      m_settings(settings),
      m_actions(new Actions(this)),
      m_status(new StatusLine),
      m_sidebarModel(new SidebarModel(addressBook, this))
{
    setWindowTitle(tr("Elenco"));
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu); // the tool bar is not to be hidden by accident
    buildPanes();
    buildToolBar();
    m_commands = new ContactCommands(addressBook, m_pane->selection(), prompts, *m_status, this);
    m_exports = new ContactExports(addressBook, m_pane->selection(), prompts, *m_status, settings, this);
    m_editing =
        new ContactEditing(addressBook, *m_commands, *m_status, numberJudge(homeRegion(settings).toStdString()), this);
    m_keys = new FocusKeys(*m_actions, *m_sidebar, m_pane->table(), this);
    m_undo = new UndoController(addressBook, *m_actions, *m_status, this);
    bindActions(theme);
    m_actions->fill(menuBar());
    connectParts();
    restoreState_();
    showScope(everybody());
    showSelection();
    m_pane->table().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes()
{
    m_sidebar = new SidebarView(*m_sidebarModel);
    m_pane = new ContactsPane(m_addressBook, m_settings);
    m_inspector = new Inspector(m_addressBook, m_pane->selection(), *m_sidebarModel);
    m_dropHint = new DropHint(m_pane);
    m_splitter = new QSplitter;
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setSizes({236, 836, 288});
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_status);
    setCentralWidget(central);
    setMinimumSize(760, 400);
}

void MainWindow::addBar(QWidget *bar)
{
    auto *layout = static_cast<QVBoxLayout *>(centralWidget()->layout());
    layout->insertWidget(layout->count() - 1, bar);
}

void MainWindow::buildToolBar()
{
    auto *bar = new ToolBar;
    m_search = &bar->search();
    connect(bar, &ToolBar::importRequested, this, &MainWindow::chooseFiles);
    connect(bar, &ToolBar::listMenuRequested, this, &MainWindow::fillListMenu);
    connect(bar, &ToolBar::exportMenuRequested, this, &MainWindow::fillExportMenu);
    connect(&m_pane->selection(), &ContactSelection::contactsChanged, bar,
            [this, bar] { bar->setAddToListEnabled(m_pane->selection().count() > 0); });
    addToolBar(bar);
}

void MainWindow::bindActions(Theme &theme)
{
    const auto bind = [this](ActionId id, auto what) { return m_actions->bind(id, this, std::function<void()>(what)); };
    bind(ActionId::Import, [this] { chooseFiles(); });
    bind(ActionId::PasteContacts, [this] { Q_EMIT pasteRequested(currentList().id); });
    bind(ActionId::Quit, [this] { close(); });
    bind(ActionId::Copy, [this] { m_commands->copy(m_pane->table().header()->shownColumns()); });
    bind(ActionId::SelectAll, [this] {
        if (!m_pane->selection().isAll())
            m_pane->selection().toggleAll();
    });
    bind(ActionId::Find, [this] {
        m_search->edit()->setFocus(Qt::ShortcutFocusReason);
        m_search->edit()->selectAll();
    });
    bind(ActionId::CommandPalette, [this] {
        QList<QAction *> actions = m_actions->available();
        actions.removeOne(m_actions->action(ActionId::CommandPalette));
        (new CommandPalette(actions, this))->open();
    });
    bind(ActionId::ChooseColumns, [this] { m_pane->chooseColumns(); });
    bind(ActionId::NewContact, [this] { m_editing->newContact(currentList().id); });
    bind(ActionId::EditContact, [this] { editContact(); });
    bind(ActionId::DeleteContacts, [this] { m_commands->deleteContacts(); });
    bind(ActionId::NewList, [this] { m_commands->newList(false); });
    bind(ActionId::RenameList, [this] { m_commands->renameList(currentList()); });
    bind(ActionId::DeleteList, [this] { m_commands->deleteList(currentList()); });
    bind(ActionId::AddTag, [this] {
        m_inspector->show();
        m_inspector->startAddingTag();
    });
    bind(ActionId::RemoveFromList, [this] { m_commands->removeFromList(currentList()); });
    bind(ActionId::ShowHistory, [this] {
        auto *dialog = new HistoryDialog(m_addressBook, this);
        connect(dialog, &HistoryDialog::undoRequested, m_undo, &UndoController::undo);
        connect(dialog, &HistoryDialog::failed, this, &MainWindow::showError);
        dialog->open();
    });
    const auto bindShown = [this](ActionId id, QWidget *widget) {
        m_actions->bind(id, this, std::function<void(bool)>([widget](bool shown) { widget->setVisible(shown); }))
            ->setChecked(true);
    };
    bindShown(ActionId::ShowSideBar, m_sidebar);
    bindShown(ActionId::ShowInspector, m_inspector);
    for (auto [id, appearance] : {std::pair{ActionId::AppearanceSystem, Appearance::System},
                                  std::pair{ActionId::AppearanceLight, Appearance::Light},
                                  std::pair{ActionId::AppearanceDark, Appearance::Dark}}) {
        m_actions
            ->bind(id, this, std::function<void(bool)>([this, &theme, appearance = appearance](bool) {
                       theme.setAppearance(appearance);
                       m_settings.setValue(u"appearance"_s, int(appearance));
                   }))
            ->setChecked(theme.appearance() == appearance);
    }
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &SidebarView::scopeChosen, this, &MainWindow::showScope);
    connect(m_sidebar, &SidebarView::newListRequested, this, [this] { m_commands->newList(false); });
    connect(m_sidebar, &SidebarView::filesDraggedOver, this, &MainWindow::showDropHint);
    connect(m_sidebar, &SidebarView::dragEnded, m_dropHint, &QWidget::hide);
    connect(m_sidebarModel, &SidebarModel::filesDropped, this, &MainWindow::importFiles);
    connect(m_sidebarModel, &SidebarModel::contactsDropped, m_commands,
            qOverload<const std::vector<ContactId> &, const ContactList &>(&ContactCommands::addToList));
    connect(m_sidebarModel, &SidebarModel::failed, this,
            [this](const Error &error) { showError(tr("The lists could not be read."), error); });
    connect(&m_addressBook, &AddressBook::commandFailed, this,
            [this](const Error &error) { showError(tr("A change could not be saved."), error); });
    connect(m_sidebarModel, &QAbstractItemModel::dataChanged, this, [this] {
        // Counts came, a list was made or renamed: the entry and the title follow.
        const Filter scope = m_pane->scope();
        if (m_sidebarModel->rowOf(scope) < 0) // it is gone
            showScope(everybody());
        m_sidebar->setScope(m_pane->scope());
        m_pane->setScopeTitle(m_sidebarModel->title(m_pane->scope()));
    });

    connect(m_search, &SearchField::changed, this, [this] { m_pane->setSearch(m_search->tokens(), m_search->text()); });
    m_search->setTokenRule([this](const QString &word) {
        const QString text = m_search->text().left(m_search->edit()->cursorPosition() - 1);
        return conditionAtEnd(text, m_pane->vocabulary()) == text.size() - word.size();
    });
    connect(m_pane, &ContactsPane::searchRead, this, [this](const SearchReading &reading) {
        QList<SearchField::Mark> marks;
        for (const FilterProblem &problem : reading.problems)
            marks.append({problem.position, problem.length});
        m_search->setMarks(marks, reading.tokenProblems, reading.sentence());
    });
    connect(m_search, &SearchField::submitted, this, [this] { m_pane->table().setFocus(); });
    connect(m_pane, &ContactsPane::tokenRemoved, this, [this](int index) {
        QStringList tokens = m_search->tokens();
        tokens.removeAt(index);
        m_search->setTokens(tokens);
    });
    connect(m_pane, &ContactsPane::conditionRequested, this, [this](const QString &beginning) {
        m_search->setText((m_search->text().trimmed() + u' ' + beginning).trimmed());
        m_search->edit()->setFocus();
    });
    connect(m_pane, &ContactsPane::searchCleared, m_search, &SearchField::clear);
    connect(m_pane, &ContactsPane::importRequested, this, &MainWindow::chooseFiles);
    connect(m_pane, &ContactsPane::failed, this,
            [this](const Error &error) { showError(tr("The contacts could not be read."), error); });
    connect(m_pane, &ContactsPane::shown, this, [this] {
        showSelection();
        showCreated();
        if (!m_hasLoaded && !m_pane->model().isLoading()) {
            m_hasLoaded = true;
            Q_EMIT loaded();
        }
    });
    connect(&m_pane->selection(), &ContactSelection::contactsChanged, this, &MainWindow::showSelection);

    m_pane->table().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_pane->table(), &QWidget::customContextMenuRequested, this, &MainWindow::openContactMenu);
    connect(&m_pane->table(), &QAbstractItemView::doubleClicked, this, &MainWindow::editContact);
    m_sidebar->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_sidebar, &QWidget::customContextMenuRequested, this, &MainWindow::openListMenu);
    connect(m_inspector, &Inspector::tagsAdded, m_commands, &ContactCommands::addTags);
    connect(m_inspector, &Inspector::tagRemoved, m_commands, &ContactCommands::removeTag);
    connect(m_inspector, &Inspector::listAdded, m_commands,
            qOverload<const ContactList &>(&ContactCommands::addToList));
    connect(m_inspector, &Inspector::listRemoved, m_commands, &ContactCommands::removeFromList);
    connect(m_inspector, &Inspector::newListRequested, this, [this] { m_commands->newList(true); });
    connect(m_inspector, &Inspector::failed, this,
            [this](const Error &error) { showError(tr("The contact could not be read."), error); });
    connect(m_commands, &ContactCommands::failed, this, &MainWindow::showError);
    connect(m_exports, &ContactExports::failed, this, &MainWindow::showError);
    connect(m_editing, &ContactEditing::failed, this, &MainWindow::showError);
    connect(m_editing, &ContactEditing::created, this, [this](ContactId id) {
        m_created = id;
        showCreated();
    });
    connect(m_undo, &UndoController::failed, this, &MainWindow::showError);
}

void MainWindow::setSearch(const QString &text)
{
    const SearchParts parts = SearchParts::of(text, m_pane->vocabulary());
    m_search->setTokens(parts.tokens);
    m_search->setText(parts.text);
}

void MainWindow::importFiles(const QStringList &paths, ListId list)
{
    if (!paths.isEmpty())
        Q_EMIT importRequested(paths, list);
}

void MainWindow::sayImportKept(const QString &fileName)
{
    m_status->showMessage(tr("The import of %1 is kept: the next import offers to go on with it.").arg(fileName));
}

void MainWindow::chooseFiles()
{
    const FileRequest request{tr("Import contacts"), contactFileFilters()};
    m_prompts.chooseFiles(this, request, [this](const QStringList &paths) { importFiles(paths, currentList().id); });
}

ContactList MainWindow::currentList() const
{
    return m_sidebarModel->list(m_pane->scope());
}

void MainWindow::editContact()
{
    if (m_pane->selection().count() == 1)
        m_editing->edit(m_pane->selection().ids().front());
}

void MainWindow::showCreated()
{
    const int row = m_created.isValid() ? m_pane->model().rowOf(m_created) : -1;
    if (row < 0 && m_pane->model().isLoading())
        return; // it may be among the rows that come
    m_created = {};
    if (row < 0) // a search hides it
        return;
    // Not selectRow(), which looks at the keys that are held down.
    m_pane->selection().setCurrentIndex(m_pane->model().index(row, 0),
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void MainWindow::showScope(const Filter &scope)
{
    m_sidebar->setScope(scope);
    m_pane->showScope(scope, m_sidebarModel->title(scope));
    showSelection();
}

void MainWindow::showSelection()
{
    const qint64 selected = m_pane->selection().count();
    m_status->setSelection(
        selected > 0 ? tr("%1 of %2 selected").arg(numberText(selected), numberText(m_pane->model().rowCount()))
                     : QString());
    m_actions->setEnabled(ActionId::Copy, selected > 0);
    m_actions->setEnabled(ActionId::AddTag, selected > 0);
    m_actions->setEnabled(ActionId::EditContact, selected == 1);
    m_actions->setEnabled(ActionId::DeleteContacts, selected > 0);
    const bool showsList = currentList().id.isValid();
    for (ActionId id : {ActionId::RenameList, ActionId::DeleteList})
        m_actions->setEnabled(id, showsList);
    m_actions->setEnabled(ActionId::RemoveFromList, selected > 0 && showsList);
    m_keys->setShowsList(showsList);
}

void MainWindow::showError(const QString &title, const Error &error)
{
    // Of these the person is told once, with the way out (ui/rescue/rescuedesk.h).
    if (error.kind == ErrorKind::Damaged || error.kind == ErrorKind::Gone)
        return;
    m_prompts.showError(isVisible() ? this : nullptr, title, error); // what was asked for may end after the window
}

void MainWindow::showDropHint(const QStringList &paths, const QString &list)
{
    const QString what =
        paths.size() == 1 ? QFileInfo(paths.first()).fileName() : tr("%1 files").arg(numberText(paths.size()));
    m_dropHint->showText(list.isEmpty() ? tr("Drop to import") : tr("Drop to import into “%1”").arg(list), what);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList files = draggedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    showDropHint(files, currentList().name);
    event->setDropAction(Qt::CopyAction); // file managers propose to move; Elenco only reads
    event->accept();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropHint->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    importFiles(draggedFiles(event->mimeData()), currentList().id);
}

void MainWindow::restoreState_()
{
    resizeToFit(*this, {1360, 850});
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    m_splitter->restoreState(m_settings.value(u"window/splitter"_s).toByteArray());
    // A splitter does not keep what was hidden by a menu.
    for (auto [id, pane, key] : {std::tuple<ActionId, QWidget *, QString>{ActionId::ShowSideBar, m_sidebar, sideBarKey},
                                 {ActionId::ShowInspector, m_inspector, inspectorKey}}) {
        const bool isShown = m_settings.value(key, true).toBool();
        pane->setVisible(isShown);
        m_actions->action(id)->setChecked(isShown);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/splitter"_s, m_splitter->saveState());
    m_settings.setValue(sideBarKey, !m_sidebar->isHidden());
    m_settings.setValue(inspectorKey, !m_inspector->isHidden());
    Q_EMIT closing(frameGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace Elenco
