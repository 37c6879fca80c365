// SPDX-License-Identifier: Apache-2.0
#include "exporting/contactexport.h"
#include "formats/formulaguard.h"
#include "formats/sheets/workbook.h"
#include "store/journal/journal.h"
#include "tests/support/contactfiles.h"
#include "tests/support/testworkspace.h"

#include <QRandomGenerator>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QByteArray people = "nome,cognome,telefono,email,citta,cap,tag,totalSpent,lastPurchaseDate,Codice cliente,saldo\n"
                          "Giulia,Rossi,3401234567,giulia@example.it,Milano,00184,vip,6800.5,2026-03-15,A-1,-12.5\n"
                          "Loïc,=SUM(A1),3471112223,,Forlì,,\"vip, crm\",120,2025-12-19,@b,3\n";

ExportRequest request(ExportFormat format, const std::optional<ValueLocale> &locale = {})
{
    return {{}, std::nullopt, format, {}, locale};
}

QByteArray written(TestWorkspace &workspace, const ExportRequest &request, const QString &name = u"out.csv"_s)
{
    const QString path = workspace.path(name);
    const Result<qint64> count = exportContacts(*workspace, request, path);
    if (!count)
        qFatal("%s", qPrintable(count.error().text()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file");
    return file.readAll();
}

ValueLocale in(const QString &locale)
{
    return ValueLocale(QLocale(locale));
}

/// A contact as text: all that an import can give back.
QString printed(const Contact &contact)
{
    QStringList cells;
    for (const FieldInfo &info : fieldTable())
        cells += contact.*info.member;
    cells += contact.tags.join(u'|');
    QStringList custom;
    for (const CustomValue &value : contact.customFields)
        custom += u"%1(%2)=%3"_s.arg(value.name).arg(int(value.kind)).arg(value.text);
    custom.sort();
    return (cells + custom).join(u" / "_s);
}

QStringList printedAll(TestWorkspace &workspace)
{
    QStringList all;
    for (const Contact &contact : *ContactQueries(*workspace).contacts(workspace.ids()))
        all += printed(contact);
    all.sort();
    return all;
}

/// Cells that tables go wrong with.
class Nasty
{
public:
    explicit Nasty(quint32 seed) : m_random(seed) {}

    QString text(bool isOneLine)
    {
        static const QStringList pieces{u"="_s, u"+"_s,  u"-"_s,  u"@"_s,   u"'"_s,   u"''"_s, u"\""_s, u","_s,
                                        u";"_s, u"\t"_s, u"0"_s,  u"007"_s, u"1.5"_s, u"è"_s,  u"😀"_s,  u" "_s,
                                        u"|"_s, u"#"_s,  u"\n"_s, u"a"_s,   u"B"_s,   u"\\"_s, u"1,5"_s};
        QString result;
        for (int i = 0, count = m_random.bounded(6); i < count; ++i)
            result += pieces[m_random.bounded(int(pieces.size()))];
        // The import itself takes blanks at the ends away, and line ends within names.
        return isOneLine ? result.simplified() : result.trimmed();
    }
    QString number()
    {
        const double value = (m_random.bounded(2) ? -1 : 1) * m_random.bounded(4'000'000) / 1000.0;
        return QString::fromStdString(canonicalText(value));
    }
    QString date() { return QDate(1950, 1, 1).addDays(m_random.bounded(30000)).toString(Qt::ISODate); }
    bool isTrue() { return m_random.bounded(2) == 1; }

private:
    QRandomGenerator m_random;
};

std::string key(ValueKind kind, const char *name)
{
    return customKey(kind, name);
}

} // namespace

/// People to files, for spreadsheets and for programs, and back.
class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsAreUndone()
    {
        for (const char *cell : {"", "a", "=1", "+39", "-5", "@x", "\tx", "\rx", "'", "''", "'=1", "''=1", "'a", "'s-H",
                                 "=", "a=", " =1", "'+39 340"}) {
            const std::string guarded = withGuard(cell);
            QVERIFY2(guarded.empty() || !strchr("=+-@\t\r", guarded.front()), cell);
            QCOMPARE(std::string(withoutGuard(guarded)), std::string(cell));
        }
        QCOMPARE(withGuard("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }

    void forSpreadsheets()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        QCOMPARE(written(workspace, request(ExportFormat::Csv)),
                 QByteArray("\xEF\xBB\xBF"
                            "firstName,lastName,phoneNumber,email,gender,city,province,region,tags,lists,postalCode,"
                            "totalSpent,lastPurchaseDate,Codice cliente,saldo\r\n"
                            "Loïc,'=SUM(A1),'+393471112223,,,Forlì,,,crm;vip,,,120,2025-12-19,'@b,3\r\n"
                            "Giulia,Rossi,'+393401234567,giulia@example.it,,Milano,,,vip,,00184,6800.5,2026-03-15,A-1,"
                            "-12.5\r\n"));
    }

    void plain()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        const QByteArray bytes = written(workspace, request(ExportFormat::PlainCsv));
        QVERIFY(bytes.startsWith("firstName,"));
        QVERIFY(bytes.contains("\r\nLoïc,=SUM(A1),+393471112223,"));
    }

    void asTheLocaleHasIt()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        const QByteArray italian = written(workspace, request(ExportFormat::Csv, in(u"it_IT"_s)));
        QVERIFY(italian.startsWith("\xEF\xBB\xBF"
                                   "First name;Last name;Phone;Email;Gender;City;"));
        QVERIFY(italian.contains("Total spent;Last purchase;Codice cliente;saldo\r\n"));
        QVERIFY2(italian.contains("00184;6800,5;15/03/2026;A-1;-12,5\r\n"), italian.constData());
        const QByteArray american = written(workspace, request(ExportFormat::Csv, in(u"en_US"_s)));
        QVERIFY2(american.contains("00184,6800.5,3/15/2026,A-1,-12.5\r\n"), american.constData());
    }

    // Whatever stands in the cells: what is exported and imported is what was there.
    void comesBack_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed) {
            for (const char *locale : {"", "plain", "it_IT", "en_US", "C", "workbook"})
                QTest::addRow("%s %u", *locale ? locale : "canonical", seed) << QString::fromUtf8(locale) << seed;
        }
    }
    void comesBack()
    {
        QFETCH(QString, locale);
        QFETCH(quint32, seed);
        // Dates of a locale are read in that locale.
        const QLocale before;
        const bool isPlain = locale == u"plain"_s, isWorkbook = locale == u"workbook"_s;
        if (!locale.isEmpty() && !isPlain && !isWorkbook)
            QLocale::setDefault(QLocale(locale));
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        const ExportRequest asked = locale.isEmpty() ? request(ExportFormat::Csv)
                                    : isPlain        ? request(ExportFormat::PlainCsv)
                                    : isWorkbook     ? request(ExportFormat::Workbook)
                                                     : request(ExportFormat::Csv, in(locale));
        TestWorkspace from;
        Nasty nasty(seed);
        Journal journal(*from);
        for (int i = 0; i < 40; ++i) {
            ContactState state{
                {"phoneNumber", "+3934012" + std::to_string(34000 + i)}, {"valid", "1"}, {"lineKind", "1"}};
            const auto set = [&](const std::string &name, const QString &value) {
                if (!value.isEmpty() && !(isPlain && needsGuard(value.toStdString())))
                    state[name] = value.toStdString();
            };
            set("firstName", nasty.text(true));
            set("lastName", nasty.text(true));
            set("city", nasty.text(true));
            set("region", nasty.text(true));
            set(key(ValueKind::Text, "Note interne"), i == 0 ? u"text"_s : nasty.text(false) + u"x"_s);
            set(key(ValueKind::Text, "=header"), nasty.text(false) + u"y"_s);
            set(key(ValueKind::Text, "postalCode"), u"0"_s + QString::number(1000 + i));
            set(key(ValueKind::Number, "totalSpent"), nasty.number());
            set(key(ValueKind::Number, "Punti"), nasty.number());
            set(key(ValueKind::Date, "lastPurchaseDate"), nasty.date());
            set(key(ValueKind::Bool, "Socio"), nasty.isTrue() ? u"true"_s : u"false"_s);
            const auto created = journal.create(state);
            QVERIFY(created);
        }
        const QByteArray bytes = written(from, asked);
        TestWorkspace to;
        const ImportLedger ledger = to.import(isWorkbook ? u"back.xlsx"_s : u"back.csv"_s, bytes);
        QCOMPARE(ledger.imported(), 40);
        const QStringList expected = printedAll(from), got = printedAll(to);
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(got[i], expected[i]);
    }

    void aWorkbookHasNumbersDaysAndTexts()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        QVERIFY(Journal(*workspace)
                    .create({{"firstName", "_x000D_"},
                             {"lastName", "a\nb\x01"},
                             {key(ValueKind::Number, "totalSpent"), "1.10"},
                             {key(ValueKind::Date, "lastPurchaseDate"), "1899-12-31"}}));
        ExportRequest asked = request(ExportFormat::Workbook, in(u"it_IT"_s));
        asked.columns = {u"lastName"_s,   u"firstName"_s,        u"phoneNumber"_s,
                         u"totalSpent"_s, u"lastPurchaseDate"_s, u"gone"_s};
        const QString path = workspace.path(u"out.xlsx"_s);
        QCOMPARE(*exportContacts(*workspace, asked, path), 3);
        const auto workbook = Workbook::open(path);
        QVERIFY(workbook);
        QCOMPARE((*workbook)->sheets().size(), 1);
        const auto reader = (*workbook)->read(0);
        QVERIFY(reader);
        QStringList rows;
        for (SheetRow row; *(*reader)->next(row);) {
            QStringList cells;
            for (const SheetCell &cell : row.cells)
                cells += QChar::fromLatin1("tndebx"[int(cell.kind)]) + u':' + QString::fromStdString(cell.text);
            rows += cells.join(u' ');
        }
        QCOMPARE(rows, (QStringList{u"t:Last name t:First name t:Phone t:Total spent t:Last purchase"_s,
                                    u"t:=SUM(A1) t:Loïc t:+393471112223 n:120 d:2025-12-19"_s,
                                    u"t:a\nb\x01 t:_x000D_ t:1.10 t:1899-12-31"_s,
                                    u"t:Rossi t:Giulia t:+393401234567 n:6800.5 d:2026-03-15"_s}));
    }

    void aTextThatNoCellHoldsIsRefused()
    {
        TestWorkspace workspace;
        QVERIFY(Journal(*workspace)
                    .create({{"firstName", "Ada"}, {key(ValueKind::Text, "Note"), std::string(32'768, 'x')}}));
        const QString path = workspace.path(u"out.xlsx"_s);
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("as it was") == 9);
        before.close();
        const Result<qint64> refused = exportContacts(*workspace, request(ExportFormat::Workbook), path);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(u"Ada"_s), qPrintable(refused.error().text()));
        QVERIFY2(refused.error().text().contains(u"“Note”"_s), qPrintable(refused.error().text()));
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("as it was"));
    }

#ifdef Q_OS_LINUX
    // What the library that composes it writes beside, and does not look at, counts too.
    void aDiskWithoutRoomIsSaid()
    {
        TestWorkspace workspace;
        workspace.import(u"many.csv"_s, csvFile({20'000, 0, 0, 0}));
        const QString path = workspace.path(u"out.xlsx"_s);
        std::signal(SIGXFSZ, SIG_IGN);
        for (const rlim_t room : {100'000, 1'000'000, 3'000'000}) {
            rlimit before;
            QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
            const rlimit little{room, before.rlim_max};
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
            const Result<qint64> failed = exportContacts(*workspace, request(ExportFormat::Workbook), path);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
            QVERIFY(!failed);
            QVERIFY2(failed.error().kind == ErrorKind::WriteFailed, qPrintable(failed.error().text()));
            QVERIFY(!QFile::exists(path));
        }
    }
#endif

    void jsonLines()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        QVERIFY(Journal(*workspace).create({{"firstName", "\"A\"\n"}, {key(ValueKind::Number, "totalSpent"), "1.10"}}));
        ExportRequest asked = request(ExportFormat::JsonLines);
        asked.columns = {u"totalSpent"_s, u"saldo"_s, u"tags"_s, u"firstName"_s};
        QCOMPARE(written(workspace, asked, u"out.jsonl"_s),
                 QByteArray("{\"tags\":[\"crm\",\"vip\"],\"firstName\":\"Loïc\",\"customFields\":{\"totalSpent\":120,"
                            "\"saldo\":3}}\n"
                            "{\"firstName\":\"\\\"A\\\"\\u000a\",\"customFields\":{\"totalSpent\":1.10}}\n"
                            "{\"tags\":[\"vip\"],\"firstName\":\"Giulia\",\"customFields\":{\"totalSpent\":6800.5,"
                            "\"saldo\":-12.5}}\n"));
    }

    void theChosenColumnsInTheirSequence()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        ExportRequest asked = request(ExportFormat::PlainCsv);
        asked.columns = {u"saldo"_s, u"firstName"_s, u"no such field"_s};
        QCOMPARE(written(workspace, asked), QByteArray("saldo,firstName\r\n3,Loïc\r\n-12.5,Giulia\r\n"));
    }

    void onlyTheChosenAndOnlyWhoIsThere()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        const ContactId giulia = workspace.only(u"giulia"_s), loic = workspace.only(u"loic"_s);
        for (ExportFormat format : {ExportFormat::PlainCsv, ExportFormat::VCard4}) {
            ExportRequest chosen = request(format);
            chosen.ids = {loic, ContactId(99), giulia};
            const QString path = workspace.path(u"chosen"_s);
            QCOMPARE(*exportContacts(*workspace, chosen, path), 2);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.indexOf("Loïc") < bytes.indexOf("Giulia"));
            QCOMPARE(bytes.count(format == ExportFormat::PlainCsv ? "\r\n" : "BEGIN:VCARD"),
                     format == ExportFormat::PlainCsv ? 3 : 2);
        }
    }

    // What is committed while it is written is not half in it.
    void isOfOneMoment()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        ContactQueries held(*workspace);
        QVERIFY(held.hold());
        const std::vector<ContactId> ids = **held.order({});
        QVERIFY(Journal(*workspace).remove(ids));
        QCOMPARE(workspace.count(), 0);
        QCOMPARE(held.contacts(ids)->back().firstName, u"Giulia"_s);
        QCOMPARE((*held.order({}))->size(), 2U);
    }

    void aFieldThatIsCalledLikeANumberIsNone()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, "nome,telefono,phoneType,emailConsent,phone2,email2\n"
                                     "Ada,3401234567,privato,boh,0248012233,b@example.it\n");
        const QByteArray card = written(workspace, request(ExportFormat::VCard4), u"out.vcf"_s);
        QVERIFY2(card.contains("X-PHONETYPE:privato"), card.constData());
        QVERIFY(card.contains("X-EMAILCONSENT:boh"));
        QCOMPARE(card.count("\nTEL"), 2);
        QCOMPARE(card.count("\nEMAIL"), 1);
    }

    void rejectedRowsAreWrittenAsTheirFile()
    {
        TestWorkspace workspace;
        Rehearsal rehearsal =
            workspace.rehearse(u"a.csv"_s, "\xEF\xBB\xBF"
                                           "nome;telefono;nota\r\nAnna;'+393401234567;\r\nLoïc;32012;'=1\r\n");
        const ImportId id = rehearsal.id();
        QVERIFY(rehearsal.commit({}));
        QVERIFY(exportProblems(*workspace, id, workspace.path(u"out.csv"_s)));
        QFile file(workspace.path(u"out.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith("\xEF\xBB\xBF"
                                  "nome;telefono;nota;"),
                 bytes.constData());
        QVERIFY2(bytes.contains("\r\nLoïc;32012;'=1;3;"), bytes.constData());
        QCOMPARE(workspace.contacts(), u"Anna +393401234567"_s);
    }
};

QTEST_GUILESS_MAIN(TestExporting)
#include "tst_exporting.moc"
