// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/jsonfields.h"

#include <QTest>

#include <functional>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QByteArray rawOf(JsonValue value)
{
    return {value.raw().data(), qsizetype(value.raw().size())};
}

// What a reader of one field makes of `json`: the value as text, "misfit", or "-" when the target stays as it was.
template <typename Target>
QString readAs(const QByteArray &json, Target untouched, const std::function<QString(const Target &)> &shown)
{
    const auto document = JsonDocument::parse("{\"key\":" + json + "}");
    if (!document)
        return u"no JSON"_s;
    Misfit misfit;
    Target target = untouched;
    readField(document->root()["key"], "key", target, misfit);
    if (misfit)
        return misfit.error().detail == u"key"_s && misfit.error().kind == ErrorKind::UnreadableAnswer ? u"misfit"_s
                                                                                                       : u"no place"_s;
    return target == untouched ? u"-"_s : shown(target);
}

QString idsOf(const QList<RemoteId> &ids)
{
    QString text;
    for (const RemoteId &id : ids)
        text += (text.isEmpty() ? u""_s : u"|"_s) + id.value;
    return text;
}

} // namespace

/// JSON as the gateway's answers are read and its requests are written: strictly, and without loss.
class TestGatewayJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyJsonIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const QByteArray &text, bool good) {
            QTest::newRow(name) << text << good;
        };
        row("object", R"({"a":1})", true);
        row("blanks everywhere", " {\t\"a\" :\r\n[ 1 , 2 ] } \n", true);
        row("a text alone", R"("a")", true);
        row("a number alone", "17", true);
        row("byte order mark", "\xef\xbb\xbf[]", true);
        row("numbers", "[0,-0,-1.5,1e9,1E+9,0.25e-3]", true);
        row("escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e8\"]", true);
        row("nothing", "", false);
        row("blanks only", " \n", false);
        row("half an object", R"({"a":1)", false);
        row("half a text", "[\"a", false);
        row("half an escape", "[\"\\u00e", false);
        row("something after it", "{}{}", false);
        row("comma at the end", "[1,]", false);
        row("no comma", "[1 2]", false);
        row("no colon", R"({"a" 1})", false);
        row("key without quotes", "{a:1}", false);
        row("single quotes", "['a']", false);
        row("leading zero", "[01]", false);
        row("plus sign", "[+1]", false);
        row("no digits after the point", "[1.]", false);
        row("no digits before it", "[.5]", false);
        row("no exponent", "[1e]", false);
        row("not a number", "[NaN]", false);
        row("half a word", "[tru]", false);
        row("word in capitals", "[True]", false);
        row("line feed in a text", "[\"a\nb\"]", false);
        row("unknown escape", R"(["\x41"])", false);
        row("not UTF-8", "[\"\xff\"]", false);
        row("HTML", "<html><body>Bad gateway</body></html>", false);
        row("64 levels", QByteArray(64, '[') + QByteArray(64, ']'), true);
        row("66 levels", QByteArray(66, '[') + QByteArray(66, ']'), false);
        row("a million levels", QByteArray(1'000'000, '['), false);
    }
    void onlyJsonIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QCOMPARE(JsonDocument::parse(text).has_value(), good);
    }

    void textsAreUnescaped_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("\"Anna\"") << u"Anna"_s;
        QTest::newRow("UTF-8") << QByteArray("\"Nicolò 中文 😀\"") << u"Nicolò 中文 😀"_s;
        QTest::newRow("short escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << u"\"\\/\b\f\n\r\t"_s;
        QTest::newRow("a unit") << QByteArray(R"("a\u00E8b")") << u"aèb"_s;
        QTest::newRow("a pair") << QByteArray(R"("\ud83d\uDE00")") << u"😀"_s;
        QTest::newRow("half a pair") << QByteArray(R"("\ud83dx")") << u"\ufffdx"_s;
        QTest::newRow("half a pair, then another unit") << QByteArray(R"("\ud83d\u0041")") << u"\ufffdA"_s;
        QTest::newRow("the second half alone") << QByteArray(R"("\ude00")") << u"\ufffd"_s;
        QTest::newRow("a byte order mark") << QByteArray("\"\xEF\xBB\xBF" "a\\n\xEF\xBB\xBF" "b\"") << u"\ufeffa\n\ufeffb"_s;
        QTest::newRow("a zero") << QByteArray(R"("a\u0000b")") << QString::fromLatin1("a\0b", 3);
    }
    void textsAreUnescaped()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        const auto document = JsonDocument::parse(json);
        QVERIFY(document);
        QCOMPARE(document->root().text(), text);
        // What is written of it is read as the same.
        JsonWriter writer;
        writer.text(text);
        const auto again = JsonDocument::parse(writer.json());
        QVERIFY(again);
        QCOMPARE(again->root().text(), text);
    }

    void valuesStayAsTheyWereSent()
    {
        const auto document =
            JsonDocument::parse(R"({"a":6800.50,"b": 12345678901234567890 ,"c":{"x": [1, "\u00e8"]}})");
        QVERIFY(document);
        QCOMPARE(rawOf(document->root()["a"]), QByteArray("6800.50"));
        QCOMPARE(rawOf(document->root()["b"]), QByteArray("12345678901234567890"));
        QCOMPARE(rawOf(document->root()["c"]), QByteArray(R"({"x": [1, "\u00e8"]})"));
        QVERIFY(document->root()["d"].isNothing());
        QVERIFY(document->root()["a"]["b"].isNothing());
    }

    void theLastOfTwoMembersCounts()
    {
        const auto document = JsonDocument::parse(R"({"a":1,"b":2,"a":3,"\u0062":4})");
        QVERIFY(document);
        QCOMPARE(rawOf(document->root()["a"]), QByteArray("3"));
        QCOMPARE(rawOf(document->root()["b"]), QByteArray("4"));
    }

    void fieldsAreReadAsTheyAreMeant_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("flag");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("texts");
        QTest::addColumn<QString>("ids");
        const auto row = [](const QByteArray &json, const char *text, const char *flag, const char *count,
                            const char *id, const char *texts, const char *ids) {
            QTest::newRow(json.constData())
                << json << QString::fromUtf8(text) << QString::fromUtf8(flag) << QString::fromUtf8(count)
                << QString::fromUtf8(id) << QString::fromUtf8(texts) << QString::fromUtf8(ids);
        };
        //  what came                text      flag      count     id        texts     ids
        row("null", "-", "-", "-", "-", "-", "-");
        row("\"abc\"", "abc", "misfit", "misfit", "abc", "misfit", "abc");
        row("\"\"", "", "misfit", "misfit", "misfit", "misfit", "misfit");
        row("17", "17", "misfit", "17", "17", "misfit", "17");
        row("\"17\"", "17", "misfit", "17", "17", "misfit", "17");
        row("17.0", "17.0", "misfit", "17", "17.0", "misfit", "17.0");
        row("17.5", "17.5", "misfit", "misfit", "17.5", "misfit", "17.5");
        row("-3", "-3", "misfit", "-3", "-3", "misfit", "-3");
        row("1e3", "1e3", "misfit", "misfit", "1e3", "misfit", "1e3");
        row("99999999999999999999", "99999999999999999999", "misfit", "misfit", "99999999999999999999", "misfit",
            "99999999999999999999");
        row("1", "1", "true", "1", "1", "misfit", "1");
        row("0", "0", "false", "0", "0", "misfit", "0");
        row("true", "misfit", "true", "misfit", "misfit", "misfit", "misfit");
        row("false", "misfit", "false", "misfit", "misfit", "misfit", "misfit");
        row("\"true\"", "true", "true", "misfit", "true", "misfit", "true");
        row("[]", "misfit", "misfit", "misfit", "misfit", "-", "-");
        row("[1,\"b\"]", "misfit", "misfit", "misfit", "misfit", "1|b", "1|b");
        row("[{\"id\":7,\"name\":\"x\"}]", "misfit", "misfit", "misfit", "misfit", "misfit", "7");
        row("[null]", "misfit", "misfit", "misfit", "misfit", "misfit", "misfit");
        row("[[1]]", "misfit", "misfit", "misfit", "misfit", "misfit", "misfit");
        row("{}", "misfit", "misfit", "misfit", "misfit", "misfit", "misfit");
        row("{\"id\":7}", "misfit", "misfit", "misfit", "misfit", "misfit", "misfit");
    }
    void fieldsAreReadAsTheyAreMeant()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        QFETCH(QString, flag);
        QFETCH(QString, count);
        QFETCH(QString, id);
        QFETCH(QString, texts);
        QFETCH(QString, ids);
        using OptionalText = std::optional<QString>;
        const auto shownText = [](const OptionalText &value) { return *value; };
        QCOMPARE(readAs<OptionalText>(json, std::nullopt, shownText), text);
        const auto shownFlag = [](const std::optional<bool> &value) { return *value ? u"true"_s : u"false"_s; };
        QCOMPARE(readAs<std::optional<bool>>(json, std::nullopt, shownFlag), flag);
        const auto shownCount = [](const std::optional<qint64> &value) { return QString::number(*value); };
        QCOMPARE(readAs<std::optional<qint64>>(json, std::nullopt, shownCount), count);
        QCOMPARE(readAs<RemoteId>(json, {}, [](const RemoteId &value) { return value.value; }), id);
        QCOMPARE(readAs<QStringList>(json, {}, [](const QStringList &value) { return value.join(u'|'); }), texts);
        QCOMPARE(readAs<QList<RemoteId>>(json, {}, idsOf), ids);
    }

    void theFirstMisfitIsNamed()
    {
        Misfit misfit;
        QVERIFY(!misfit);
        misfit.at("id");
        misfit.at("name");
        misfit.within(u"[3]"_s);
        misfit.within(u"contacts"_s);
        QCOMPARE(misfit.error(), (Error{ErrorKind::UnreadableAnswer, {}, u"contacts.[3].id"_s}));
    }

    void wrappedAnswersAreUnwrapped_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("wrapped") << QByteArray(R"({"status":"success","data":{"id":1}})") << QByteArray(R"({"id":1})");
        QTest::newRow("wrapped rows") << QByteArray(R"({"status":"success","data":[1]})") << QByteArray("[1]");
        QTest::newRow("no data") << QByteArray(R"({"status":"success","id":1})")
                                 << QByteArray(R"({"status":"success","id":1})");
        QTest::newRow("null data") << QByteArray(R"({"status":"success","data":null})")
                                   << QByteArray(R"({"status":"success","data":null})");
        QTest::newRow("another status") << QByteArray(R"({"status":"ACTIVE","data":{"id":1}})")
                                        << QByteArray(R"({"status":"ACTIVE","data":{"id":1}})");
        QTest::newRow("rows") << QByteArray("[1]") << QByteArray("[1]");
    }
    void wrappedAnswersAreUnwrapped()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, payload);
        const auto document = JsonDocument::parse(json);
        QVERIFY(document);
        QCOMPARE(rawOf(Elenco::payload(document->root())), payload);
    }

    void idsAreWrittenAsTheyWereRead_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("digits") << u"17"_s << QByteArray("17");
        QTest::newRow("zero") << u"0"_s << QByteArray("0");
        QTest::newRow("leading zero") << u"017"_s << QByteArray("\"017\"");
        QTest::newRow("18 digits") << u"123456789012345678"_s << QByteArray("123456789012345678");
        QTest::newRow("more than int64") << u"12345678901234567890"_s << QByteArray("\"12345678901234567890\"");
        QTest::newRow("text") << u"cnt_001"_s << QByteArray("\"cnt_001\"");
        QTest::newRow("negative") << u"-1"_s << QByteArray("\"-1\"");
        QTest::newRow("other digits") << u"١٧"_s << QByteArray("\"١٧\"");
        QTest::newRow("quotes") << u"a\"b"_s << QByteArray("\"a\\\"b\"");
    }
    void idsAreWrittenAsTheyWereRead()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, json);
        JsonWriter writer;
        writer.ids({{id}});
        QCOMPARE(writer.json(), '[' + json + ']');
        const auto document = JsonDocument::parse(writer.json());
        QVERIFY(document);
        QList<RemoteId> read;
        Misfit misfit;
        readField(document->root(), "ids", read, misfit);
        QCOMPARE(read, QList<RemoteId>{{id}});
    }
};

QTEST_GUILESS_MAIN(TestGatewayJson)
#include "tst_gateway_json.moc"
