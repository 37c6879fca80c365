// SPDX-License-Identifier: Apache-2.0
#include "tests/support/windowbench.h"

#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/require.h"
#include "ui/contacts/contactspane.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPixmap>
#include <QPushButton>
#include <QTest>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// Everything that a mapping, an editor or an inspector may meet in an Italian shop's export.
QByteArray shopFile(int people)
{
    constexpr std::array firstNames{"Niccolò", "Giulia", "Zoë", "Anna", "Marco", "Łucja"};
    constexpr std::array lastNames{"D'Amico", "De Luca", "Rossi", "Bianchi", "Dell'Acqua"};
    constexpr std::array cities{"Milano", "Forlì", "Cantù", "Reggio nell'Emilia", "L'Aquila"};
    QByteArray content("\xef\xbb\xbfNome;Cognome;Cellulare;E-mail;Città;Provincia;Codice cliente;Speso;Ultimo "
                       "acquisto;Consenso marketing;Punti fedeltà;kind;Tag;Note\r\n");
    for (int i = 0; i < people; ++i) {
        const auto at = [i](const auto &words) { return QByteArray(words[static_cast<size_t>(i) % words.size()]); };
        const QByteArray number = i % 23 == 7    ? QByteArray("02 4801%1").replace("%1", QByteArray::number(1000 + i))
                                  : i % 31 == 11 ? QByteArray()
                                                 : "+39 347 " + QByteArray::number(5000000 + i);
        content += at(firstNames) + ';' + at(lastNames) + ';' + number + ";persona" + QByteArray::number(i) +
                   "@example.it;" + at(cities) + ";MI;C" + QByteArray::number(10000 + i) + ";\"" +
                   QByteArray::number(i * 37 % 9000) + ",5\";" + QByteArray::number(i % 28 + 1) + '/' +
                   QByteArray::number(i % 12 + 1) + "/2026;" + (i % 3 ? "sì" : "no") + ';' +
                   QByteArray::number(i * 10) + ";casa;" + (i % 4 ? "newsletter" : "vip, fiera 2025") +
                   ";\"riga uno\nriga due\"\r\n";
    }
    return content;
}

} // namespace

void populate(TestWorkspace &workspace, int people)
{
    workspace.import(u"negozio.csv"_s, shopFile(people),
                     {DuplicateStrategy::Skip, {u"Negozio di Bari"_s, u"Newsletter"_s}, {u"negozio"_s}, false});
    workspace.import(u"rubrica.csv"_s, "Nome;Cellulare;Data tessera\nEva Sola;+39 340 1112223;05/03/2026\n",
                     {DuplicateStrategy::Skip, {u"Tessere"_s}, {}, false});
    Journal journal(*workspace);
    const std::vector<ContactId> all = workspace.ids();
    const std::vector<ContactId> some(all.begin(), all.begin() + std::min<qsizetype>(12, qsizetype(all.size())));
    require(journal.addTags(some, {u"da richiamare"_s}));
}

WindowBench::WindowBench(Book kind, Appearance appearance, Prompts *prompts)
    : settings(workspace.path(u"settings.ini"_s), QSettings::IniFormat), theme(*qApp, appearance)
{
    if (kind == Book::Populated)
        populate(workspace);
    workspace.close();
    settings.setValue(u"import/region"_s, u"IT"_s);
    book = std::make_unique<OpenAddressBook>(require(openWorkspace(workspace.path(u"test.elenco"_s))));
    Prompts &asked = prompts ? *prompts : scripted;
    window = std::make_unique<MainWindow>(*book, asked, theme, settings);
    desk = std::make_unique<ImportDesk>(*book, asked, settings, window.get());
    QObject::connect(window.get(), &MainWindow::importRequested, desk.get(), &ImportDesk::import);
    QObject::connect(window.get(), &MainWindow::pasteRequested, desk.get(), &ImportDesk::paste);
}

WindowBench::~WindowBench() = default;

void WindowBench::show(const QSize &size)
{
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()) ||
        !QTest::qWaitFor([this] { return !window->contacts().model().isLoading(); }))
        qFatal("no window");
}

bool WindowBench::isReady(ImportWizard::Step step) const
{
    return desk->wizard() && desk->wizard()->step() == step &&
           desk->wizard()->session().state() == ImportSession::State::Ready;
}

ImportWizard &WindowBench::openWizard(const QStringList &files)
{
    window->importFiles(files);
    if (!QTest::qWaitFor([this] { return isReady(ImportWizard::Columns); }, 20000))
        qFatal("the wizard did not come to its columns");
    return *desk->wizard();
}

QPushButton *WindowBench::button(const QWidget &parent, const QString &text)
{
    const auto buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->isEnabled() && button->text().remove(u'&').startsWith(text))
            return button;
    }
    return nullptr;
}

void WindowBench::paint(QWidget &widget)
{
    QTest::qWait(0);
    QVERIFY(!widget.grab().isNull());
}

QStringList WindowBench::findingsAfterClosing()
{
    desk.reset();
    window.reset();
    book.reset();
    workspace.reopen();
    return require(checkWorkspace(*workspace));
}

qint64 WindowBench::count(const QString &query)
{
    const auto order = ContactQueries(book->workspace()).order({parseFilter(query), {}});
    return order ? qint64((*order)->size()) : -1;
}

} // namespace Elenco
