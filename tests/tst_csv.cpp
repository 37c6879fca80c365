// SPDX-License-Identifier: Apache-2.0
#include "formats/csvdialect.h"
#include "formats/csvreader.h"
#include "formats/csvwriter.h"

#include <QTest>

using namespace Elenco;

namespace {

/// "a|b" for a record of two fields, "!" for a rejected one; records parted by "/", line ends shown as "~".
QByteArray printed(const QByteArray &text, const CsvDialect &dialect, qint64 chunk = 1 << 16,
                   CsvReader::Limits limits = {}, int expectedFields = 0)
{
    const std::string bytes = text.toStdString();
    MemorySource source(bytes, chunk);
    CsvReader reader(source, dialect, limits);
    reader.setExpectedFields(expectedFields);
    QByteArray out;
    while (true) {
        const auto next = reader.next();
        if (!next)
            return "error";
        if (*next == CsvReader::Next::End)
            return out;
        if (!out.isEmpty())
            out += '/';
        out += QByteArray::number(reader.line()) + ':';
        if (*next == CsvReader::Next::Rejected) {
            out += '!';
            continue;
        }
        bool first = true;
        for (const std::string_view field : reader.fields()) {
            if (!first)
                out += '|';
            first = false;
            out += QByteArray(field.data(), static_cast<qsizetype>(field.size())).replace('\n', '~').replace('\r', '^');
        }
    }
}

} // namespace

Q_DECLARE_METATYPE(Elenco::CsvDialect)

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsInSmallChunks_data() { reads_data(); }
    void readsInSmallChunks();
    void rejectsAFieldThatIsTooLong();
    void rejectsTooManyFields();
    void readsOnBehindAQuoteThatIsNeverClosed();
    void guesses_data();
    void guesses();
    void writes_data();
    void writes();
};

void CsvTest::reads_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("records");
    const CsvDialect plain;
    const auto row = [](const char *what, const CsvDialect &dialect, const QByteArray &text,
                        const QByteArray &records) { QTest::newRow(what) << dialect << text << records; };
    row("nothing", plain, "", "");
    row("one record", plain, "a,b,c", "1:a|b|c");
    row("line ends", plain, "a,b\nc,d\r\ne,f\rg,h", "1:a|b/2:c|d/3:e|f/4:g|h");
    row("blank lines", plain, "\n\na\r\n\r\nb\n\n", "3:a/5:b");
    row("empty fields", plain, ",\n,,", "1:|/2:||");
    row("blanks stay", plain, " a , b \n  \n", "1: a | b /2:  ");
    row("quoted", plain, "\"a,b\",\"c\"\n", "1:a,b|c");
    row("quotes doubled", plain, "\"a \"\"b\"\"\",c\n", "1:a \"b\"|c");
    row("only quotes", plain, "\"\"\"\"\n\"\"\n", "1:\"/2:");
    row("line end in quotes", plain, "\"a\nb\",c\nd,e\n", "1:a~b|c/3:d|e");
    row("CRLF in quotes", plain, "\"a\r\nb\",c\nd,e\n", "1:a^~b|c/3:d|e");
    row("a quote inside a field is text", plain, "5\" pipe,b\"c\n", "1:5\" pipe|b\"c");
    row("text behind the closing quote", plain, "\"a\"b,c\n\"a\"\"b\"c\"d,e\n", "1:ab|c/2:a\"bc\"d|e");
    row("never closed", plain, "a,\"b\nc", "1:a|b~c");
    row("NULs are text", plain, QByteArray("a\0b,c\n", 6), QByteArray("1:a\0b|c", 7));
    row("ragged", plain, "a,b\nc\nd,e,f\n", "1:a|b/2:c/3:d|e|f");
    row("longer than a vector", plain, "abcdefghijklmnopqrstuvwxyz,\"abcdefghijklmnopqrstuvwxyz\"\n",
        "1:abcdefghijklmnopqrstuvwxyz|abcdefghijklmnopqrstuvwxyz");
    row("semicolons", {';', '"', '\0', '\0'}, "a,1;\"b;c\"\n", "1:a,1|b;c");
    row("one column", {'\0', '"', '\0', '\0'}, "a,b\n\"c;d\"\n", "1:a,b/2:c;d");
    row("no quotes", {'\t', '\0', '\0', '\0'}, "\"a\tb\"\n", "1:\"a|b\"");
    row("single quotes", {',', '\'', '\0', '\0'}, "'a,b','it''s'\n", "1:a,b|it's");
    row("escaped quote", {',', '"', '\\', '\0'}, "\"a \\\"b\\\"\",c\\,d\n", "1:a \"b\"|c,d");
    row("escaped line end", {',', '\0', '\\', '\0'}, "a\\\nb,c\nd,e\n", "1:a~b|c/3:d|e");
    row("lines of plain text", {'\0', '"', '\0', '\0'},
        "a\x0C"
        "b\x0B\n\"c\x1E\"d\x1D"
        "e\u2028f\xC2\x85g",
        "1:a\x0C/2:b\x0B/4:c\x1E"
        "d\x1D/5:e\u2028/6:f\xC2\x85/7:g");
    row("control characters in a table are text", plain,
        "a\x0B"
        "b,c\x1D"
        "d\ne\u2028f,g\n",
        "1:a\x0B"
        "b|c\x1D"
        "d/2:e\u2028f|g");
    row("comments", {';', '"', '\0', '#'}, "# one\na;b\n  # two\nc;#d\n", "2:a|b/4:c|#d");
}

void CsvTest::reads()
{
    QFETCH(CsvDialect, dialect);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, records);
    QCOMPARE(printed(text, dialect), records);
}

void CsvTest::readsInSmallChunks()
{
    QFETCH(CsvDialect, dialect);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, records);
    for (const qint64 chunk : {1, 2, 5})
        QCOMPARE(printed(text, dialect, chunk), records);
}

void CsvTest::rejectsAFieldThatIsTooLong()
{
    CsvReader::Limits limits;
    limits.field = 1000;
    const QByteArray text = "a,b\n" + QByteArray(600000, 'x') + ",y\nc,d\n\"" + QByteArray(5000, 'z') + "\"\ne,f";
    QCOMPARE(printed(text, {}, 1 << 16, limits), QByteArray("1:a|b/2:!/3:c|d/4:!/5:e|f"));
}

void CsvTest::rejectsTooManyFields()
{
    CsvReader::Limits limits;
    limits.fields = 10;
    QCOMPARE(printed("a,b\n" + QByteArray(1000000, ',') + "\nc,d\n", {}, 1 << 16, limits),
             QByteArray("1:a|b/2:!/3:c|d"));
}

void CsvTest::readsOnBehindAQuoteThatIsNeverClosed()
{
    const QByteArray text = "a,b\nc,\"5 inch\nd,e\nf,g\nh,i\n";
    QCOMPARE(printed(text, {}, 1 << 16, {}, 2), QByteArray("1:a|b/2:!/3:d|e/4:f|g/5:h|i"));
}

void CsvTest::guesses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<CsvDialect>("dialect");
    QTest::addColumn<int>("preamble");
    QTest::addColumn<bool>("header");
    const auto row = [](const char *what, const QByteArray &text, const CsvDialect &dialect, int preamble,
                        bool header) { QTest::newRow(what) << text << dialect << preamble << header; };
    const CsvDialect comma;
    const CsvDialect semicolon{';', '"', '\0', '\0'};
    row("commas", "name,phone\nAnna,333 1234567\nUgo,333 7654321\n", comma, 0, true);
    row("semicolons, decimal commas", "nome;cellulare;spesa\nAnna;3331234567;12,50\nUgo;3337654321;7,00\n", semicolon,
        0, true);
    row("tabs", "nome\tcitta\nAnna\tRoma, Lazio\nUgo\tBari, Puglia\n", {'\t', '"', '\0', '\0'}, 0, true);
    row("pipes", "nome|citta\nAnna|Roma\nUgo|Bari\n", {'|', '"', '\0', '\0'}, 0, true);
    row("no header", "Anna,anna@example.it,3331234567\nUgo,ugo@example.it,3337654321\n", comma, 0, false);
    row("one column of numbers", "+39 333 1234567\n+39 333 7654321\n+39 347 1111111\n", {'\0', '"', '\0', '\0'}, 0,
        false);
    row("one column of e-mails", "email\na@example.it\nb@example.it\n", {'\0', '"', '\0', '\0'}, 0, true);
    row("commas in quoted addresses", "nome;via\nAnna;\"Via Roma, 1, int. 2\"\nUgo;\"Via Po, 3\"\n", semicolon, 0,
        true);
    row("notes above", "Report contatti\nCreato il 3 marzo\n\nNome,Email\nAnna,a@example.it\nUgo,u@example.it\n", comma,
        3, true);
    row("a title above a header", "Clienti 2024\nNome,Cognome,Email\nAnna,Rossi,a@example.it\nUgo,Bo,u@example.it\n",
        comma, 1, true);
    row("a title in the first cell", "Clienti;;\nNome;Cognome;Email\nAnna;Rossi;a@example.it\nUgo;Bo;u@example.it\n",
        semicolon, 1, true);
    row("single quotes", "'id','name'\n1,'Rossi, Anna'\n2,'Bo, Ugo'\n", {',', '\'', '\0', '\0'}, 0, true);
    row("backslashes", "id,name\n1,\"say \\\"hi\\\" now\"\n2,\"x\"\n", {',', '"', '\\', '\0'}, 0, true);
    row("comments", "# export\nnome;citta\nAnna;Roma\n# half\nUgo;Bari\n", {';', '"', '\0', '#'}, 0, true);
    row("a declaration of Excel", "sep=;\r\nnome;spesa\r\nAnna, Ugo;1,5\r\nIda;2,5\r\n", semicolon, 1, true);
    row("a column that is called #", "#,nome\n1,Anna\n2,Ugo\n", comma, 0, true);
    row("blanks between cells in quotes",
        "DATE ITEM TEXT\n1/2/2018 Boots \"of leather, brown\" \"x\"\n2/2/2018 Running Jacket \"light, up\" \"y\"\n"
        "3/2/2018 Rods \"a, b, c\" \"z\"\n4/2/2018 \"Throw Pillow\" \"soft\" \"\"\n5/2/2018 Socks \"of wool, and "
        "long\" \"v\"\n"
        "6/2/2018 \"Hat\" \"red, green\" \"u\"\n",
        {' ', '"', '\0', '\0'}, 0, true);
    row("control characters in regular rows", QByteArray("nome,n\nAnna,1\0\x02\nUgo,2\x01\nIda,3\0\x05\n", 31), comma,
        0, true);
    row("ragged rows",
        "nome,citta,email\nAnna,Roma,a@example.it\nUgo,Bari\nIda,Pisa,i@example.it,x\nEva,Roma,e@example.it\n", comma,
        0, true);
}

void CsvTest::guesses()
{
    QFETCH(QByteArray, text);
    QFETCH(CsvDialect, dialect);
    QFETCH(int, preamble);
    QFETCH(bool, header);
    const CsvLayout layout = guessCsvLayout(text.toStdString(), true);
    QCOMPARE(QByteArray(1, layout.dialect.delimiter), QByteArray(1, dialect.delimiter));
    QCOMPARE(QByteArray(1, layout.dialect.quote), QByteArray(1, dialect.quote));
    QCOMPARE(QByteArray(1, layout.dialect.escape), QByteArray(1, dialect.escape));
    QCOMPARE(QByteArray(1, layout.dialect.comment), QByteArray(1, dialect.comment));
    QCOMPARE(layout.preamble, preamble);
    QCOMPARE(layout.header, header);
}

void CsvTest::writes_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *what, const QByteArrayList &fields, const QByteArray &line) {
        QTest::newRow(what) << fields << line;
    };
    row("plain", {"a", "b"}, "a,b\r\n");
    row("quoted", {"a,b", "c\"d", "e\nf", "g;h"}, "\"a,b\",\"c\"\"d\",\"e\nf\",g;h\r\n");
    row("empty", {"", ""}, ",\r\n");
    row("one empty field is a record", {""}, "\"\"\r\n");
    row("blanks are kept", {" a", "b "}, "\" a\",\"b \"\r\n");
    row("no comment", {"#1"}, "\"#1\"\r\n");
}

void CsvTest::writes()
{
    QFETCH(QByteArrayList, fields);
    QFETCH(QByteArray, line);
    std::vector<std::string> owned;
    for (const QByteArray &field : fields)
        owned.push_back(field.toStdString());
    const std::vector<std::string_view> views(owned.begin(), owned.end());
    std::string out;
    CsvWriter(out).write(views);
    QCOMPARE(QByteArray::fromStdString(out), line);

    MemorySource source(out);
    CsvReader reader(source, CsvDialect{});
    const auto next = reader.next();
    QVERIFY(next && *next == CsvReader::Next::Record);
    QCOMPARE(reader.fields(), views);
}

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
