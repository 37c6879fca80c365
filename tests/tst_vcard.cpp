// SPDX-License-Identifier: Apache-2.0
#include "formats/cardcolumns.h"
#include "formats/carddates.h"
#include "formats/vcardwriter.h"
#include "printedcards.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Elenco;

namespace {

/// Types in lower case, lists taken apart, in alphabetical order.
std::vector<std::string> plainTypes(const std::vector<std::string> &types)
{
    QByteArrayList all;
    for (const std::string &type : types)
        all += QByteArray::fromStdString(type).toLower().split(',');
    std::sort(all.begin(), all.end());
    std::vector<std::string> plain;
    for (const QByteArray &type : all)
        plain.push_back(type.toStdString());
    return plain;
}

/// Lines as a card of a version.
QByteArray card(const char *version, const QByteArray &lines)
{
    return QByteArray("BEGIN:VCARD\r\nVERSION:") + version + "\r\n" + lines + "END:VCARD\r\n";
}

} // namespace

class VCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsInSmallChunks_data() { reads_data(); }
    void readsInSmallChunks();
    void goldenFiles_data();
    void goldenFiles();
    void rejectsThreeOfMany();
    void rejectsACardThatIsTooLarge();
    void writesWhatItRead_data() { reads_data(); }
    void writesWhatItRead();
    void foldsBetweenCharacters();
    void writesVersions();
    void keepsUnknownPropertiesInside();
    void losesNothing_data();
    void losesNothing();
    void isoDates_data();
    void isoDates();
};

void VCardTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("cards");
    const auto row = [](const char *what, const QByteArray &bytes, const QByteArray &cards) {
        QTest::newRow(what) << bytes << cards;
    };
    row("nothing", "", "");
    row("3.0", card("3.0", "N:Rossi;Anna;;Dott.;\r\nFN:Anna Rossi\r\nTEL;TYPE=CELL,PREF:+39 333\r\n"),
        "1: fn=Anna Rossi n=Rossi|Anna||Dott.| tel=+39 333(CELL,PREF)");
    row("2.1", card("2.1", "N:Rossi;Anna\r\nTEL;CELL;VOICE:333\r\nEMAIL;INTERNET:a@b.it\r\n"),
        "1: n=Rossi|Anna||| tel=333(CELL,VOICE) email=a@b.it(INTERNET)");
    row("4.0", card("4.0", "FN:Anna\r\nTEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+39-333;ext=5\r\nGENDER:F\r\n"),
        "1: fn=Anna tel=tel:+39-333;ext=5(pref,voice,home) gender=F");
    row("types in every spelling",
        card("3.0",
             "TEL;type=cell;type=pref:1\r\nTEL;TYPE=\"a,b\":2\r\nTEL;TYPE=\"home,fax\":3\r\nTEL;HOME;TYPE=WORK:4\r\n"),
        "1: tel=1(cell,pref) tel=2(a,b) tel=3(home,fax) tel=4(HOME,WORK)");
    row("groups", card("3.0", "item1.TEL:1\r\nitem1.X-ABLabel:_$!<Mobile>!$_\r\na.b.EMAIL:c\r\n"),
        "1: tel=1() email=c()");
    row("folds", card("3.0", "FN:An\r\n na R\r\n\tossi\r\nNOTE:a\r\n  b\r\n"), "1: fn=Anna Rossi note=a b");
    row("a fold inside a character", card("3.0", "FN:citt\xC3\r\n \xA0\r\n"), "1: fn=citt\xC3\xA0");
    row("escapes", card("3.0", "FN:a\\, b\\; c\\\\ d\\ne\\Nf\\x\r\nORG:A\\;B;C\r\n"),
        "1: fn=a, b; c\\ d~e~f\\x org=A;B|C");
    row("escapes of 2.1", card("2.1", "N:;A\\;B\\\\;C\\\\\\;;D;\\:E\r\n"), "1: n=|A;B\\|C\\;|D|:E");
    row("lists", card("3.0", "NICKNAME:a,b\\,c\r\nCATEGORIES:vip, milano\r\n"), "1: nick=a|b,c cat=vip|milano");
    row("RFC 6868", card("4.0", "TEL;TYPE=\"a^nb^'c^^\":1\r\n"), "1: tel=1(a~b\"c^)");
    row("a colon in quotes", card("3.0", "TEL;X-A=\"b:c;d\":1\r\n"), "1: tel=1()");
    row("a quote that is never closed", card("3.0", "TEL;X-A=\"b:1\r\n"), "1: tel=1()");
    row("empty parameters", card("3.0", "TEL;;HOME;:1\r\n"), "1: tel=1(HOME)");
    row("quoted-printable", card("2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Citt=C3=A0=20x\r\n"),
        "1: fn=Citt\xC3\xA0 x");
    row("soft breaks", card("2.1", "NOTE;QUOTED-PRINTABLE:one=\r\ntwo=\r\n three=0D=0Afour\r\nTEL:1\r\n"),
        "1: tel=1() note=onetwo three~four");
    row("a soft break behind an escaped equals sign", card("2.1", "NOTE;ENCODING=QUOTED-PRINTABLE:a=3D=\r\nb\r\n"),
        "1: note=a=b");
    row("a broken escape stays", card("2.1", "NOTE;QUOTED-PRINTABLE:5=ZZ 6=4\r\n"), "1: note=5=ZZ 6=4");
    row("a soft break before END", card("2.1", "NOTE;QUOTED-PRINTABLE:a=\r\n"), "1: note=a");
    row("base64", card("2.1", "PHOTO;BASE64:\r\n AAAA\r\n BBBB\r\n\r\nFN:x\r\n"), "1: fn=x");
    row("base64 without indentation", card("2.1", "PHOTO;ENCODING=BASE64:AAAA\r\nBBBB\r\nCC==\r\nFN:x\r\n"), "1: fn=x");
    row("a folded name behind base64",
        card("3.0", "PHOTO;ENCODING=b:AAAA\r\nTEL;TYPE=CELL;X-LONG=\"abcdefghijklmnopqrstuvwxyz\r\n abc\":1\r\n"),
        "1: tel=1(CELL)");
    row("folded parameters that end in an equals sign", card("4.0", "TEL;TYPE=cell;PREF=\r\n 1:333\r\n"),
        "1: tel=333(cell,pref)");
    row("a charset", card("2.1", "FN;CHARSET=windows-1252:Do\xEB\r\n"), "1: fn=Do\xC3\xAB");
    row("Shift_JIS with a backslash byte", card("2.1", "N;CHARSET=SHIFT_JIS:\x88\xC9\x94\x5C;\x8C\x5C\x88\xEA;;;\r\n"),
        "1: n=伊能|圭一|||");
    row("a charset that only another line names",
        card("2.1", "N:\xCA\xEB\xE8\xF7\xEA\xEE\r\nLABEL;CHARSET=windows-1251:\xCA\r\n"), "1: n=Кличко||||");
    row("an unknown charset", card("2.1", "FN;CHARSET=Murks:N\xFC\xDF\r\n"), "1: fn=N\xC3\xBC\xC3\x9F");
    row("bytes of windows-1252 without a word", card("3.0", "FN:N\xFC\xDF\r\n"), "1: fn=N\xC3\xBC\xC3\x9F");
    row("addresses", card("3.0", "ADR;TYPE=HOME:;;Via Roma 1;Milano;MI;20100;Italia;;\r\n"),
        "1: adr=||Via Roma 1|Milano|MI|20100|Italia");
    row("LF", "BEGIN:VCARD\nVERSION:3.0\nFN:a\nEND:VCARD\n", "1: fn=a");
    row("CR", "BEGIN:VCARD\rVERSION:3.0\rFN:a\rNOTE:b\r c\rEND:VCARD\r", "1: fn=a note=bc");
    row("CR CR LF", "BEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:a\r\r\n b\r\r\nEND:VCARD\r\r\n", "1: fn=ab");
    row("blank lines, any case, blanks", "\r\n\r\n  Begin:vCard  \r\nfn:a\r\n\r\ntel:1\r\nEnd:vCard  \r\n",
        "3: fn=a tel=1()");
    row("a mark",
        "\xEF\xBB\xBF"
        "BEGIN:VCARD\r\nFN:a\r\nEND:VCARD",
        "1: fn=a");
    row("a card in a card",
        card("2.1", "FN:a\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:inner\r\nTEL:9\r\nEND:VCARD\r\nTEL:1\r\n") +
            card("2.1", "FN:b\r\n"),
        "1: fn=a tel=1()\n11: fn=b");
    row("a card in a card, on the line", card("2.1", "FN:a\r\nAGENT:BEGIN:VCARD\r\nFN:inner\r\nEND:VCARD\r\nTEL:1\r\n"),
        "1: fn=a tel=1()");
    row("other objects",
        card("3.0", "FN:a\r\n") + "BEGIN:VCALENDAR\r\nX:1\r\nEND:VCALENDAR\r\n" + card("3.0", "FN:b\r\n"),
        "1: fn=a\n8: fn=b");
    row("lines that are no properties", card("3.0", "FN\r\nTEL:1\r\n# remark\r\nsome words: here\r\n"),
        "1: tel=1() problem@3 problem@6");
    row("no END", "BEGIN:VCARD\r\nFN:a\r\nTEL:1\r\n" + card("3.0", "FN:b\r\n"), "1: rejected NoEnd a\n4: fn=b");
    row("no BEGIN", card("3.0", "FN:a\r\n") + "VERSION:3.0\r\nFN:b\r\nEND:VCARD\r\n" + card("3.0", "FN:c\r\n"),
        "1: fn=a\n5: rejected NoBegin b\n8: fn=c");
    row("nothing readable", card("3.0", "%$ garbage\r\nmore\r\n") + card("3.0", "FN:b\r\n"),
        "1: rejected NothingReadable \n6: fn=b");
    row("cut in its last line", "BEGIN:VCARD\r\nFN:a\r\nTEL:1\r\nTEL:23", "1: fn=a tel=1() problem@4 problem@5");
    row("cut behind a line", "BEGIN:VCARD\r\nFN:a\r\n", "1: fn=a problem@3");
    row("END without a line end", "BEGIN:VCARD\r\nFN:a\r\nEND:VCARD", "1: fn=a");
}

void VCardTest::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, cards);
    QCOMPARE(printedAll(bytes), cards);
}

void VCardTest::readsInSmallChunks()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, cards);
    for (const qint64 chunk : {1, 3})
        QCOMPARE(printedAll(bytes, chunk), cards);
}

void VCardTest::goldenFiles_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(ELENCO_TEST_DATA "/formats"));
    const QStringList names = folder.entryList({QStringLiteral("*.vcf")});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void VCardTest::goldenFiles()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QFile expected(path + QStringLiteral(".expected"));
    const QByteArray got = printedAll(file.readAll()) + '\n';
    if (qEnvironmentVariableIsSet("ELENCO_UPDATE_GOLDEN")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(got);
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    const QByteArrayList wanted = expected.readAll().split('\n');
    const QByteArrayList lines = got.split('\n');
    for (qsizetype i = 0; i < qMin(wanted.size(), lines.size()); ++i)
        QCOMPARE(lines[i], wanted[i]);
    QCOMPARE(lines.size(), wanted.size());
}

void VCardTest::rejectsThreeOfMany()
{
    QByteArray bytes;
    for (int i = 0; i < 342; ++i) {
        const QByteArray name = "Anna " + QByteArray::number(i);
        if (i == 17)
            bytes += "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + name + "\r\nTEL:1\r\n"; // no END
        else if (i == 100)
            bytes += card("3.0", "this is no card at all\r\n\x01\x02\x03\r\n");
        else if (i == 341)
            bytes += "VERSION:3.0\r\nFN:" + name + "\r\nEND:VCARD\r\n"; // no BEGIN
        else
            bytes +=
                card("3.0", "FN:" + name + "\r\nTEL;TYPE=CELL:+39 333 " + QByteArray::number(1000000 + i) + "\r\n");
    }
    const QByteArrayList lines = printedAll(bytes).split('\n');
    QCOMPARE(lines.size(), 342);
    QCOMPARE(
        std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) { return line.contains("rejected"); }), 3);
    QCOMPARE(lines[17], QByteArray("86: rejected NoEnd Anna 17"));
    QCOMPARE(lines[341].mid(lines[341].indexOf(':')), QByteArray(": rejected NoBegin Anna 341"));
}

void VCardTest::rejectsACardThatIsTooLarge()
{
    VCardReader::Options options;
    options.largestCard = 1 << 20;
    const QByteArray photo = "PHOTO;ENCODING=b:" + QByteArray(3 << 20, 'A') + "\r\n";
    const QByteArray bytes = card("3.0", "FN:a\r\n") + card("3.0", "FN:b\r\n" + photo) + card("3.0", "FN:c\r\n");
    QCOMPARE(printedAll(bytes, 1 << 16, options), QByteArray("1: fn=a\n5: rejected TooLarge \n10: fn=c"));
    QCOMPARE(printedAll(bytes), QByteArray("1: fn=a\n5: fn=b\n10: fn=c"));
}

void VCardTest::writesWhatItRead()
{
    QFETCH(QByteArray, bytes);
    const std::string input = bytes.toStdString();
    for (const CardVersion version : {CardVersion::V30, CardVersion::V40}) {
        MemorySource source(input);
        VCardReader reader(source);
        Card read;
        while (true) {
            const auto next = reader.next(read);
            QVERIFY(next.has_value());
            if (*next == VCardReader::Next::End)
                break;
            if (*next == VCardReader::Next::Rejected)
                continue;
            CardText before = cardText(read);
            std::string written;
            writeCard(written, before, version);
            MemorySource again(written);
            VCardReader second(again);
            Card back;
            const auto answer = second.next(back);
            QVERIFY(answer && *answer == VCardReader::Next::Card);
            QVERIFY2(back.problems.empty(), written.c_str());
            CardText after = cardText(back);
            if (before.fn.empty())
                after.fn.clear(); // made, since a card must have one
            // 4.0 moves "pref" apart, takes a quoted list apart, and writes binary data as a URI.
            for (auto *list : {&before.tel, &after.tel, &before.email, &after.email}) {
                for (TypedText &value : *list)
                    value.types = plainTypes(value.types);
            }
            if (version == CardVersion::V40) {
                before.unknownProperties.clear();
                after.unknownProperties.clear();
            }
            QCOMPARE(after.unknownProperties, before.unknownProperties);
            QVERIFY2(after == before, written.c_str());
        }
    }
}

void VCardTest::foldsBetweenCharacters()
{
    CardText text;
    for (int i = 0; i < 60; ++i)
        text.fn += "à€😀";
    std::string out;
    writeCard(out, text, CardVersion::V30);
    for (const QByteArray &line : QByteArray::fromStdString(out).split('\n')) {
        QVERIFY(line.size() <= 76); // 75 and the CR
        QVERIFY(line.isEmpty() || (static_cast<uchar>(line.trimmed().at(0)) & 0xC0) != 0x80);
    }
    QCOMPARE(printedAll(QByteArray::fromStdString(out)), QByteArray("1: fn=") + text.fn.c_str());
}

void VCardTest::writesVersions()
{
    CardText text;
    text.n = {"Rossi", "Anna", "", "", ""};
    text.tel = {{"+39 333", {"CELL", "PREF"}}};
    text.bday = "1985-04-12";
    text.gender = "F";
    text.extensions = {{"X-TOTALSPENT", "1,5"}};
    text.unknownProperties = "item1.X-ABLabel:x\nEND:VCARD\nPHOTO;TYPE=JPEG;ENCODING=b:AAAA";
    std::string three;
    writeCard(three, text, CardVersion::V30);
    QCOMPARE(
        QByteArray::fromStdString(three),
        QByteArray("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Rossi;Anna;;;\r\nFN:Anna Rossi\r\nTEL;TYPE=CELL,PREF:+39 333\r\n"
                   "BDAY:1985-04-12\r\nX-GENDER:F\r\nX-TOTALSPENT:1\\,5\r\nitem1.X-ABLabel:x\r\n"
                   "PHOTO;TYPE=JPEG;ENCODING=b:AAAA\r\nEND:VCARD\r\n"));
    std::string four;
    writeCard(four, text, CardVersion::V40);
    QCOMPARE(
        QByteArray::fromStdString(four),
        QByteArray("BEGIN:VCARD\r\nVERSION:4.0\r\nN:Rossi;Anna;;;\r\nFN:Anna Rossi\r\nTEL;TYPE=CELL;PREF=1:+39 333\r\n"
                   "BDAY:19850412\r\nGENDER:F\r\nX-TOTALSPENT:1\\,5\r\nitem1.X-ABLabel:x\r\n"
                   "PHOTO:data:image/jpeg;base64,AAAA\r\nEND:VCARD\r\n"));
}

void VCardTest::keepsUnknownPropertiesInside()
{
    CardText text;
    text.fn = "a\r\nEND:VCARD\r\nBEGIN:VCARD";
    text.unknownProperties = "X-A;B=\"c\":d\nno property\nBEGIN:VCARD\n\n";
    std::string out;
    writeCard(out, text, CardVersion::V30);
    QCOMPARE(printedAll(QByteArray::fromStdString(out)), QByteArray("1: fn=a~END:VCARD~BEGIN:VCARD"));
}

void VCardTest::losesNothing_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("unknown");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *what, const QByteArray &lines, const QByteArray &unknown,
                        const QByteArray &written) { QTest::newRow(what) << lines << unknown << written; };
    row("a name of seven parts", "N:Rossi;Anna;;;;Bo\\;s;jr\r\n", "N:Rossi;Anna;;;;Bo\\;s;jr",
        "N:Rossi;Anna;;;;Bo\\;s;jr\r\n");
    row("empty further parts", "N:Rossi;Anna;;;;;\r\n", "", "N:Rossi;Anna;;;\r\n");
    row("product and revision", "N:Rossi;Anna\r\nPRODID:x\r\nREV:2024-01-01\r\n", "PRODID:x~REV:2024-01-01",
        "PRODID:x\r\nREV:2024-01-01\r\n");
    row("a card in a card", "N:Rossi;Anna\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:in, side\r\nEND:VCARD\r\nTEL:1\r\n",
        "AGENT:BEGIN:VCARD\\nFN:in\\, side\\nEND:VCARD\\n~=TEL:1", "AGENT:BEGIN:VCARD\\nFN:in\\, side\\nEND:VCARD\\n\r\n");
    row("a card in a card, on the line", "N:Rossi;Anna\r\nAGENT:BEGIN:VCARD\r\nFN:a\r\nEND:VCARD\r\n",
        "AGENT:BEGIN:VCARD\\nFN:a\\nEND:VCARD\\n", "AGENT:BEGIN:VCARD\\nFN:a\\nEND:VCARD\\n\r\n");
    row("a broken name of a parameter", "N:Rossi;Anna\r\nUID;A B@=c:1\r\n", "UID;A-B-=c:1", "UID;A-B-=c:1\r\n");
}

void VCardTest::losesNothing()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, unknown);
    QFETCH(QByteArray, written);
    const std::string bytes = card("3.0", lines).toStdString();
    MemorySource source(bytes);
    VCardReader reader(source);
    Card read;
    QVERIFY(*reader.next(read) == VCardReader::Next::Card);
    CardColumns columns;
    columns.see(read);
    columns.settle();
    std::vector<std::string_view> cells;
    columns.flatten(read, "windows-1252", cells);
    QCOMPARE(text(columns.unknownProperties(read, "windows-1252")), unknown);

    std::string out;
    writeCard(out, cardText(read), CardVersion::V30);
    const QByteArray all = QByteArray::fromStdString(out);
    QVERIFY2(all.contains(written), all.constData());
    QCOMPARE(all.count("\r\nN:"), 1);
}

void VCardTest::isoDates_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("iso");
    QTest::newRow("basic") << QByteArray("19850412") << QByteArray("1985-04-12");
    QTest::newRow("extended") << QByteArray("1985-04-12") << QByteArray("1985-04-12");
    QTest::newRow("with a time") << QByteArray("1985-04-12T10:00:00Z") << QByteArray("1985-04-12");
    QTest::newRow("basic with a time") << QByteArray("19850412T100000") << QByteArray("1985-04-12");
    QTest::newRow("without a year") << QByteArray("--0412") << QByteArray("--0412");
    QTest::newRow("no day") << QByteArray("19900229") << QByteArray("19900229");
    QTest::newRow("words") << QByteArray("12 aprile") << QByteArray("12 aprile");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void VCardTest::isoDates()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, iso);
    TextArena arena;
    QCOMPARE(text(isoDate(std::string_view(written.constData(), static_cast<size_t>(written.size())), arena)), iso);
}

QTEST_APPLESS_MAIN(VCardTest)
#include "tst_vcard.moc"
