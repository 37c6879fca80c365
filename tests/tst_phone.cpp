// SPDX-License-Identifier: Apache-2.0
#include "phone/numberplan.h"
#include "phone/phonedisplay.h"
#include "phone/phoneparser.h"
#include "phone/phonetext.h"
#include "phone/region.h"

#include <QLocale>
#include <QTest>

#include <random>

using namespace Elenco;

namespace {

std::string randomDigits(std::mt19937 &random, size_t length)
{
    std::string digits;
    while (digits.size() < length)
        digits.push_back(char('0' + random() % 10));
    return digits;
}

QString joined(const std::vector<std::string> &others)
{
    QStringList list;
    for (const std::string &other : others)
        list.append(QString::fromStdString(other));
    return list.join(u'|');
}

} // namespace

/// What people type, and what it is.
class TestPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void splits_data();
    void splits();
    void memoSaysWhatTheLibrarySays();
    void regionsAndLocales();
    void displays_data();
    void displays();
    void survivesAnything();
};

void TestPhone::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("repair");
    QTest::addColumn<int>("problem");
    const auto good = [](const char *text, const char *e164) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(e164) << QString()
                            << int(PhoneProblem::None);
    };
    const auto repair = [](const char *text, const char *repaired) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString() << QString::fromUtf8(repaired)
                            << int(PhoneProblem::NeedsRepair);
    };
    const auto bad = [](const char *text, PhoneProblem problem) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString() << QString() << int(problem);
    };

    good("3401234567", "+393401234567");
    good("340 123 4567", "+393401234567");
    good("0039 340 1234567", "+393401234567");
    good("(+39) 340-1234567", "+393401234567");
    good("+39 (0)2 48012233", "+390248012233");
    good("0586/588534", "+390586588534");
    good("347,1234567", "+393471234567");
    good("'+393401234567", "+393401234567");
    good("=\"+393401234567\"", "+393401234567");
    good("tel:+39-340-1234567;ext=12", "+393401234567");
    good("+39\u00a0340\u00a01234567", "+393401234567");
    good("\u202a+39 340\u20111234567\u202c", "+393401234567");
    good("\uff0b\uff13\uff19 \uff13\uff14\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17", "+393401234567");
    good("\u0663\u0664\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667", "+393401234567");
    good("333 1234567 (fax)", "+393331234567");
    good("333 1234567 ufficio", "+393331234567");
    good("+39 02 12345678 fax", "+390212345678");
    good("3331234567fax", "+393331234567");
    good("cell3331234567", "+393331234567");
    good("chiedere a Mario 347 1234567", "+393471234567");
    good("02-12345678 int 5", "+390212345678");
    good("1) 347 1234567", "+393471234567");
    good("3471234567.0", "+393471234567");
    good("347 1234567 mario33@example.it", "+393471234567");
    good("+43 660 1234567", "+436601234567");

    repair("393401234567", "+393401234567");
    repair("393471234567.0", "+393471234567");
    repair("436601234567", "+436601234567");
    repair("212345678", "+390212345678");
    repair("34O 1234567", "+393401234567");
    repair("347 l234567", "+393471234567");
    repair("+39 (0)347 1234567", "+393471234567");
    repair("0347 1234567", "+393471234567");
    repair("039 347 1234567", "+393471234567");
    repair("+39+39 347 1234567", "+393471234567");
    repair("+39 0039 347 1234567", "+393471234567");
    repair("3.93401234567E+11", "+393401234567");

    bad("3,93401E+11", PhoneProblem::Destroyed);
    bad("3.93E+11", PhoneProblem::Destroyed);
    bad("3,47123e9", PhoneProblem::Destroyed);
    bad("", PhoneProblem::Empty);
    bad(" - ", PhoneProblem::Empty);
    bad("n/d", PhoneProblem::NotANumber);
    bad("mario347@example.it", PhoneProblem::NotANumber);
    bad("RSSMRA80A01H501U", PhoneProblem::NotANumber);
    bad("IT60X0542811101000000123456", PhoneProblem::NotANumber);
    bad("03/12/2024", PhoneProblem::NotANumber);
    bad("2024-03-12 10:30", PhoneProblem::NotANumber);
    bad("32012", PhoneProblem::TooShort);
    bad("+39 347 ABC", PhoneProblem::TooShort);
    bad("347123456789012", PhoneProblem::TooLong);
    bad("+999 1234567", PhoneProblem::UnknownCountry);
    bad("+39 555 12", PhoneProblem::TooShort);
    // The mailbox of a mobile is no number to write to: a figure or two too many.
    bad("32834567821", PhoneProblem::TooLong);
    bad("328345678212", PhoneProblem::TooLong);
    bad("+39 328 345 67 82 1", PhoneProblem::TooLong);
    bad("393471112701 5", PhoneProblem::TooLong);
    bad("347 1112701 4", PhoneProblem::TooLong); // and no Spanish 34 711…: the blank says so
    repair("34711127014", "+34711127014");
    repair("33 6 12345678", "+33612345678");
    // The zero of landlines that was left out behind the prefix, or before it.
    repair("+39 2 55501234", "+390255501234");
    repair("0039 6 56851242", "+390656851242");
    repair("2 55501234", "+390255501234");
    bad("3914775", PhoneProblem::InvalidForRegion); // a mobile that was cut, and no landline of Monza
    bad("+3930123456", PhoneProblem::InvalidForRegion);
}

void TestPhone::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, e164);
    QFETCH(QString, repair);
    QFETCH(int, problem);
    PhoneParser parser("IT");
    for (int round = 0; round < 2; ++round) { // once asked, once remembered
        const PhoneReading reading = parser.read(text.toStdString());
        if (reading.kind != LineKind::Voicemail) // which says whose mailbox it is, and is valid for nobody
            QCOMPARE(QString::fromStdString(reading.e164), e164);
        QCOMPARE(QString::fromStdString(reading.repair), repair);
        QCOMPARE(int(reading.problem), problem);
    }
}

void TestPhone::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("others");
    const auto row = [](const char *text, const char *e164, const char *others) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(e164) << QString::fromUtf8(others);
    };
    row("347 1234567 / 02 1234567", "+393471234567", "+39021234567");
    row("02 1234567 / 347 1234567", "+393471234567", "+39021234567");
    row("02 1234567\n347 1234567", "+393471234567", "+39021234567");
    row("02 1234567; 347 1234567", "+393471234567", "+39021234567");
    row("02 1234567, 347 1234567", "+393471234567", "+39021234567");
    row("02 1234567 - 347 1234567", "+393471234567", "+39021234567");
    row("02 1234567 o 347 1234567", "+393471234567", "+39021234567");
    row("347 1234567 e 348 7654321", "+393471234567", "+393487654321");
    row("347 1234567 348 7654321", "+393471234567", "+393487654321");
    row("+39 347 1234567 +39 348 7654321", "+393471234567", "+393487654321");
    row("347/1234567-348/1234567", "+393471234567", "+393481234567");
    row("3471234567/3481234567", "+393471234567", "+393481234567");
    row("fax 02 12345678 tel 02 87654321", "+390287654321", "+390212345678");
    row("02 12345678 (fax), 02 87654321", "+390287654321", "+390212345678");
    row("02 1234567/8", "+39021234567", "8");
    row("12345 / 347 1234567", "+393471234567", "12345");
    row("347 1234567 / 347 1234567", "+393471234567", "");
}

void TestPhone::splits()
{
    QFETCH(QString, text);
    QFETCH(QString, e164);
    QFETCH(QString, others);
    const PhoneReading reading = PhoneParser("IT").read(text.toStdString());
    QCOMPARE(QString::fromStdString(reading.e164), e164);
    QCOMPARE(joined(reading.others), others);
}

/// ELENCO_LONG=1 compares a million; the plan of a new libphonenumber may need more digits than six.
void TestPhone::memoSaysWhatTheLibrarySays()
{
    const int inputs = qEnvironmentVariableIsSet("ELENCO_LONG") ? 1'000'000 : 50'000;
    std::mt19937 random(20260409);
    // Half of the inputs start as real numbers do, so that the valid side is looked at as closely as the invalid one.
    const std::array starts{"3",     "33", "34", "02", "06",  "0",   "03",  "04",  "05",  "07",  "08", "09",
                            "80",    "89", "84", "19", "39",  "393", "390", "178", "199", "892", "70", "0549",
                            "06698", "31", "43", "06", "066", "079", "15",  "017", "1",   "9",   "7"};
    std::vector<NumberPlan> plans;
    for (const char *region : {"IT", "CH", "AT", "DE", "FR", "ES", "GB", "ZZ"})
        plans.emplace_back(region);
    const std::array codes{"39", "39", "39", "41", "43", "49", "33", "34", "44"};
    for (int i = 0; i < inputs; ++i) {
        std::string digits = random() % 2 ? std::string(starts[random() % starts.size()]) : std::string();
        digits += randomDigits(random, 4 + random() % 11);
        const bool international = random() % 2;
        if (international)
            digits.insert(0, codes[random() % codes.size()]);
        NumberPlan &plan = plans[random() % 2 ? 0 : random() % plans.size()];
        const auto remembered = plan.judge(digits, international);
        const auto asked = plan.ask(digits, international);
        if (!(remembered == asked))
            QFAIL(qPrintable(QStringLiteral("%1 %2: %3 %4, but the library says %5 %6")
                                 .arg(QString::fromStdString(plan.region()), QString::fromStdString(digits),
                                      QString::fromStdString(remembered.e164))
                                 .arg(int(remembered.problem))
                                 .arg(QString::fromStdString(asked.e164))
                                 .arg(int(asked.problem))));
    }
}

void TestPhone::regionsAndLocales()
{
    const auto &all = regions();
    QVERIFY(all.size() > 200);
    const auto italy = std::find_if(all.begin(), all.end(), [](const Region &r) { return r.code == "IT"; });
    QVERIFY(italy != all.end());
    QCOMPARE(italy->callingCode, 39);
    QCOMPARE(defaultRegion(QLocale(QStringLiteral("de_AT"))), QStringLiteral("AT"));
    QCOMPARE(defaultRegion(QLocale::c()), QStringLiteral("IT"));

    QCOMPARE(PhoneParser("AT").read("0660 1234567").e164, std::string("+436601234567"));
    QCOMPARE(PhoneParser("US").read("212-555-1234").e164, std::string("+12125551234"));
    QCOMPARE(PhoneParser("US").read("1 212-555-1234").e164, std::string("+12125551234"));
    QCOMPARE(PhoneParser("ZZ").read("0039 347 1234567").e164, std::string("+393471234567"));
    QCOMPARE(PhoneParser("ZZ").read("347 1234567").problem, PhoneProblem::UnknownCountry);
}

void TestPhone::displays_data()
{
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *e164, const char *shown) {
        QTest::newRow(e164) << QString::fromUtf8(e164) << QString::fromUtf8(shown);
    };
    row("+393401234567", "+39 340 123 4567");
    row("+390248012233", "+39 02 4801 2233");
    row("+39347123456", "+39 347 123 456");
    row("+436601234567", "+43 660 1234567");
    row("347 abc", "347 abc");
    row("", "");
    row("+", "+");
}

void TestPhone::displays()
{
    QFETCH(QString, e164);
    QTEST(displayPhone(e164), "shown");
}

void TestPhone::survivesAnything()
{
    std::mt19937 random(7);
    const std::string alphabet = "0123456789+()/-.,;: oOlIeE=\"'#*x\xc2\xa0\xef\xbc\x8b\xff\n\t@";
    PhoneParser parser("IT");
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (size_t n = random() % 40; n > 0; --n)
            text.push_back(alphabet[random() % alphabet.size()]);
        const PhoneReading reading = parser.read(text);
        QCOMPARE(reading.e164.empty(), reading.problem != PhoneProblem::None && reading.kind != LineKind::Voicemail);
        QCOMPARE(reading.repair.empty(), reading.problem != PhoneProblem::NeedsRepair);
    }
}

QTEST_GUILESS_MAIN(TestPhone)
#include "tst_phone.moc"
