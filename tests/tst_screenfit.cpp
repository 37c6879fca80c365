// SPDX-License-Identifier: Apache-2.0
#include "tests/support/contactfiles.h"
#include "tests/support/smallscreen.h"
#include "tests/support/windowbench.h"
#include "ui/contacts/columnchooser.h"
#include "ui/contacts/columnlayout.h"
#include "ui/contacts/contacteditor.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/import/newfielddialog.h"
#include "ui/import/readoptionsdialog.h"
#include "ui/screenfit.h"
#include "ui/window/commandpalette.h"
#include "ui/window/historydialog.h"

#include <QApplication>
#include <QScreen>
#include <QTest>
#include <QTranslator>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char customers[] = "Nome;Cognome;Cellulare;E-mail;Città;Codice cliente;Speso;Ultimo acquisto;Altezza;Nato\n"
                             "Aldo;Conti;+39 347 7700001;aldo@example.it;Milano;C1;1.200,50;03/02/2026;180;1980\n"
                             "Bice;Greco;32012;bice@example.it;Forlì;C2;5;13/02/2026;165;1990\n";

/// The texts of a language for as long as it lives.
class Language
{
public:
    explicit Language(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        for (const QString &file : {u":/i18n/elenco_en.qm"_s, u":/i18n/elenco_it.qm"_s}) {
            if (file.contains(u"_it"_s) && locale.language() != QLocale::Italian)
                continue;
            auto translator = std::make_unique<QTranslator>();
            if (!translator->load(file))
                qFatal("no %s", qPrintable(file));
            QCoreApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
        }
    }
    ~Language() { QLocale::setDefault(QLocale::c()); }

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace

/// Nothing is too large for a laptop's screen at 150 %, in either language, on a book that has many fields.
class TestScreenFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFits_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom);
        QTest::newRow("Italian") << QLocale(QLocale::Italian, QLocale::Italy);
    }
    void everythingFits()
    {
        QFETCH(QLocale, locale);
        const Language language(locale);
        WindowBench bench(WindowBench::Book::Populated);
        bench.show(smallScreen);
        QCOMPARE(troublesOnSmallScreen(*bench.window), QStringList());
        QStringList troubles;
        int dialogs = 0;
        const auto look = [&](QWidget *dialog) {
            QVERIFY(dialog);
            QTRY_VERIFY(dialog->isVisible());
            troubles += troublesOnSmallScreen(*dialog);
            ++dialogs;
        };
        const auto lookAndClose = [&](QWidget *dialog) {
            look(dialog);
            dialog->close();
        };
        Actions &actions = bench.window->actions();
        bench.window->contacts().table().selectRow(0);
        actions.action(ActionId::NewContact)->trigger();
        QTRY_VERIFY(bench.window->findChild<ContactEditor *>());
        lookAndClose(bench.window->findChild<ContactEditor *>());
        actions.action(ActionId::ShowHistory)->trigger();
        lookAndClose(bench.window->findChild<HistoryDialog *>());
        actions.action(ActionId::CommandPalette)->trigger();
        lookAndClose(bench.window->findChild<CommandPalette *>());
        bench.window->contacts().chooseColumns();
        lookAndClose(bench.window->contacts().findChild<ColumnChooser *>());

        const QString file = writeFile(bench.workspace.path(u"clienti.csv"_s), customers);
        ImportWizard &wizard = bench.openWizard({file, file});
        for (const auto step :
             {ImportWizard::Files, ImportWizard::Columns, ImportWizard::Problems, ImportWizard::Destination}) {
            wizard.showStep(step);
            look(&wizard);
        }
        auto *newField = new NewFieldDialog(u"Altezza"_s, ValueKind::Number, &wizard); // they go when they are closed
        newField->open();
        lookAndClose(newField);
        auto *options = new ReadOptionsDialog(wizard.session().source().description, {}, &wizard);
        options->open();
        lookAndClose(options);
        wizard.session().commit();
        wizard.showStep(ImportWizard::Outcome);
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        lookAndClose(&wizard);
        QCOMPARE(dialogs, 11);
        QCOMPARE(troubles.join(u" · "_s), QString());
    }

    void noDialogIsLargerThanItsScreen()
    {
        ScreenFit fit;
        qApp->installEventFilter(&fit);
        QDialog dialog;
        dialog.resize(5000, 4000);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(dialog.size(), roomOn(*dialog.screen()));
        QVERIFY(dialog.screen()->availableGeometry().contains(dialog.geometry()));
    }

    // A number that is cut says another number: at every width of the window the columns of numbers are whole.
    void numbersHaveTheirWidth()
    {
        WindowBench bench(WindowBench::Book::Populated);
        bench.show();
        QTRY_VERIFY(bench.window->contacts().model().columns().size() > 10);
        const QList<ContactColumn> &columns = bench.window->contacts().model().columns();
        for (int width = 300; width < 2500; width += 50) {
            const ColumnLayout layout = defaultColumnLayout(columns, width);
            int shown = 0;
            for (qsizetype i = 0; i < layout.size(); ++i) {
                if (columns[i].valueKind == ValueKind::Number)
                    QVERIFY2(layout[i].width >= 94, qPrintable(layout[i].key));
                shown += layout[i].isShown ? layout[i].width : 0;
            }
            if (width >= 780)
                QVERIFY2(shown <= width, qPrintable(u"%1 at %2"_s.arg(shown).arg(width)));
        }
    }
};

QTEST_MAIN(TestScreenFit)
#include "tst_screenfit.moc"
