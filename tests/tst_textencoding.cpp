// SPDX-License-Identifier: Apache-2.0
#include "formats/textencoding.h"
#include "formats/utf8.h"

#include <QTest>

using namespace Elenco;

namespace {

std::string bytes(const QByteArray &array)
{
    return array.toStdString();
}

QByteArray shown(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TextEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void guessIsTheSameForEveryChunk_data() { guesses_data(); }
    void guessIsTheSameForEveryChunk();
    void decodes_data();
    void decodes();
    void decodesByteByByte_data() { decodes_data(); }
    void decodesByteByByte();
    void knowsNames_data();
    void knowsNames();
    void checksUtf8_data();
    void checksUtf8();
    void decodingSourceGivesAllText();
};

void TextEncodingTest::guesses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("mark");
    const auto row = [](const char *what, const QByteArray &text, const char *name, int mark = 0) {
        QTest::newRow(what) << text << QByteArray(name) << mark;
    };
    row("nothing", "", "utf-8");
    row("ascii", "nome;cognome\n", "utf-8");
    row("utf-8", "citt\xC3\xA0\n", "utf-8");
    row("utf-8 with a mark", "\xEF\xBB\xBFnome\n", "utf-8", 3);
    row("utf-16le with a mark", QByteArray("\xFF\xFEn\0", 4), "utf-16le", 2);
    row("utf-16be with a mark", QByteArray("\xFE\xFF\0n", 4), "utf-16be", 2);
    row("utf-32le with a mark", QByteArray("\xFF\xFE\0\0n\0\0\0", 8), "utf-32le", 4);
    row("utf-32be with a mark", QByteArray("\0\0\xFE\xFF\0\0\0n", 8), "utf-32be", 4);
    row("utf-16le without", QByteArray("n\0o\0m\0e\0;\0x\0", 12), "utf-16le");
    row("utf-16be without", QByteArray("\0n\0o\0m\0e\0;\0x", 12), "utf-16be");
    row("utf-32le without", QByteArray("n\0\0\0o\0\0\0m\0\0\0", 12), "utf-32le");
    row("utf-32be without", QByteArray("\0\0\0n\0\0\0o\0\0\0m", 12), "utf-32be");
    row("utf-16le, Greek behind one Latin letter", QByteArray("A\0\xB1\x03\xB2\x03\xB3\x03", 8), "utf-16le");
    row("windows-1252", "citt\xE0,perch\xE9\n", "windows-1252");
    row("windows-1252, quotes and euro", "\x93Nicol\xF2\x94 \x80 5\n", "windows-1252");
    row("iso-8859-15 by its euro", "citt\xE0 \xA4 5\n", "iso-8859-15");
    row("mac", "citt\x88,perch\x8E,Nicol\x98\n", "macintosh");
    row("shift_jis by its kana", "\x83\x65\x83\x58\x83\x67,\x82\xA0\x82\xA2\n", "shift_jis");
    QByteArray mostly;
    for (int i = 0; i < 50; ++i)
        mostly += "citt\xC3\xA0\n";
    row("utf-8 with one line of another", mostly + "\xE0\n", "utf-8+windows-1252");
    row("two encodings", "citt\xC3\xA0\ncitt\xE0\nperch\xE9\n", "utf-8+windows-1252");
    row("utf-8 that is cut at the end", mostly + "citt\xC3", "utf-8");
}

void TextEncodingTest::guesses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    QFETCH(int, mark);
    EncodingDetector detector;
    detector.feed(bytes(text));
    QCOMPARE(shown(detector.guess().name), name);
    QCOMPARE(detector.guess().markSize, mark);
}

void TextEncodingTest::guessIsTheSameForEveryChunk()
{
    QFETCH(QByteArray, text);
    EncodingDetector whole;
    whole.feed(bytes(text));
    const std::string all = bytes(text);
    for (const size_t chunk : {size_t(2), size_t(3), size_t(7)}) {
        EncodingDetector detector;
        for (size_t at = 0; at < all.size(); at += chunk)
            detector.feed(std::string_view(all).substr(at, chunk));
        // Whether a letter stands in a word may be unknown at a border; the name must not hang on that.
        QCOMPARE(shown(detector.guess().name), shown(whole.guess().name));
        QCOMPARE(detector.guess().clean, whole.guess().clean);
    }
}

void TextEncodingTest::decodes_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utf8");
    const auto row = [](const char *what, const char *encoding, const QByteArray &text, const QByteArray &utf8) {
        QTest::newRow(what) << QByteArray(encoding) << text << utf8;
    };
    row("utf-8", "utf-8", "\xC3\xA0\xE2\x82\xAC\xF0\x9F\x98\x80", "à€😀");
    row("utf-8, a lone byte", "utf-8",
        "a\xE0"
        "b",
        "a\xEF\xBF\xBD"
        "b");
    row("utf-8, overlong", "utf-8", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
    row("utf-8, a surrogate", "utf-8", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    row("utf-8, cut", "utf-8", "a\xE2\x82", "a\xEF\xBF\xBD");
    row("utf-16le", "utf-16le", QByteArray("\xE0\0\xAC\x20\x3D\xD8\x00\xDE", 8), "à€😀");
    row("utf-16be", "utf-16be", QByteArray("\0\xE0\x20\xAC\xD8\x3D\xDE\x00", 8), "à€😀");
    row("utf-16be, half a pair", "utf-16be", QByteArray("\xD8\x3D\0a", 4),
        "\xEF\xBF\xBD"
        "a");
    row("utf-16le, an odd byte", "utf-16le", QByteArray("a\0b", 3), "a\xEF\xBF\xBD");
    row("utf-32le", "utf-32le", QByteArray("\x00\xF6\x01\x00", 4), "\xF0\x9F\x98\x80");
    row("windows-1252", "windows-1252", "\x80\x92\xE0", "€’à");
    row("windows-1252, what means nothing", "windows-1252", "\x81", "\xEF\xBF\xBD");
    row("iso-8859-15", "iso-8859-15", "\xA4\xE0", "€à");
    row("macintosh", "macintosh", "\x88\x8E\xD5\xDB", "àé’€");
    row("shift_jis", "shift_jis", "\x88\xC9\x94\x5C", "伊能");
    row("windows-1251", "windows-1251", "\xCA\xE8\xE5\xE2", "Киев");
    row("windows-1253", "windows-1253", "\xC1\xE8\xDE\xED\xE1", "Αθήνα");
}

void TextEncodingTest::decodes()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utf8);
    QCOMPARE(shown(toUtf8(bytes(text), bytes(encoding))), utf8);
}

void TextEncodingTest::decodesByteByByte()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utf8);
    TextDecoder decoder(bytes(encoding));
    std::string out;
    for (const char byte : text)
        decoder.decode(std::string_view(&byte, 1), out);
    decoder.finish(out);
    QCOMPARE(shown(out), utf8);
}

void TextEncodingTest::knowsNames_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("UTF8") << QByteArray("UTF8") << QByteArray("utf-8");
    QTest::newRow("Utf-8") << QByteArray("Utf-8") << QByteArray("utf-8");
    QTest::newRow("ISO_8859-1") << QByteArray("ISO_8859-1") << QByteArray("windows-1252");
    QTest::newRow("Windows-1252") << QByteArray("Windows-1252") << QByteArray("windows-1252");
    QTest::newRow("Shift_JIS") << QByteArray("Shift_JIS") << QByteArray("shift_jis");
    QTest::newRow("windows-1251") << QByteArray("windows-1251") << QByteArray("windows-1251");
    QTest::newRow("iso-8859-7") << QByteArray("iso-8859-7") << QByteArray("iso-8859-7");
    QTest::newRow("Murks") << QByteArray("Murks") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TextEncodingTest::knowsNames()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, name);
    QCOMPARE(shown(encodingName(bytes(label))), name);
}

void TextEncodingTest::checksUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ascii") << QByteArray("abcdefghij") << true;
    QTest::newRow("two") << QByteArray("\xC3\xA0") << true;
    QTest::newRow("highest") << QByteArray("\xF4\x8F\xBF\xBF") << true;
    QTest::newRow("above") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("overlong") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("cut") << QByteArray("abcdefgh\xC3") << false;
    QTest::newRow("stray") << QByteArray("\x80") << false;
}

void TextEncodingTest::checksUtf8()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(isUtf8(bytes(text)), valid);
}

void TextEncodingTest::decodingSourceGivesAllText()
{
    const std::string text("\xFF\xFE\xE0\0b\0", 6);
    for (const qint64 chunk : {1, 2, 3, 100}) {
        MemorySource source(text, chunk);
        DecodingSource decoding(source, "utf-16le", 2);
        std::string out;
        char byte = 0;
        while (true) {
            const auto got = decoding.read(&byte, 1);
            QVERIFY(got.has_value());
            if (*got == 0)
                break;
            out += byte;
        }
        QCOMPARE(shown(out), QByteArray("\xC3\xA0"
                                        "b"));
    }
}

QTEST_APPLESS_MAIN(TextEncodingTest)
#include "tst_textencoding.moc"
