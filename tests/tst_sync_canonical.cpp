// SPDX-License-Identifier: Apache-2.0
#include "support/syncrecords.h"
#include "sync/records/canonical.h"

#include <QTest>

using namespace Elenco;

namespace {

/// One custom field of a kind, or a standard one: what stands before "=" in a record.
std::pair<std::string, SyncValue> field(const QByteArray &words)
{
    const SyncRecord one = record(words);
    if (one.fields.empty())
        return {record(words + "x").fields.begin()->first, {}};
    return *one.fields.begin();
}

} // namespace

/// When two values are one, and what a record is as bytes (sync.md section 2.6).
class SyncCanonicalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("form");
        const auto row = [](const QByteArray &value, const QByteArray &form) {
            QTest::newRow(value.constData()) << value << form;
        };
        row("firstName= Anna ", "Anna");
        row("firstName=\xC2\xA0\xE2\x80\x8B"
            "Anna\xEF\xBB\xBF",
            "Anna");
        row("firstName=Nicolo\xCC\x80", "Nicol\xC3\xB2"); // NFC
        row("firstName=De  Luca", "De  Luca");
        row("firstName=anna", "anna");
        row("email= Anna.Rossi@Example.COM ", "Anna.Rossi@example.com");
        row("email=\"a@B\"@C.it", "\"a@B\"@c.it");
        row("email=no address", "no address");
        row("phoneNumber=+39 333 12-34.567", "+393331234567");
        row("phoneNumber=0039 (333) 1234567", "+393331234567");
        row("phoneNumber=333/1234567", "3331234567");
        row("phoneNumber=+39 333 int. 5", "+39 333 int. 5");
        row("phoneNumber=+", "+");
        row("phoneNumber=--", "--");
        row("gender=f", "F");
        row("gender= m ", "M");
        row("city= Roma", "Roma");
        row("*spent:n=6800.50", "6800.5");
        row("*spent:n=1e400", "1e400");
        row("*spent:n=many", "many");
        row("*spent=6800.50", "6800.50"); // a text is a text
        row("*since:d=2026-03-15T00:00:00Z", "2026-03-15");
        row("*ok:b=true", "true");
        row("*list:j=[1, \"a b\"]", "[1,\"a b\"]");
    }
    void forms()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, form);
        const auto [key, one] = field(value);
        QCOMPARE(QByteArray::fromStdString(canonical(key, one)), form);
        QCOMPARE(canonical(key, {one.kind, form.toStdString()}), form.toStdString()); // a form is its own form
    }

    void decimals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("decimal");
        const auto row = [](const char *text, const char *decimal) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(decimal);
        };
        row("0", "0");
        row("-0.00", "0");
        row("0e99", "0");
        row("6800.50", "6800.5");
        row("68005e-1", "6800.5");
        row("6.8005E+3", "6800.5");
        row("-12", "-12");
        row("100", "100");
        row("1e2", "100");
        row("0.001", "0.001");
        row("1e-3", "0.001");
        row(" 5 ", "5");
        row("12345678901234567890.123456789", "12345678901234567890.123456789"); // more than a double holds
        row("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827");
        row("1e100", "1e100");
        row("10e99", "1e100");
        row("1e-100", "1e-100");
        row("1e9999999999", "");
        row("1e99999999999999999999", "");
        row("", "");
        row("1,5", "");
        row("+1", "");
        row("01", "");
        row(".5", "");
        row("0x10", "");
        row("NaN", "");
    }
    void decimals()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, decimal);
        QCOMPARE(QByteArray::fromStdString(canonicalDecimal(text.toStdString()).value_or("")), decimal);
    }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isDate");
        const auto row = [](const char *text, bool isDate) { QTest::newRow(text) << QByteArray(text) << isDate; };
        row("2026-03-15", true);
        row(" 2026-03-15 ", true);
        row("2026-03-15T00:00:00Z", true);
        row("2026-03-15T00:00", true);
        row("2026-03-15 00:00:00.000+00:00", true);
        row("2026-03-15T00:00:00+02:00", false);
        row("2026-03-15T10:30:00Z", false);
        row("2026-03-15T", false);
        row("2026-03-15T00:00:00.", false);
        row("2026-02-30", false);
        row("2026/03/15", false);
        row("15.03.2026", false);
        row("2026-3-15", false);
        row("", false);
        row("2026-03-1\xC3\xA8", false);
    }
    void dates()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isDate);
        QCOMPARE(canonicalDate(text.toStdString()),
                 isDate ? std::optional<std::string>("2026-03-15") : std::optional<std::string>());
    }

    void pairs_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<bool>("areOne");
        const auto row = [](const QByteArray &left, const QByteArray &right, bool areOne) {
            QTest::newRow(QByteArray(left + " / " + right).constData()) << left << right << areOne;
        };
        row("city=", "city= ", true);
        row("city=Roma", "city=Roma ", true);
        row("city=Roma", "city=roma", false);
        row("gender=f", "gender=F", true);
        row("phoneNumber=+393331234567", "phoneNumber=+39 333 1234567", true);
        row("phoneNumber=+393331234567", "phoneNumber=3331234567", false);
        row("*spent:n=6800.50", "*spent:n=6800.5", true);
        row("*spent:n=6800.50", "*spent=6800.5", true); // a number here, a text there
        row("*spent=6800.50", "*spent=6800.5", false);
        row("*spent:n=9007199254740993", "*spent:n=9007199254740992", false); // one double
        row("*spent:n=5", "*spent=five", false);
        row("*since:d=2026-03-15", "*since=2026-03-15T00:00:00.000Z", true);
        row("*since=2026-03-15", "*since=2026-03-15T00:00:00.000Z", false);
        row("*ok:b=true", "*ok=true", true);
        row("*ok:b=true", "*ok=1", false);
        row("*list:j=[1, 2]", "*list=[1,2]", true);
        row("*list:j=[1, 2]", "*list:j=[2, 1]", false);
    }
    void pairs()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(bool, areOne);
        const auto [key, a] = field(left);
        const auto [otherKey, b] = field(right);
        QCOMPARE(key, otherKey);
        QCOMPARE(same(key, a, b), areOne);
        QCOMPARE(same(key, b, a), areOne);
        QCOMPARE(isNothing(key, a) && isNothing(key, b), same(key, a, {}) && same(key, b, {}));
    }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("keys");
        const auto row = [](const char *what, const char *left, const char *right, const char *keys) {
            QTest::newRow(what) << QByteArray(left) << QByteArray(right) << QByteArray(keys);
        };
        row("nothing", "", "", "");
        row("forms", "firstName=Anna ; *spent:n=1.0", "firstName=Anna; *spent=1", "");
        row("fields", "firstName=Anna; city=Roma", "firstName=Anna; city=Bari; *note=x", "city *note");
        row("tags in any order", "tags=b|a", "tags=a|b", "");
        row("tags", "tags=a", "tags=a|b", "tags");
        row("tags that one side does not show", "tags=a", "city=Roma", "city");
        row("no tags are something else than unshown ones", "tags=", "tags=a", "tags");
        row("unknown members in any order", "extra={\"a\":1,\"b\":{\"c\": 2}}", "extra={\"b\":{\"c\":2},\"a\":1.0}",
            "");
        row("unknown members", "extra={\"a\":1}", "extra={\"a\":2}", "extra");
        row("an unknown member more", "extra={\"a\":1}", "", "extra");
        row("no unknown members", "extra={}", "", "");
        row("a text is no number", "extra={\"a\":1}", "extra={\"a\":\"1\"}", "extra");
    }
    void differences()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, keys);
        const SyncRecord a = record(left), b = record(right);
        QCOMPARE(printed(differingKeys(a, b)), keys);
        QCOMPARE(printed(differingKeys(b, a)), keys);
    }

    void fingerprintsAreStored()
    {
        // Written into workspaces: whoever changes this number has every contact of every desk merged anew.
        const SyncRecord one = record("firstName=Anna; *spent:n=6800.5; tags=vip; extra={\"x\":1}");
        QCOMPARE(fingerprint(SyncRecord()), fingerprint(record("city= ")));
        QCOMPARE(fingerprint(one),
                 fingerprint(record("firstName= Anna; *spent:n=6800.50; tags=vip; extra={ \"x\" : 1 }")));
        QCOMPARE(fingerprint(one), uint64_t(1848750600330238260));
        for (const char *other :
             {"firstName=Anna; *spent:n=6800.5; tags=vip", "firstName=Anna; *spent:n=6800.5; tags=; extra={\"x\":1}",
              "firstName=Anna; *spent:n=6800.5; extra={\"x\":1}",
              "lastName=Anna; *spent:n=6800.5; tags=vip; extra={\"x\":1}",
              "firstName=Anna; *spent:n=6800.6; tags=vip; extra={\"x\":1}"})
            QVERIFY2(fingerprint(one) != fingerprint(record(other)), other);
    }

    void packsExactly()
    {
        for (const char *words :
             {"", "tags=", "tags=a|b", "firstName= Anna ; *spent:n=6800.50; *since:d=2026-03-15; *ok:b=true",
              "*list:j=[1, 2]; tags=x; extra={\"a\" : 1}",
              "*a=1; *b=2; *c=3; *d=4; *e=5; *f=6; *g=7; *h=8; *i=9; *j=10; *k=11"}) {
            const SyncRecord one = record(words);
            const std::string blob = packRecord(one);
            QCOMPARE(unpackRecord(blob), std::optional(one));
            for (size_t length = 0; length < blob.size(); ++length) {
                const auto cut = unpackRecord(std::string_view(blob).substr(0, length));
                // A blob that ends between two tags is one with fewer tags; anything else is none.
                QVERIFY2(!cut || cut->fields == one.fields, words);
            }
            QVERIFY(!unpackRecord(blob + '\x05'));
        }
        QVERIFY(!unpackRecord(std::string_view("\x01"
                                               "2\0\x01"
                                               "0",
                                               5))); // another version
    }
};

QTEST_GUILESS_MAIN(SyncCanonicalTest)
#include "tst_sync_canonical.moc"
