// SPDX-License-Identifier: Apache-2.0
#include "ui/import/importwizard.h"

#include "ui/import/columnspage.h"
#include "ui/import/destinationpage.h"
#include "ui/import/filespage.h"
#include "ui/import/problemspage.h"
#include "ui/import/readoptionsdialog.h"
#include "ui/import/resultpage.h"
#include "ui/prompts.h"
#include "ui/theme/elencostyle.h"
#include "ui/widgets/edgebar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pressguard.h"
#include "ui/widgets/steplist.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Elenco {

ImportWizard::ImportWizard(AddressBook &addressBook, Prompts &prompts, const QString &region,
                           const QList<ContactList> &lists, ListId list, QWidget *parent)
    : QDialog(parent),
      m_prompts(prompts),
      m_session(addressBook, region),
      m_filesPage(new FilesPage(m_session, prompts)),
      m_pages(new QStackedWidget),
      m_steps(new StepList),
      m_description(new ElidedLabel({}, TextSize::Body, Ink::Muted)),
      m_notice(new Notice),
      m_change(new QPushButton(tr("Change…"))),
      m_cancel(new QPushButton),
      m_back(new QPushButton(tr("&Back"))),
      m_next(new QPushButton(tr("&Next"))),
      m_guard(new PressGuard(this))
{
    setWindowTitle(tr("Import contacts"));
    setMinimumSize(760, 400); // the pages scroll
    m_description->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_description->setElideMode(Qt::ElideMiddle);
    auto *head = new EdgeBar(Qt::BottomEdge);
    head->setFixedHeight(48);
    auto *headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(12, 0, 12, 0);
    headLayout->addWidget(new Label(tr("Import contacts"), TextSize::Heading));
    headLayout->addWidget(m_description, 1);
    headLayout->addWidget(m_change);

    for (ImportPage *each : std::initializer_list<ImportPage *>{
             m_filesPage, new ColumnsPage(m_session), new ProblemsPage(m_session),
             new DestinationPage(m_session, lists, list), new ResultPage(m_session, prompts)}) {
        m_pages->addWidget(each);
        connect(each, &ImportPage::completeChanged, this, &ImportWizard::refresh);
    }
    QStringList titles;
    for (int i = 0; i < m_pages->count(); ++i)
        titles.append(page(static_cast<Step>(i))->title());
    m_steps->setSteps(titles);
    auto *side = new EdgeBar(Qt::RightEdge);
    side->setFixedWidth(200);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->addWidget(m_steps, 0, Qt::AlignTop);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(16, 0, 16, 0);
    notice->addWidget(m_notice);
    content->addLayout(notice);
    content->addWidget(m_pages, 1);
    m_notice->hide();
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(side);
    middle->addLayout(content, 1);

    auto *foot = new EdgeBar(Qt::TopEdge);
    foot->setFixedHeight(56);
    auto *footLayout = new QHBoxLayout(foot);
    footLayout->setContentsMargins(16, 0, 16, 0);
    footLayout->setSpacing(8);
    footLayout->addWidget(m_cancel);
    footLayout->addStretch();
    footLayout->addWidget(m_back);
    footLayout->addWidget(m_next);
    setButtonKind(m_next, ButtonKind::Primary);
    m_next->setDefault(false);
    for (QPushButton *button : {m_cancel, m_back, m_next, m_change}) {
        button->setAutoDefault(false); // Return belongs to the fields and menus of the pages
        m_guard->watch(button);
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addLayout(middle, 1);
    layout->addWidget(foot);

    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    connect(m_change, &QPushButton::clicked, this, &ImportWizard::changeReading);
    connect(m_steps, &StepList::stepChosen, this, [this](int step) {
        if (step < this->step() && this->step() != Outcome)
            showStep(static_cast<Step>(step));
    });
    connect(&m_session, &ImportSession::sourceChanged, this, [this] {
        if (std::exchange(m_goesOnAfterReading, false))
            showStep(Columns);
        refresh();
    });
    connect(&m_session, &ImportSession::stateChanged, this, &ImportWizard::refresh);
    connect(&m_session, &ImportSession::failed, this, [this](const Error &error) {
        m_prompts.showError(this, tr("The file could not be imported"), error);
        if (m_session.state() == ImportSession::State::Idle)
            showStep(Files);
        refresh();
    });
    refresh();
}

// Children go after members: the pages, which look at the session to their end, would find none.
ImportWizard::~ImportWizard()
{
    m_session.disconnect();
    for (int i = 0; i < m_pages->count(); ++i)
        m_pages->widget(i)->disconnect(this); // what is emptied has no news for anybody
    delete m_pages;
}

ImportPage *ImportWizard::page(Step step) const
{
    return static_cast<ImportPage *>(m_pages->widget(step));
}

ImportWizard::Step ImportWizard::step() const
{
    return static_cast<Step>(m_pages->currentIndex());
}

void ImportWizard::importFiles(const QStringList &paths)
{
    m_goesOnAfterReading = step() == Files;
    m_filesPage->addFiles(paths);
}

void ImportWizard::chooseFiles()
{
    m_goesOnAfterReading = true;
    m_filesPage->chooseFiles();
}

void ImportWizard::resume(const ImportRun &run)
{
    m_goesOnAfterReading = true;
    m_session.resume(run);
}

void ImportWizard::showStep(Step step)
{
    m_guard->noteNewMeaning();
    m_pages->setCurrentIndex(step);
    m_steps->setCurrent(step);
    page(step)->enter();
    refresh();
}

void ImportWizard::next()
{
    page(step())->leave();
    switch (step()) {
    case Files: showStep(Columns); break;
    case Columns: showStep(isToReview() ? Problems : Destination); break;
    case Problems: showStep(Destination); break;
    case Destination: commit(); break;
    case Outcome: {
        m_filesPage->markDone(m_session.source().path);
        const QString nextFile = m_filesPage->nextFile();
        if (nextFile.isEmpty()) {
            accept();
            break;
        }
        showStep(Files);
        importFiles({});
        break;
    }
    }
}

// More than the account has room for is no reason not to import: people stay here anyway. It is one to know of before.
void ImportWizard::commit()
{
    const auto begin = [this] {
        showStep(Outcome);
        m_session.commit();
    };
    const qint64 without = m_session.withoutRoom();
    if (without == 0)
        return begin();
    const QLocale locale;
    const QString left = locale.toString(m_session.room()->left);
    const Question question{.title = tr("The account has no room for %1").arg(contactCount(without)),
                            .text =
                                tr("It takes %1 more, and %2 are new. Whoever has no room stays on this computer and "
                                   "is sent when there is some.")
                                    .arg(left, locale.toString(m_session.ledger().count(RowFate::New))),
                            .accept = tr("Import all the same")};
    m_prompts.ask(this, question, [this, begin](bool isWanted) {
        if (isWanted && step() == Destination && m_session.state() == ImportSession::State::Ready)
            begin();
    });
}

bool ImportWizard::isToReview() const
{
    return m_session.ledger().count(RowFate::Invalid) > 0 || m_session.duplicates().calledOtherwise > 0;
}

void ImportWizard::back()
{
    if (step() == Destination && !isToReview())
        showStep(Columns);
    else if (step() > Files)
        showStep(static_cast<Step>(step() - 1));
}

void ImportWizard::refresh()
{
    const ImportSession::State state = m_session.state();
    const bool isCommitting = state == ImportSession::State::Committing, isDone = state == ImportSession::State::Done;
    const bool hasFile = state != ImportSession::State::Idle && state != ImportSession::State::Examining;
    m_description->setText(hasFile ? headLine() : QString());
    m_change->setVisible(hasFile && m_session.canReadAgain() && step() < Outcome);
    showFileState(hasFile && step() < Outcome);
    m_steps->setGoingBackAllowed(!isCommitting && !isDone);
    m_back->setVisible(step() != Files && !isDone);
    m_back->setEnabled(!isCommitting);
    const bool isMoreToCome = !m_filesPage->nextFile().isEmpty();
    m_cancel->setText(isDone ? tr("&Close") : tr("&Cancel")); // done, one may still leave the other files alone
    m_cancel->setVisible(!isDone || isMoreToCome);
    m_next->setEnabled(page(step())->isComplete());
    switch (step()) {
    case Files:
    case Columns:
    case Problems: m_next->setText(tr("&Next")); break;
    case Destination: m_next->setText(importText()); break;
    case Outcome: m_next->setText(isMoreToCome ? tr("&Next file") : tr("&Close")); break;
    }
}

// "clienti.csv · file 2 of 3 · 12 kB · UTF-8 · semicolon"
QString ImportWizard::headLine() const
{
    QStringList parts{m_session.fileName()};
    if (m_filesPage->fileCount() > 1)
        parts += tr("file %1 of %2").arg(m_filesPage->fileNumber()).arg(m_filesPage->fileCount());
    if (m_session.source().description.size > 0)
        parts += describeFile(m_session.source().description);
    return parts.join(QStringLiteral(" · "));
}

QString ImportWizard::importText() const
{
    const qint64 imported = m_session.ledger().imported(), joining = m_session.joining();
    return imported == 0 && joining > 0 ? tr("&Add %n contact(s) to the lists", nullptr, static_cast<int>(joining))
                                        : tr("&Import %n contact(s)", nullptr, static_cast<int>(imported));
}

void ImportWizard::showFileState(bool isAsked)
{
    using State = ImportSettings::FileState;
    const State state = isAsked ? m_session.fileState() : State::Same;
    if (state == State::Same)
        m_notice->hide();
    else if (state == State::Changed)
        m_notice->show(tr("The file was changed since it was read. What is imported is what was read then; “Change…” "
                          "reads the file anew."),
                       Tone::Warn, Icon::Warning);
    else
        m_notice->show(tr("The file is not there any more. What was read of it can be imported, as it is matched now."),
                       Tone::Warn, Icon::Warning);
}

void ImportWizard::changeReading()
{
    auto *dialog = new ReadOptionsDialog(m_session.source().description, m_session.source().options, this);
    connect(dialog, &ReadOptionsDialog::optionsChosen, this, [this](const ReadOptions &options) {
        m_goesOnAfterReading = true;
        m_session.setReadOptions(options);
    });
    dialog->open();
}

// While the import runs, Cancel and Escape stop it and stay here to say so; otherwise they leave, and nothing was
// imported. What was matched, mended and chosen is kept.
void ImportWizard::reject()
{
    if (m_session.state() == ImportSession::State::Committing) {
        m_session.cancel();
        return;
    }
    const QString file = m_session.fileName();
    if (m_session.leave())
        Q_EMIT kept(file);
    QDialog::reject();
}

} // namespace Elenco
