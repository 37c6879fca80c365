// SPDX-License-Identifier: Apache-2.0
// Workbooks that other programs made (tests/data/sheets/make.py), and what is asked of a computer by some that nobody
// made for people.
#include "formats/recordfile.h"
#include "formats/sheets/numberformat.h"
#include "formats/sheets/sheettable.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <QElapsedTimer>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QString data(const QString &name)
{
    return QLatin1String(ELENCO_TEST_DATA) + "/sheets/"_L1 + name;
}

char sign(SheetCell::Kind kind)
{
    return "tndebx"[static_cast<int>(kind)]; // text, number, day, elapsed, boolean, error
}

// "5: A t:text, C n:3" a row; the name and state of a sheet before its rows.
QStringList printed(Workbook &workbook, const QString &only = {})
{
    QStringList lines;
    for (qsizetype i = 0; i < workbook.sheets().size(); ++i) {
        const SheetInfo &info = workbook.sheets()[i];
        if (!only.isEmpty() && info.name != only)
            continue;
        lines += info.name + (info.state == SheetInfo::State::Visible ? u""_s : u" (hidden)"_s);
        const auto reader = workbook.read(i);
        if (!reader)
            return lines += reader.error().text();
        SheetRow row;
        for (;;) {
            const Result<bool> next = (*reader)->next(row);
            if (!next)
                return lines += next.error().text();
            if (!*next)
                break;
            QStringList cells;
            for (const SheetCell &cell : row.cells)
                cells += QString(QLatin1Char(static_cast<char>('A' + cell.column))) + u' ' +
                         QLatin1Char(sign(cell.kind)) + u':' + QString::fromStdString(cell.text);
            lines += QString::number(row.number) + u": "_s + cells.join(u", "_s);
        }
    }
    return lines;
}

QStringList printed(const QString &name, const QString &only = {})
{
    const auto workbook = Workbook::open(data(name));
    return workbook ? printed(**workbook, only) : QStringList{workbook.error().text()};
}

QStringList records(const QString &path, const ReadOptions &options = {})
{
    const auto reader = openRecordFile(path, options);
    if (!reader)
        return {reader.error().text()};
    QStringList lines;
    for (const Column &column : (*reader)->columns())
        lines += column.name;
    lines = {lines.join(u'|')};
    Record record;
    for (;;) {
        const auto next = (*reader)->next(record);
        if (!next)
            return lines += next.error().text();
        if (*next == RecordReader::Next::End)
            return lines;
        QStringList cells;
        for (const std::string_view cell : record.cells)
            cells += QString::fromUtf8(cell);
        lines += u"%1 (row %2) %3"_s.arg(record.row).arg(record.line).arg(cells.join(u'|'));
    }
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWorkbook_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"clienti.xlsx", "clienti-1904.xlsx", "clienti.ods", "clienti.xls", "clienti-95.xls"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    // Each of four formats holds the same sheets.
    void readsAWorkbook()
    {
        QFETCH(QString, name);
        const QStringList lines = printed(name);
        QStringList expected{
            u"Vecchi (hidden)"_s,
            u"1: A t:Nome, B t:Cellulare"_s,
            u"2: A t:Zeno, B n:393409999999"_s,
            u"Copertina"_s,
            u"1: A t:Elenco clienti 2026"_s,
            u"3: A t:Stampato da, B t:ufficio"_s,
            u"Clienti"_s,
            u"1: A t:Clienti attivi"_s,
            u"3: A t:Nome, B t:Cognome, C t:Cellulare, D t:Email, E t:Data di nascita, F t:Speso, G t:Iscritto il, "
            "H t:Disiscritto, I t:CAP, J t:Codice"_s,
            u"4: A t:Ada, B t:Serra, C n:393401234561, D t:ada@example.com, E d:1980-03-15, F n:1250.5, "
            "G d:2026-01-31T10:30:00, H b:FALSE, I n:20121, J t:007"_s,
            u"5: A t:Bruno, B t:Galli, C n:3401234562, D t:bruno@example.com, E d:1991-12-01, F n:1.125, "
            "G d:2026-02-28T00:00:00, H b:TRUE, I n:184, J t:B-2"_s,
            u"6: A t:Carla, B t:Neri, C t:+39 340 123 4563, D t:carla@example.com, E d:2000-02-29, "
            "F n:0.3, "
            "G d:2025-12-31T23:59:59, H b:FALSE, I n:90100, J t:C 3"_s,
            u"7: A t:Dario, B t:Villa, C t:3.93401E+11, D t:dario@example.com, E d:1975-06-02, F n:99, "
            "G d:2026-03-01T00:00:00, H b:FALSE, I n:10100, J t:4"_s,
            u"8: A t:Elena, B t:Fontana, C n:393401234565, D x:#N/A"_s,
            u"Note"_s,
            u"1: A t:niente"_s};
        // An .ods has days; the others have moments, and a format that may show them as days.
        if (name.endsWith(u".ods"_s))
            expected.replaceInStrings(u"T00:00:00"_s, u""_s);
        QCOMPARE(lines, expected);
    }

    void readsWhatFewProgramsWrite()
    {
        QCOMPARE(printed(u"strano.xlsx"_s).join(u'\n'),
                 QStringList({u"Uno"_s, u"1: A t:東京, B t: due "_s, u"5: A t:una\r\nriga, B x:#DIV/0!, C n:3"_s,
                              u"6: A d:2026-03-15, B b:TRUE, D n:1000, E n:393401000000"_s})
                     .join(u'\n'));
    }

    void givesRepeatedCellsAsOften()
    {
        QCOMPARE(printed(u"ripetute.ods"_s).join(u'\n'),
                 QStringList({u"Nascosto (hidden)"_s, u"1: A t:via"_s, u"Uno"_s, u"1: A t:a  b\nc, B t:a  b\nc"_s,
                              u"2: A t:a  b\nc, B t:a  b\nc"_s,
                              u"6: A n:184, C d:2026-03-15, D e:26:30:05, E b:TRUE, F x:#N/A"_s})
                     .join(u'\n'));
    }

    void refusesInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("protected") << u"protetto.xlsx"_s << int(ErrorKind::Unsupported) << u"password-protected"_s;
        QTest::newRow("bomb of texts") << u"bomba.xlsx"_s << int(ErrorKind::InvalidInput) << u"unpack to more"_s;
        QTest::newRow("bomb of repeated cells")
            << u"bomba.ods"_s << int(ErrorKind::InvalidInput) << u"more rows, columns or cells"_s;
        QTest::newRow("texts that are missing")
            << u"senza-testi.xlsx"_s << int(ErrorKind::InvalidInput) << u"texts of its cells are missing"_s;
        QTest::newRow("entities") << u"entita.xlsx"_s << int(ErrorKind::InvalidInput) << u"document type"_s;
        QTest::newRow("nothing in it") << u"vuoto.xlsx"_s << int(ErrorKind::Empty) << u""_s;
    }
    void refusesInWords()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        QFETCH(QString, words);
        QElapsedTimer timer;
        timer.start();
        const auto description = describe(data(name));
        QVERIFY(!description);
        QCOMPARE(int(description.error().kind), kind);
        QVERIFY2(description.error().text().contains(words), qPrintable(description.error().text()));
        QCOMPARE(description.error().subject, data(name));
        QVERIFY(timer.elapsed() < 10'000);
    }

    // A file that was cut off anywhere is refused or, where a stream ends as it should, read as it was: never in part.
    void refusesWhatIsCutOff_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"clienti.xlsx", "clienti.ods", "clienti.xls", "clienti-95.xls"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void refusesWhatIsCutOff()
    {
        QFETCH(QString, name);
        QFile file(data(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const auto complete = Workbook::of(whole, name);
        QVERIFY(complete);
        const QStringList expected = printed(**complete);
        for (qsizetype size = 8; size < whole.size(); size += 97) {
            const auto cut = Workbook::of(whole.first(size), name);
            if (!cut)
                continue;
            const QStringList lines = printed(**cut);
            QVERIFY2(lines == expected || lines.last().contains(u"can't be used"_s),
                     qPrintable(QString::number(size) + u": "_s + lines.last()));
        }
    }
    // Parts of an archive have checksums: no bit of a sheet changes unseen.
    void noticesChangedBits()
    {
        QFile file(data(u"clienti.xlsx"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const auto complete = Workbook::of(whole, {});
        const QStringList expected = printed(**complete);
        for (qsizetype at = 0; at < whole.size(); at += 41) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 4);
            const auto workbook = Workbook::of(changed, {});
            const QStringList lines = workbook ? printed(**workbook) : QStringList();
            QVERIFY2(!workbook || lines == expected || lines.last().contains(u"can't be used"_s) ||
                         lines.last().contains(u"password"_s),
                     qPrintable(QString::number(at) + u'\n' + lines.join(u'\n')));
        }
    }

    void findsTheSheetAndItsTable()
    {
        const auto description = describe(data(u"clienti.xlsx"_s));
        QVERIFY(description);
        QCOMPARE(description->sheetName(), u"Clienti"_s);
        QCOMPARE(description->sheets.size(), 4);
        QCOMPARE(description->sheets[0], (SheetInfo{u"Vecchi"_s, SheetInfo::State::Hidden}));
        QVERIFY(description->header);
        QCOMPARE(description->preamble, 2);
        const QStringList expected{
            u"Nome|Cognome|Cellulare|Email|Data di nascita|Speso|Iscritto il|Disiscritto|CAP|Codice"_s,
            u"1 (row 4) Ada|Serra|393401234561|ada@example.com|1980-03-15|1250.5|2026-01-31T10:30:00|false|20121|007"_s,
            u"2 (row 5) Bruno|Galli|3401234562|bruno@example.com|1991-12-01|1.125|2026-02-28|true|00184|B-2"_s,
            u"3 (row 6) Carla|Neri|+39 340 123 4563|carla@example.com|2000-02-29|0.3|2025-12-31T23:59:59|false|90100|C 3"_s,
            u"4 (row 7) Dario|Villa|3.93401E+11|dario@example.com|1975-06-02|99|2026-03-01|false|10100|4"_s,
            u"5 (row 8) Elena|Fontana|393401234565|#N/A||||||"_s};
        for (const char *name : {"clienti.xlsx", "clienti-1904.xlsx", "clienti.ods", "clienti.xls", "clienti-95.xls"})
            QCOMPARE(records(data(QLatin1String(name))).join(u'\n'), expected.join(u'\n'));
    }

    void readsTheSheetThatIsWanted()
    {
        ReadOptions options;
        const QStringList old{u"Nome|Cellulare"_s, u"1 (row 2) Zeno|393409999999"_s};
        for (const char *wanted : {"Vecchi", "vecchi", "1"}) {
            options.sheet = QLatin1String(wanted);
            QCOMPARE(records(data(u"clienti.xlsx"_s), options), old);
        }
        options.sheet = u"Fornitori"_s;
        const auto missing = describe(data(u"clienti.xlsx"_s), options);
        QVERIFY(!missing);
        QCOMPARE(int(missing.error().kind), int(ErrorKind::InvalidInput));
        QVERIFY(missing.error().text().contains(u"“Fornitori”, but these: Vecchi, Copertina, Clienti, Note"_s));
        options.sheet = u"Clienti"_s;
        options.preamble = 0;
        options.header = false;
        QCOMPARE(records(data(u"clienti.xlsx"_s), options).at(1).left(25), u"1 (row 1) Clienti attivi|"_s);
    }

    // The name of a file says nothing: an archive of cards beside it, a CSV that is called .xls.
    void tellsAWorkbookByWhatIsInIt()
    {
        QTemporaryDir folder;
        const QString renamed = folder.filePath(u"clienti.csv"_s), table = folder.filePath(u"tabella.xls"_s);
        QVERIFY(QFile::copy(data(u"clienti.xlsx"_s), renamed));
        QVERIFY(Workbook::isWorkbook(renamed));
        QVERIFY(describe(renamed)->isWorkbook());
        QFile file(table);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Nome;Cellulare\nAda;3401234567\n");
        file.close();
        QVERIFY(!Workbook::isWorkbook(table));
        QVERIFY(!describe(table)->isWorkbook());
        QVERIFY(!Workbook::isWorkbook(folder.filePath(u"nowhere"_s)));
        const auto missing = Workbook::open(folder.filePath(u"nowhere"_s));
        QCOMPARE(int(missing.error().kind), int(ErrorKind::NotFound));
    }

    void readsFormatsOfNumbers_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *code, double number, const char *text) {
            QTest::addRow("%s %g", code, number) << QString::fromUtf8(code) << number << QString::fromUtf8(text);
        };
        row("General", 393401234567, "393401234567");
        row("General", 1e20, "100000000000000000000");
        row("General", 0.1, "0.1");
        row("General", -0.0, "0");
        row("dd/mm/yyyy", 1, "1900-01-01");
        row("dd/mm/yyyy", 59, "1900-02-28");
        row("dd/mm/yyyy", 60, "1900-02-29");
        row("dd/mm/yyyy", 61, "1900-03-01");
        row("dd/mm/yyyy", 2958465, "9999-12-31");
        row("dd/mm/yyyy", 2958466, "2958466");
        row("[$-410]d mmmm yyyy;@", 46096, "2026-03-15");
        row("d/m/yy h:mm", 46096.5, "2026-03-15T12:00:00");
        row("h:mm AM/PM", 0.75, "18:00:00");
        row("h:mm", 46096.25, "2026-03-15T06:00:00");
        row("[h]:mm", 1.5, "1.5");
        row("d", 46096, "46096");
        row("[HH]", 1.5, "1.5");
        row("dd", 46096, "2026-03-15");
        row("dd/mm/yyyy", 0, "00:00:00"); // what a formula makes of an empty cell
        row("dd/mm/yyyy hh:mm", -1234.5678, "1896-08-12T10:22:22.080");
        row("mmm-yy", 46096, "2026-03-15");
        row("#,##0.00 \"giorni\"", 46096, "46096");
        row("[Red]-#,##0", 5, "5");
        row("0\\d", 5, "5");
        row("0.00E+00", 5, "5");
        row("_-* #,##0 _€_-", 5, "5");
    }
    void readsFormatsOfNumbers()
    {
        QFETCH(QString, code);
        QFETCH(double, number);
        QFETCH(QString, text);
        SheetCell cell;
        setNumber(cell, number, readNumberFormat(code), false);
        QCOMPARE(QString::fromStdString(cell.text), text);
    }
    void givesDurationsAsOthersDo()
    {
        // Python's datetime.timedelta, which openpyxl gives for such cells, prints them so.
        QCOMPARE(daysAndTimeText(0.3), std::string("7:12:00"));
        QCOMPARE(daysAndTimeText(1), std::string("1 day, 0:00:00"));
        QCOMPARE(daysAndTimeText(-1.2), std::string("-2 days, 19:12:00"));
        QCOMPARE(daysAndTimeText(-0.5), std::string("-1 day, 12:00:00"));
        QCOMPARE(daysAndTimeText(12345.6789), std::string("12345 days, 16:17:36.960000"));
    }
    void givesAnImportWhatPeopleSee()
    {
        const auto shown = [](double number, const char *code) {
            SheetCell cell;
            setNumber(cell, number, readNumberFormat(QString::fromUtf8(code)), false);
            return QString::fromStdString(tableText(cell));
        };
        QCOMPARE(shown(0, "dd/mm/yyyy"), QString());
        QCOMPARE(shown(0, "h:mm"), u"00:00:00"_s);
        QCOMPARE(shown(1.5, "[h]:mm"), u"36:00:00"_s);
        QCOMPARE(shown(-1.2, "[h]:mm:ss"), u"-28:48:00"_s);
        QCOMPARE(shown(1.5, "[HH]:MM:SS"), u"36:00:00"_s); // as LibreOffice writes it
        QCOMPARE(shown(1.5, "[HH]"), u"1.5"_s);
        QCOMPARE(shown(46096, "dd/mm/yyyy hh:mm"), u"2026-03-15"_s);
        QCOMPARE(shown(184, "00000"), u"00184"_s);
        QCOMPARE(shown(0.1 + 0.2, "0.00"), u"0.3"_s);
        QCOMPARE(shown(393401234567.0, "0.00E+00"), u"393401234567"_s);
        QCOMPARE(shown(1e-7, "General"), u"0.0000001"_s);
    }
};

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
