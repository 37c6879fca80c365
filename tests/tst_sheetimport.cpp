// SPDX-License-Identifier: Apache-2.0
// Workbooks on their way into an address book where people are already: what is in the file ends in the ledger, and
// what a number, a day or a yes was in the sheet it is in the contact, in every language of the desk.
#include "importing/rowproblem.h"
#include "store/imports/importrun.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QString data(const QString &name)
{
    return QLatin1String(ELENCO_TEST_DATA) + "/sheets/"_L1 + name;
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString valueOf(const Contact &contact, const QString &name)
{
    for (const CustomValue &value : contact.customFields) {
        if (value.name == name)
            return value.text;
    }
    return {};
}

/// A workspace with a thousand contacts, one of whom is in the workbook too.
void populate(TestWorkspace &workspace)
{
    workspace.import(u"rubrica.csv"_s, csvFile({1000, 10, 5, 0}));
    workspace.import(u"bruno.csv"_s, "nome;telefono\nBruno;3401234562\n");
}

Rehearsal rehearsed(TestWorkspace &workspace, const QString &path, const ReadOptions &options = {})
{
    const Result<ImportSource> source = examine(path, options);
    if (!source)
        qFatal("%s", qPrintable(source.error().text()));
    ImportSettings settings = suggestedSettings(*workspace, *source, u"IT"_s);
    for (const qsizetype column : settings.mapping.suggestions.keys())
        settings.mapping.takeSuggestion(column);
    Result<Rehearsal> rehearsal = Rehearsal::run(*workspace, settings, source->rows);
    if (!rehearsal)
        qFatal("%s", qPrintable(rehearsal.error().text()));
    // A bare "39340…" is a number that lost its plus: offered as a repair, and taken here.
    if (const Result<qint64> repaired = rehearsal->acceptAllRepairs(std::nullopt); !repaired)
        qFatal("%s", qPrintable(repaired.error().text()));
    return std::move(*rehearsal);
}

} // namespace

class TestSheetImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatGivesTheSamePeople_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"clienti.xlsx", "clienti-1904.xlsx", "clienti.ods", "clienti.xls", "clienti-95.xls"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyFormatGivesTheSamePeople()
    {
        QFETCH(QString, name);
        TestWorkspace workspace;
        populate(workspace);
        const qint64 before = workspace.count();
        Rehearsal rehearsal = rehearsed(workspace, data(name));
        QCOMPARE(rehearsal.settings().options.sheet, std::optional(u"Clienti"_s));
        const Result<ImportLedger> ledger = rehearsal.commit({DuplicateStrategy::Update, {}, {}, false});
        QVERIFY(ledger);
        QCOMPARE(ledger->rows(), 5);
        QCOMPARE(ledger->count(RowFate::New), 3);
        QCOMPARE(ledger->count(RowFate::Suppressed), 1); // Bruno, who wants no messages
        QCOMPARE(ledger->count(RowFate::Invalid), 1);    // Dario, whose number a spreadsheet destroyed
        QCOMPARE(workspace.count(), before + 3);

        ContactQueries queries(*workspace);
        const Contact ada = *queries.contact(workspace.only(u"email:ada@example.com"_s));
        QCOMPARE(ada.fullName(), u"Ada Serra"_s);
        QCOMPARE(ada.phoneNumber, u"+393401234561"_s);
        QVERIFY(ada.valid);
        QCOMPARE(valueOf(ada, u"birthday"_s), u"1980-03-15"_s);
        QCOMPARE(valueOf(ada, u"totalSpent"_s), u"1250.5"_s);
        const Contact carla = *queries.contact(workspace.only(u"email:carla@example.com"_s));
        QCOMPARE(carla.phoneNumber, u"+393401234563"_s);
        QCOMPARE(valueOf(carla, u"totalSpent"_s), u"0.3"_s); // as it is shown, not as it is calculated
        const Contact elena = *queries.contact(workspace.only(u"phone:393401234565"_s));
        QCOMPARE(elena.fullName(), u"Elena Fontana"_s); // by a formula, and in two hands of letters
        QCOMPARE(elena.email, QString());
    }

    void saysWhatACalculationLost()
    {
        TestWorkspace workspace;
        populate(workspace);
        const Rehearsal rehearsal = rehearsed(workspace, data(u"clienti.xlsx"_s));
        const auto notices = rehearsal.staging().notices(-1);
        QVERIFY(notices);
        QCOMPARE(notices->size(), size_t(1));
        QCOMPARE(notices->front().line, 8);
        QVERIFY(QString::fromStdString(notices->front().problemText).contains(u"“#N/A”"_s));
        QVERIFY(rehearsal.settings().placeOfRow(5, 8).contains(u"Clienti"_s));
    }

    void decimalsAreWhatTheyWere()
    {
        TestWorkspace workspace;
        const Result<ImportSource> source = examine(data(u"clienti.xlsx"_s));
        QVERIFY(source);
        const ImportSettings settings = suggestedSettings(*workspace, *source, u"IT"_s);
        const auto spent = std::find_if(settings.columns.begin(), settings.columns.end(),
                                        [](const auto &column) { return column.name == u"Speso"_s; });
        QVERIFY(spent != settings.columns.end());
        const ColumnTarget &target = settings.mapping.targets[spent - settings.columns.begin()];
        QCOMPARE(target.decimalSign, DecimalSign::Point); // 1.125 is no thousand
    }

    void anotherSheetIsReadWhenItIsWanted()
    {
        TestWorkspace workspace;
        populate(workspace);
        ReadOptions options;
        options.sheet = u"Vecchi"_s;
        Rehearsal rehearsal = rehearsed(workspace, data(u"clienti.xlsx"_s), options);
        QCOMPARE(rehearsal.commit({})->imported(), 1);
        QCOMPARE(workspace.contacts(u"phone:393409999999"_s), u"Zeno +393409999999"_s);
    }

    // A sheet that somebody has put before it meanwhile is not what was rehearsed.
    void aRehearsalRemembersItsSheet()
    {
        TestWorkspace workspace;
        populate(workspace);
        ImportId id;
        {
            const Rehearsal rehearsal = rehearsed(workspace, data(u"clienti.xlsx"_s));
            id = rehearsal.id();
        }
        workspace.reopen();
        Result<Rehearsal> resumed = Rehearsal::resume(*workspace, id);
        QVERIFY(resumed);
        QCOMPARE(resumed->settings().options.sheet, std::optional(u"Clienti"_s));
        QCOMPARE(ImportSettings::unpack(resumed->settings().pack()), resumed->settings());
        QCOMPARE(resumed->commit({})->rows(), 5);
    }

    void rowsThatAreRejectedGoOutAsATable()
    {
        TestWorkspace workspace;
        populate(workspace);
        Rehearsal rehearsal = rehearsed(workspace, data(u"clienti.ods"_s));
        QVERIFY(rehearsal.commit({}));
        const QString path = workspace.path(u"out.csv"_s);
        QVERIFY(exportProblems(*workspace, rehearsal.id(), path));
        const QString text = QString::fromUtf8(fileBytes(path));
        const QString separator = QLocale().decimalPoint() == u","_s ? u";"_s : u","_s;
        QVERIFY2(text.contains(u"Dario%1Villa%1"_s.arg(separator)), qPrintable(text));
        QVERIFY(text.contains(u"3.93401E+11"_s));
        QVERIFY2(text.contains(separator + u'7' + separator), qPrintable(text)); // the row of the sheet
    }

    void whatCannotBeReadLeavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"protetto.xlsx", "bomba.xlsx", "bomba.ods", "entita.xlsx", "vuoto.xlsx", "cut"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatCannotBeReadLeavesNothing()
    {
        QFETCH(QString, name);
        TestWorkspace workspace;
        populate(workspace);
        const QString before = workspace.everything();
        QString path = data(name);
        if (name == "cut"_L1) {
            const QByteArray whole = fileBytes(data(u"clienti.xlsx"_s));
            path = writeFile(workspace.path(u"tagliato.xlsx"_s), whole.first(whole.size() / 2));
        }
        const Result<Rehearsal> rehearsal = workspace.tryRehearse(path);
        QVERIFY(!rehearsal);
        QVERIFY2(rehearsal.error().text().contains(QFileInfo(path).fileName()), qPrintable(rehearsal.error().text()));
        QVERIFY(pendingImports(*workspace)->isEmpty());
        QCOMPARE(workspace.everything(), before);
    }

    // A folder or an archive with one workbook in it is imported as that.
    void anArchiveMayHoldAWorkbook()
    {
        TestWorkspace workspace;
        populate(workspace);
        const QString folder = workspace.path(u"invio"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::copy(data(u"clienti.xlsx"_s), folder + u"/clienti.xlsx"_s));
        Rehearsal rehearsal = rehearsed(workspace, folder);
        QCOMPARE(rehearsal.commit({})->rows(), 5);
    }
};

QTEST_GUILESS_MAIN(TestSheetImport)
#include "tst_sheetimport.moc"
