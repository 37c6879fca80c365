// SPDX-License-Identifier: Apache-2.0
#include "formats/recordfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Elenco;

namespace {

/// Columns, then records: "Nome=Anna; …" of the cells that are filled, "!" and the reason for a rejected one.
QStringList printed(const QString &path, const ReadOptions &options = {})
{
    const auto reader = openRecordFile(path, options);
    if (!reader)
        return {QStringLiteral("error %1 %2").arg(static_cast<int>(reader.error().kind)).arg(reader.error().detail)};
    QStringList out;
    QStringList columns;
    for (const Column &column : (*reader)->columns())
        columns.append(column.key.isEmpty() ? column.name : column.name + u'<' + column.key + u'>');
    out.append(columns.join(u'|'));
    Record record;
    while (true) {
        const auto next = (*reader)->next(record);
        if (!next) {
            out.append(QStringLiteral("error %1").arg(static_cast<int>(next.error().kind)));
            return out;
        }
        if (*next == RecordReader::Next::End)
            return out;
        QString line = QStringLiteral("%1@%2 ").arg(record.row).arg(record.line);
        if (*next == RecordReader::Next::Rejected) {
            out.append(line + u'!' + QString::fromStdString(record.name) + u'!' + record.reason);
            continue;
        }
        QStringList cells;
        for (const std::string_view cell : record.cells)
            cells.append(QString::fromUtf8(cell).replace(u'\n', u'~'));
        line += cells.join(u'|');
        // Lines that only say how a value came are tried by what an export gives back: tst_field.
        QStringList unknown = QString::fromStdString((*reader)->unknownProperties()).split(u'\n', Qt::SkipEmptyParts);
        unknown.removeIf([](const QString &each) { return each.startsWith(u'='); });
        if (!unknown.isEmpty())
            line += QStringLiteral(" + ") + unknown.join(u'~');
        out.append(line);
    }
}

} // namespace

class RecordFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void refuses_data();
    void refuses();
    void refusesWhatIsNotThere();
    void refusesAFolder();
    void refusesWithoutPermission();
    void noticesAChange();
    void readsATable();
    void readsEncodings_data();
    void readsEncodings();
    void overrides();
    void keepsExtraCells();
    void readsCardsWhateverTheyAreCalled();
    void ranksNumbers();
    void joinsWhatIsTooMany();
    void rejectsOneByOne();
    void meetsAHugeLine();
    void describes();
    void goldenFiles_data();
    void goldenFiles();

private:
    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write %s", name);
        return path;
    }

    QTemporaryDir m_folder;
};

void RecordFileTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *what, const QByteArray &bytes, ErrorKind kind, const char *words) {
        QTest::newRow(what) << bytes << static_cast<int>(kind) << QString::fromLatin1(words);
    };
    QByteArray ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    ole += QByteArray(600, '\0');
    QByteArray noise;
    for (int i = 0; i < 2000; ++i)
        noise.append(static_cast<char>(i * 7 % 29)).append('x');
    row("empty", "", ErrorKind::Empty, "");
    row("only blanks", " \r\n\r\n", ErrorKind::Empty, "");
    row("only a mark", "\xEF\xBB\xBF", ErrorKind::Empty, "");
    row("cut-off xlsx", QByteArray("PK\x03\x04\x14\0\0\0", 8) + "[Content_Types].xml xl/workbook.xml",
        ErrorKind::InvalidInput, "cut off");
    row("docx", QByteArray("PK\x03\x04\x14\0\0\0", 8) + "word/document.xml", ErrorKind::NotRecognised, "Office");
    row("zip", QByteArray("PK\x03\x04\x14\0\0\0", 8) + "photo.jpg", ErrorKind::Unsupported, "archive");
    row("cut-off xls", ole, ErrorKind::InvalidInput, "cut off");
    row("xml of 2003", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        ErrorKind::Unsupported, "Excel 2003");
    row("png", "\x89PNG\r\n\x1A\n", ErrorKind::NotRecognised, "PNG");
    row("elf",
        "\x7F"
        "ELF\x02\x01",
        ErrorKind::NotRecognised, "program");
    row("pdf", "%PDF-1.7", ErrorKind::NotRecognised, "PDF");
    row("html", "\n<!doctype HTML><table>", ErrorKind::NotRecognised, "web page");
    row("noise", noise, ErrorKind::NotRecognised, "binary");
}

void RecordFileTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const QString path = write("refused", bytes);
    const auto description = describe(path);
    QVERIFY(!description);
    QCOMPARE(static_cast<int>(description.error().kind), kind);
    QVERIFY2(description.error().detail.contains(words), qPrintable(description.error().detail));
    QCOMPARE(description.error().subject, path);
    QVERIFY(!openRecordFile(path));
}

void RecordFileTest::refusesWhatIsNotThere()
{
    const auto description = describe(m_folder.filePath(QStringLiteral("nowhere.csv")));
    QVERIFY(!description);
    QCOMPARE(description.error().kind, ErrorKind::NotFound);
}

void RecordFileTest::refusesAFolder()
{
    const auto description = describe(m_folder.path());
    QVERIFY(!description);
    QCOMPARE(description.error().kind, ErrorKind::IsDirectory);
}

void RecordFileTest::refusesWithoutPermission()
{
    const QString path = write("secret.csv", "a,b\n");
    QVERIFY(QFile::setPermissions(path, {}));
    // Root may read everything: be nobody for a moment.
    const bool root = geteuid() == 0;
    if (root) {
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther));
        QCOMPARE(seteuid(65534), 0);
    }
    const auto description = describe(path);
    if (root)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(!description);
    QCOMPARE(description.error().kind, ErrorKind::NoPermission);
}

void RecordFileTest::noticesAChange()
{
    QByteArray bytes = "nome,citta\n";
    for (int i = 0; i < 100000; ++i)
        bytes += "Anna,Roma\n";
    const QString path = write("growing.csv", bytes);
    auto reader = openRecordFile(path);
    QVERIFY(reader.has_value());
    Record record;
    QVERIFY((*reader)->next(record).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("Ugo,Bari\n");
    file.close();
    while (true) {
        const auto next = (*reader)->next(record);
        if (!next) {
            QCOMPARE(next.error().kind, ErrorKind::ChangedWhileRead);
            return;
        }
        QVERIFY(*next != RecordReader::Next::End);
    }
}

void RecordFileTest::readsATable()
{
    const QString path =
        write("table.csv", "Nome;Cellulare;Note\r\nAnna;+39 333 1;\"due\r\nrighe\"\r\n\r\nUgo;+39 333 2\r\n");
    QCOMPARE(printed(path),
             QStringList({QStringLiteral("Nome|Cellulare|Note"), QStringLiteral("1@2 Anna|+39 333 1|due\r~righe"),
                          QStringLiteral("2@5 Ugo|+39 333 2|")}));
}

void RecordFileTest::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("utf-8") << QByteArray("citt\xC3\xA0,nome\nForl\xC3\xAC,Nicol\xC3\xB2\n") << QStringLiteral("utf-8");
    QTest::newRow("windows-1252") << QByteArray("citt\xE0,nome\nForl\xEC,Nicol\xF2\n")
                                  << QStringLiteral("windows-1252");
    QTest::newRow("macintosh") << QByteArray("citt\x88,nome\nForl\x93,Nicol\x98\n") << QStringLiteral("macintosh");
    QByteArray wide("\xFF\xFE", 2);
    QByteArray bare;
    for (const QChar c : QStringLiteral("città,nome\nForlì,Nicolò\n")) {
        wide.append(static_cast<char>(c.cell())).append(static_cast<char>(c.row()));
        bare.append(static_cast<char>(c.row())).append(static_cast<char>(c.cell()));
    }
    QTest::newRow("utf-16le with a mark") << wide << QStringLiteral("utf-16le");
    QTest::newRow("utf-16be without") << bare << QStringLiteral("utf-16be");
}

void RecordFileTest::readsEncodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const QString path = write("encoded.csv", bytes);
    const auto description = describe(path);
    QVERIFY(description.has_value());
    QCOMPARE(description->encoding, encoding);
    QCOMPARE(printed(path), QStringList({QStringLiteral("città|nome"), QStringLiteral("1@2 Forlì|Nicolò")}));
}

void RecordFileTest::overrides()
{
    const QString path = write("over.txt", "x\na;b,c\nd;e,f\xE0\n");
    ReadOptions options;
    options.delimiter = ',';
    options.header = false;
    options.preamble = 1;
    options.encoding = QStringLiteral("macintosh");
    QCOMPARE(printed(path, options), QStringList({QStringLiteral("Column 1|Column 2"), QStringLiteral("1@2 a;b|c"),
                                                  QStringLiteral("2@3 d;e|f‡")}));
    options.encoding = QStringLiteral("nonsense");
    const auto refused = describe(path, options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void RecordFileTest::keepsExtraCells()
{
    const QString path = write("long.csv", "nome,email\nAnna,a@example.it,x,y\nUgo,u@example.it\n");
    QCOMPARE(printed(path), QStringList({QStringLiteral("nome|email"), QStringLiteral("1@2 Anna|a@example.it|x|y"),
                                         QStringLiteral("2@3 Ugo|u@example.it")}));
}

void RecordFileTest::readsCardsWhateverTheyAreCalled()
{
    const QString path =
        write("contatti.txt", "\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:Rossi;Anna\r\nFN:Anna Rossi\r\nTEL:1\r\n"
                              "UID:7\r\nX-REGION:Lombardia\r\nEND:VCARD\r\n");
    QCOMPARE(printed(path),
             QStringList({QStringLiteral("First name<N.given>|Last name<N.family>|Full name<FN>|Phone<TEL>|"
                                         "Region<X-REGION>"),
                          QStringLiteral("1@2 Anna|Rossi|Anna Rossi|1|Lombardia + TEL:1~UID:7")}));
}

void RecordFileTest::ranksNumbers()
{
    const QString path =
        write("ranks.vcf", "BEGIN:VCARD\nFN:a\nTEL;TYPE=WORK,FAX:1\nTEL;TYPE=HOME:2\nTEL;TYPE=WORK,PREF:3\n"
                           "TEL;TYPE=CELL:tel:+39-4;ext=9\nEND:VCARD\n");
    QCOMPARE(printed(path),
             QStringList({QStringLiteral("Full name<FN>|Phone<TEL>|Phone 2<TEL.2>|Phone 3<TEL.3>|Fax<TEL.fax>"),
                          QStringLiteral("1@1 a|+39-4|3|2|1 + TEL;TYPE=WORK,FAX:1~TEL;TYPE=HOME:2~TEL;TYPE=WORK,PREF:3")}));
}

void RecordFileTest::joinsWhatIsTooMany()
{
    QByteArray bytes = "BEGIN:VCARD\nFN:a\n";
    for (int i = 1; i <= 11; ++i)
        bytes += "EMAIL:" + QByteArray::number(i) + "@x\n";
    bytes += "END:VCARD\n";
    const QStringList lines = printed(write("many.vcf", bytes));
    QVERIFY(lines[0].endsWith(QStringLiteral("E-mail 9<EMAIL.9>")));
    QVERIFY(lines[1].endsWith(QStringLiteral("|8@x|9@x, 10@x, 11@x")));
}

void RecordFileTest::rejectsOneByOne()
{
    const QString path = write("broken.vcf", "BEGIN:VCARD\nFN:Anna\nTEL:1\nBEGIN:VCARD\nFN:Ugo\nTEL:2\nEND:VCARD\n");
    const QStringList lines = printed(path);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(QStringLiteral("1@1 !Anna!")));
    QVERIFY(lines[1].contains(QStringLiteral("END:VCARD")));
    QCOMPARE(lines[2], QStringLiteral("2@4 Ugo|2 + TEL:2"));
}

void RecordFileTest::meetsAHugeLine()
{
    const QString path = write("huge.csv", "nome,email\n" + QByteArray(40 << 20, 'x') + "\nAnna,a@example.it\n");
    const QStringList lines = printed(path, {{}, ',', '"', true, 0});
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(QStringLiteral("1@2 !")));
    QCOMPARE(lines[2], QStringLiteral("2@3 Anna|a@example.it"));
}

void RecordFileTest::describes()
{
    const QString table = write("d.csv", "Report\n\nnome;citta\nAnna;Roma\nUgo;Bari\n");
    const auto one = describe(table);
    QVERIFY(one.has_value());
    QCOMPARE(one->kind, FileKind::Table);
    QCOMPARE(one->dialect.delimiter, ';');
    QCOMPARE(one->preamble, 2);
    QVERIFY(one->header);
    QCOMPARE(one->records, -1);
    QCOMPARE(one->columns.size(), 2);
    const QString cards = write("d.vcf", "BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VCARD\nFN:b\n");
    const auto two = describe(cards);
    QVERIFY(two.has_value());
    QCOMPARE(two->kind, FileKind::Cards);
    QCOMPARE(two->records, 2);
}

void RecordFileTest::goldenFiles_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(ELENCO_TEST_DATA "/formats"));
    const QStringList names =
        folder.entryList({QStringLiteral("*.vcf"), QStringLiteral("*.csv"), QStringLiteral("*.tsv")});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void RecordFileTest::goldenFiles()
{
    QFETCH(QString, path);
    QFile expected(path + QStringLiteral(".records"));
    const QStringList lines = printed(path);
    if (qEnvironmentVariableIsSet("ELENCO_UPDATE_GOLDEN")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(lines.join(u'\n').toUtf8() + '\n');
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    const QStringList wanted = QString::fromUtf8(expected.readAll()).trimmed().split(u'\n');
    for (qsizetype i = 0; i < qMin(wanted.size(), lines.size()); ++i)
        QCOMPARE(lines[i].trimmed(), wanted[i].trimmed());
    QCOMPARE(lines.size(), wanted.size());
}

QTEST_APPLESS_MAIN(RecordFileTest)
#include "tst_recordfile.moc"
