// SPDX-License-Identifier: Apache-2.0
#include "services/gateway/json/contactjson.h"
#include "support/syncrecords.h"
#include "sync/records/canonical.h"
#include "sync/records/contactmapping.h"
#include "sync/run/syncengine.h"

#include <QTest>

#include <thread>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// An answer of the gateway as it would come.
RemoteContact answer(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    Misfit misfit;
    RemoteContact contact = contactFromJson(document->root(), misfit);
    if (misfit)
        qFatal("%s", json.constData());
    return contact;
}

/// A row in words: "firstName=Anna; custom:1:spent=6800.5; tags=a|b; valid=1".
ContactState row(const QByteArray &words)
{
    ContactState state;
    for (const QByteArray &word : words.split(';')) {
        const QByteArray pair = word.startsWith(' ') ? word.mid(1) : word;
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0)
            continue;
        std::string value = pair.mid(equals + 1).toStdString();
        if (pair.startsWith("tags=")) {
            std::vector<std::string> tags;
            for (const QByteArray &tag : pair.mid(equals + 1).split('|'))
                tags.push_back(tag.toStdString());
            value = packSet(tags);
        }
        state.emplace(pair.left(equals).toStdString(), value);
    }
    return state;
}

QByteArray printed(const ContactState &state)
{
    using Elenco::printed;
    QByteArrayList words;
    for (const auto &[key, value] : state) {
        if (key == "tags")
            words.append(printed(SyncRecord{{}, recordOf(state).tags, {}}));
        else
            words.append(QByteArray::fromStdString(key) + '=' + QByteArray::fromStdString(value));
    }
    return words.join("; ");
}

QByteArray printed(const std::vector<Unsaid> &unsaid)
{
    static constexpr const char *whys[] = {"no such field", "no call", "not E.164", "takes no clearing",
                                           "not kept"};
    QByteArrayList words;
    for (const Unsaid &one : unsaid)
        words.append(QByteArray::fromStdString(one.key) + ": " + whys[static_cast<int>(one.why)]);
    return words.join("; ");
}

std::vector<std::string> keys(const QByteArray &words)
{
    std::vector<std::string> result;
    for (const QByteArray &word : words.split(' ')) {
        if (!word.isEmpty())
            result.push_back(word.startsWith('*') ? customFieldKey(word.mid(1).toStdString()) : word.toStdString());
    }
    return result;
}

} // namespace

/// A row of the store, an answer of the gateway, and what sync sees of both (gateway.md section 2).
class SyncMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("seen");
        const auto add = [](const char *what, const char *state, const char *seen) {
            QTest::newRow(what) << QByteArray(state) << QByteArray(seen);
        };
        add("nothing", "", "tags=");
        add("fields",
            "firstName=Anna; lastName=Rossi; phoneNumber=+393331234567; email=a@b.it; gender=F; city=Roma; "
            "province=RM; region=Lazio",
            "city=Roma; email=a@b.it; firstName=Anna; gender=F; lastName=Rossi; phoneNumber=+393331234567; "
            "province=RM; region=Lazio; tags=");
        add("kinds", "custom:0:note=x; custom:1:spent=6800.5; custom:2:since=2026-03-15; custom:3:ok=true",
            "*note=x; *ok:b=true; *since:d=2026-03-15; *spent:n=6800.5; tags=");
        add("tags", "tags=b|a", "tags=a|b");
        add("what only this desk knows",
            "valid=1; lineKind=1; remoteId=7; createdAt=5; originImport=2; originRow=3; unknownProperties=X:1; lists=9",
            "tags=");
        add("blanks are nothing", "city= ; custom:0:note=  ", "tags=");
    }
    void readsRows()
    {
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, seen);
        QCOMPARE(Elenco::printed(recordOf(row(state))), seen);
    }

    void readsAnswers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("showsTags");
        QTest::addColumn<QByteArray>("seen");
        const auto add = [](const char *what, const char *json, bool showsTags, const char *seen) {
            QTest::newRow(what) << QByteArray(json) << showsTags << QByteArray(seen);
        };
        add("an id", R"({"id":7})", false, "");
        add("fields of R",
            R"({"id":7,"firstName":"Anna","lastName":null,"phoneNumber":"+39333","email":"","gender":"F"})", false,
            "firstName=Anna; gender=F; phoneNumber=+39333");
        add("names of U20", R"({"contactId":"cnt_1","phone":"+39333"})", false, "phoneNumber=+39333");
        add("what is computed over there",
            R"({"id":7,"fullName":"A B","valid":true,"isTest":false,"communicationSupported":["SMS"],
            "lastContactType":"x","lastCampaignType":"y","createdAt":"2026-01-01T00:00:00Z","lists":[{"id":1,"name":"x"}]})",
            false, "");
        add("custom fields as written",
            R"({"id":7,"customFields":{"spent":6800.50,"note":"a","ok":true,"list":[1, 2],"gone":null}})", false,
            "*list:j=[1, 2]; *note=a; *ok:b=true; *spent:n=6800.50");
        add("a name twice: the last one", R"({"id":7,"customFields":{"a":"1","a":"2","b":"1","b":null}})", false,
            "*a=2");
        add("no name", R"({"id":7,"customFields":{"":"1"}})", false, "");
        add("tags", R"({"id":7,"tags":["b","a"]})", false, "tags=a|b");
        add("no tags shown", R"({"id":7})", false, "");
        add("no tags", R"({"id":7,"tags":[]})", false, "tags=");
        add("no tags, as answers of this account have shown", R"({"id":7})", true, "tags=");
        add("unknown members", R"({"id":7,"loyalty":{"level": 2},"x":1})", false,
            R"(extra={"loyalty":{"level": 2},"x":1})");
    }
    void readsAnswers()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, showsTags);
        QFETCH(QByteArray, seen);
        QCOMPARE(Elenco::printed(recordOf(answer(json), showsTags)), seen);
    }

    void writesRows_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("seen");
        QTest::addColumn<QByteArray>("after");
        const auto add = [](const char *what, const char *before, const char *seen, const char *after) {
            QTest::newRow(what) << QByteArray(before) << QByteArray(seen) << QByteArray(after);
        };
        add("a new one", "",
            "firstName=Anna; *spent:n=6800.50; *list:j=[1, 2]; *ok:b=true; *since:d=2026-03-15; tags=a",
            "custom:0:list=[1, 2]; custom:1:spent=6800.5; custom:2:since=2026-03-15; custom:3:ok=true; firstName=Anna; "
            "tags=a");
        add("what only this desk knows stays",
            "unknownProperties=X:1; lists=9; valid=1; lineKind=1; phoneNumber=+39333", "phoneNumber=+39333; city=Roma",
            "city=Roma; lineKind=1; lists=9; phoneNumber=+39333; unknownProperties=X:1; valid=1");
        add("another number is not known to be valid", "valid=1; lineKind=1; phoneNumber=+39333", "phoneNumber=+39334",
            "phoneNumber=+39334");
        add("what means the same stays as typed",
            "phoneNumber=+39 333; email=A@B.it; gender=f; custom:1:spent=6800.5; valid=1",
            "phoneNumber=+39333; email=A@b.it; gender=F; *spent=6800.50",
            "custom:1:spent=6800.5; email=A@B.it; gender=f; phoneNumber=+39 333; valid=1");
        add("cleared", "city=Roma; custom:0:note=x; tags=a", "tags=", "");
        add("unshown tags stay", "tags=a", "city=Roma", "city=Roma; tags=a");
        add("a field's kind stays", "custom:1:spent=1; custom:2:since=2026-01-01; custom:0:note=5",
            "*spent=2.50; *since=2026-03-15T00:00:00Z; *note:n=7.0",
            "custom:0:note=7; custom:1:spent=2.50; custom:2:since=2026-03-15");
        add("a field that is no number any more", "custom:1:spent=1", "*spent=many", "custom:1:spent=many");
    }
    void writesRows()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, seen);
        QFETCH(QByteArray, after);
        const ContactState result = withRecord(row(before), record(seen));
        QCOMPARE(printed(result), after);
        // What was written is what was meant, and writing it again changes nothing.
        SyncRecord shown = record(seen);
        shown.extra.clear();
        QCOMPARE(Elenco::printed(differingKeys(recordOf(result), shown)), QByteArray());
        QCOMPARE(withRecord(result, shown), result);
    }

    void tagsThatWereNeverComparedAreNobodys()
    {
        QCOMPARE(Elenco::printed(inStepRecord(row("city=Roma; tags=a"), false, "{\"x\":1}")),
                 QByteArray("city=Roma; extra={\"x\":1}"));
        QCOMPARE(Elenco::printed(inStepRecord(row("city=Roma; tags=a"), true, {})), QByteArray("city=Roma; tags=a"));
    }

    void namesWhatCantBeSaid_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<bool>("clears");
        QTest::addColumn<QByteArray>("unsaid");
        const auto add = [](const char *what, const char *state, const char *shown, bool clears, const char *unsaid) {
            QTest::newRow(what) << QByteArray(state) << QByteArray(shown) << clears << QByteArray(unsaid);
        };
        add("everything can", "firstName=Anna; phoneNumber=+393331234567; custom:0:note=x", "", true, "");
        add("vCard lines", "unknownProperties=X:1", "", true, "unknownProperties: no such field");
        add("tags", "tags=a|b", "", true, "tags: no call");
        add("tags that are there", "tags=a|b", "tags=a|b", true, "");
        add("tags that are there and gone here", "city=Roma", "city=Roma; tags=a", true, "tags: no call");
        add("a number without prefix", "phoneNumber=333 1234567", "", true, "phoneNumber: not E.164");
        add("a number without prefix that is there", "phoneNumber=333 1234567", "phoneNumber=3331234567", true, "");
        add("cleared", "city=", "city=Roma", true, "");
        add("cleared where that can't be", "city=", "city=Roma; *note=x", false, "city: takes no clearing");
    }
    void namesWhatCantBeSaid()
    {
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, shown);
        QFETCH(bool, clears);
        QFETCH(QByteArray, unsaid);
        Capabilities capabilities;
        capabilities.clearing = clears ? Clearing::ByEmptyText : Clearing::Neither;
        const SyncRecord there = record(shown);
        QCOMPARE(printed(unsaidOf(row(state), shown.isEmpty() ? nullptr : &there, capabilities)), unsaid);
    }

    void creates_data()
    {
        QTest::addColumn<QByteArray>("seen");
        QTest::addColumn<QByteArray>("change");
        const auto add = [](const char *what, const char *seen, const char *change) {
            QTest::newRow(what) << QByteArray(seen) << QByteArray(change);
        };
        add("nothing", "", "");
        add("fields", "firstName=Anna; phoneNumber=+39 333 1234567; email=a@b.it; tags=x",
            "firstName=Anna; phoneNumber=+393331234567; email=a@b.it");
        add("no E.164", "firstName=Anna; phoneNumber=333 1234567", "firstName=Anna");
        add("kinds", "*note=x; *spent:n=6800.5; *since:d=2026-03-15; *ok:b=true; *list:j=[1]",
            "*list:j=[1]; *note=x; *ok:b=true; *since=2026-03-15; *spent:n=6800.5");
        add("kinds that do not fit", "*spent:n=many; *ok:b=perhaps; *list:j=[1", "*list=[1; *ok=perhaps; *spent=many");
    }
    void creates()
    {
        QFETCH(QByteArray, seen);
        QFETCH(QByteArray, change);
        const ContactChange made = creationOf(record(seen));
        QCOMPARE(Elenco::printed(made), change);
        QVERIFY(contactToJson(made, false));
    }

    void updates_data()
    {
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("changed");
        QTest::addColumn<QByteArray>("whole");
        QTest::addColumn<QByteArray>("only");
        const auto add = [](const char *what, const char *fresh, const char *wanted, const char *changed,
                            const char *whole, const char *only) {
            QTest::newRow(what) << QByteArray(fresh) << QByteArray(wanted) << QByteArray(changed) << QByteArray(whole)
                                << QByteArray(only);
        };
        const char *anna = R"({"id":7,"firstName":"Anna","city":"Roma","phoneNumber":"+39333123","level":{"a": 1}})";
        add("a field", anna, "city=Bari; firstName=Wrong", "city",
            R"(firstName=Anna; phoneNumber=+39333123; city=Bari; extra={"level":{"a": 1}})", "city=Bari");
        add("cleared", anna, "", "city", R"(firstName=Anna; phoneNumber=+39333123; city=; extra={"level":{"a": 1}})",
            "city=");
        add("a number", anna, "phoneNumber=+39 333 1234567", "phoneNumber",
            R"(firstName=Anna; phoneNumber=+393331234567; city=Roma; extra={"level":{"a": 1}})",
            "phoneNumber=+393331234567");
        add("no E.164", anna, "phoneNumber=333 1234567", "phoneNumber",
            R"(firstName=Anna; phoneNumber=+39333123; city=Roma; extra={"level":{"a": 1}})", "");
        add("no number", anna, "", "phoneNumber",
            R"(firstName=Anna; phoneNumber=; city=Roma; extra={"level":{"a": 1}})", "phoneNumber=");
        const char *custom = R"({"id":7,"customFields":{"spent":6800.50,"note":"a","list":[1, 2],"old":null,"":"x"}})";
        add("custom fields go back as they came", custom, "city=Bari", "city",
            "city=Bari; *spent:n=6800.50; *note=a; *list:j=[1, 2]; *old:null=; *=x", "city=Bari");
        add("a custom field", custom, "*note=b", "*note", "*spent:n=6800.50; *note=b; *list:j=[1, 2]; *old:null=; *=x",
            "*spent:n=6800.50; *note=b; *list:j=[1, 2]; *old:null=; *=x");
        add("a kind over there stays", custom, "*spent=7.25; *note:n=5", "*note *spent",
            "*spent:n=7.25; *note=5; *list:j=[1, 2]; *old:null=; *=x",
            "*spent:n=7.25; *note=5; *list:j=[1, 2]; *old:null=; *=x");
        add("a kind that does not fit any more", custom, "*spent=much", "*spent",
            "*spent=much; *note=a; *list:j=[1, 2]; *old:null=; *=x",
            "*spent=much; *note=a; *list:j=[1, 2]; *old:null=; *=x");
        add("a custom field gone and one new", custom, "*new:n=1", "*new *note",
            "*spent:n=6800.50; *note:null=; *list:j=[1, 2]; *old:null=; *=x; *new:n=1",
            "*spent:n=6800.50; *note:null=; *list:j=[1, 2]; *old:null=; *=x; *new:n=1");
        add("a name twice", R"({"id":7,"customFields":{"a":"1","b":"x","a":"2"}})", "*a=3", "*a", "*b=x; *a=3",
            "*b=x; *a=3");
        add("an empty text is no null", R"({"id":7,"firstName":"","city":null})", "region=Lazio", "region",
            "firstName=; region=Lazio", "region=Lazio");
    }
    void updates()
    {
        QFETCH(QByteArray, fresh);
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, changed);
        QFETCH(QByteArray, whole);
        QFETCH(QByteArray, only);
        const RemoteContact contact = answer(fresh);
        const SyncRecord want = record(wanted);
        const ContactChange all = updateOf(contact, want, keys(changed), UpdateForm::Whole);
        QCOMPARE(Elenco::printed(all), whole);
        QCOMPARE(Elenco::printed(updateOf(contact, want, keys(changed), UpdateForm::OnlyChanged)), only);
        QVERIFY(contactToJson(all, false));
        // Nothing changed, nothing lost: what came is what goes back.
        const ContactChange same = updateOf(contact, want, {}, UpdateForm::Whole);
        const RemoteContact again = answer(R"({"id":7,)" + contactToJson(same, false)->mid(1).replace("{}", "}"));
        QCOMPARE(Elenco::printed(recordOf(again, false)), Elenco::printed(recordOf(contact, false)));
    }

    void overlays()
    {
        const SyncRecord fresh = record("firstName=Anna; city=Roma; *note=a; tags=x; extra={\"a\":1}");
        const SyncRecord want = record("firstName=Wrong; city=Bari; tags=y; extra={\"a\":2}");
        QCOMPARE(Elenco::printed(overlaid(fresh, want, keys("city *note tags extra"))),
                 QByteArray("city=Bari; firstName=Anna; tags=x; extra={\"a\":1}"));
    }

    void numbers_data()
    {
        QTest::addColumn<bool>("isOne");
        QTest::newRow("+393331234567") << true;
        QTest::newRow("+1234567") << true;
        QTest::newRow("+123456789012345") << true;
        QTest::newRow("+123456") << false;
        QTest::newRow("+1234567890123456") << false;
        QTest::newRow("+0393331234567") << false;
        QTest::newRow("393331234567") << false;
        QTest::newRow("+39333 1234567") << false;
        QTest::newRow("") << false;
    }
    void numbers()
    {
        QFETCH(bool, isOne);
        QCOMPARE(isE164(QTest::currentDataTag()), isOne);
    }

    // One judge is given to whoever types and to the writer: each thread has a copy, and judges at the same time.
    void numbersAreJudgedOnTwoThreads()
    {
        const NumberJudge judge = numberJudge("IT");
        const auto run = [](NumberJudge own, int *valid) {
            for (int i = 0; i < 2'000; ++i) {
                ContactState state{{"phoneNumber", "347 " + std::to_string(1'000'000 + i)}};
                own(state);
                *valid += stateValue(state, "valid") == "1" ? 1 : 0;
            }
        };
        int one = 0, two = 0;
        std::thread other(run, judge, &two);
        run(judge, &one);
        other.join();
        QCOMPARE(one, 2'000);
        QCOMPARE(two, 2'000);
    }
};

QTEST_GUILESS_MAIN(SyncMappingTest)
#include "tst_sync_mapping.moc"
