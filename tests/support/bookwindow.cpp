// SPDX-License-Identifier: Apache-2.0
#include "tests/support/bookwindow.h"

#include "core/filter/scopes.h"
#include "store/contacts/contactquery.h"
#include "store/contacts/lists.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTest>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr char people[] = "Nome;Cognome;Telefono;Email;Città;Speso;Ultimo acquisto;Tag;Codice cliente\n"
                          "Giulia;Rossi;+39 340 1234567;giulia.rossi@example.it;Milano;6800,50;15/03/2025;vip;7\n"
                          "Nicolò;D'Angelo;+39 347 2201188;nicolo@example.it;Roma;12,00;;;8\n"
                          "Elena;Rossato;+39 02 48012233;elena@example.it;Milano;1250;01/02/2026;vip;9\n"
                          "Sara;Bianchi;+39 347 5550192;sara@example.it;Torino;;;newsletter;10\n"
                          "Anna;Rossi;+39 349 7710042;;Legnano;90;;;11\n";

} // namespace

BookWindow::BookWindow(int more)
    : settings(m_files.path(u"settings.ini"_s), QSettings::IniFormat), theme(*qApp, Appearance::Light)
{
    m_files.import(u"clienti.csv"_s, QByteArray(people), {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
    if (more > 0)
        m_files.import(u"altri.csv"_s, csvFile({more, 0, 0, 0}));
    if (!Journal(*m_files).createList(u"Estate"_s))
        qFatal("no list");
    m_files.close();
    open();
}

BookWindow::~BookWindow()
{
    m_gate.release(100);
}

void BookWindow::open()
{
    auto workspace = openWorkspace(m_files.path(u"test.elenco"_s));
    if (!workspace)
        qFatal("no workspace");
    book = std::make_unique<OpenAddressBook>(std::move(*workspace));
    window = std::make_unique<MainWindow>(*book, prompts, theme, settings);
    window->resize(1360, 850);
    window->show();
    const auto hasCustomFields = [this] { // their columns come a moment later, and the rows anew with them
        const QList<ContactColumn> &columns = window->contacts().model().columns();
        return std::any_of(columns.begin(), columns.end(),
                           [](const ContactColumn &column) { return column.kind == ContactColumn::Kind::Custom; });
    };
    if (!QTest::qWaitForWindowActive(window.get()) || !QTest::qWaitFor(hasCustomFields) ||
        !QTest::qWaitFor([this] { return rows() > 0 && !window->contacts().model().isLoading(); }) ||
        !QTest::qWaitFor([this] { return !window->contacts().model().index(0, 0).data().toString().isEmpty(); }))
        qFatal("no window");
}

void BookWindow::restart()
{
    window.reset();
    book.reset();
    open();
}

void BookWindow::holdUp()
{
    book->writer().start([this] { m_gate.acquire(); });
}

int BookWindow::rows() const
{
    return window->contacts().model().rowCount();
}

QStringList BookWindow::names() const
{
    QStringList result;
    for (int row = 0; row < rows(); ++row)
        result += window->contacts().model().index(row, 0).data().toString();
    return result;
}

void BookWindow::selectName(const QString &name)
{
    // Rows that are read anew at that moment take the selection with them.
    const auto isSelected = [&] {
        const int row = int(names().indexOf(name));
        if (row >= 0 && window->contacts().selection().count() != 1)
            window->contacts().selection().setCurrentIndex(window->contacts().model().index(row, 0),
                                                           QItemSelectionModel::ClearAndSelect |
                                                               QItemSelectionModel::Rows);
        return row >= 0 && window->actions().action(ActionId::EditContact)->isEnabled();
    };
    if (!QTest::qWaitFor(isSelected))
        qFatal("no such person");
}

qint64 BookWindow::count(const QString &filter)
{
    const auto order = ContactQueries(book->workspace()).order({parseFilter(filter), {{u"name"_s, false}}});
    return order ? qint64((*order)->size()) : -1;
}

qint64 BookWindow::members(const QString &name)
{
    const auto found = findList(book->workspace(), name);
    return found ? found->count : -1;
}

void BookWindow::showList(const QString &name)
{
    window->showScope(membersOf(findList(book->workspace(), name)->id));
    if (!QTest::qWaitFor([this] { return !window->contacts().model().isLoading(); }))
        qFatal("no list");
}

void typeText(QWidget *widget, const QString &text)
{
    for (QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)),
            release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(widget, &press);
        QApplication::sendEvent(widget, &release);
    }
}

} // namespace Elenco
