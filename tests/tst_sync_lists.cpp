// SPDX-License-Identifier: Apache-2.0
#include "support/syncmerges.h"
#include "sync/plan/listplan.h"

#include <QMap>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// Lists in words: "7:VIP 8:VIP:deleted".
QList<RemoteList> lists(const QByteArray &words)
{
    QList<RemoteList> lists;
    for (const QByteArray &word : words.split(' ')) {
        if (word.isEmpty())
            continue;
        RemoteList list;
        list.id = {QString::fromUtf8(word.split(':')[0])};
        list.name = QString::fromUtf8(word.split(':')[1]);
        if (word.endsWith(":deleted"))
            list.isDeleted = true;
        lists.append(list);
    }
    return lists;
}

QByteArray printed(const QList<RemoteId> &ids)
{
    QByteArrayList words;
    for (const RemoteId &id : ids)
        words.append(id.value.toUtf8());
    return words.join(' ');
}

QByteArray printed(const ListCreate &create)
{
    static constexpr const char *kinds[] = {"create, before:", "bind",    "deleted there",
                                            "ask again",       "unclear", "forget"};
    return (kinds[static_cast<int>(create.kind)] + (' ' + create.list.value.toUtf8()) + printed(create.idsBefore))
        .trimmed();
}

QByteArray printed(const ListChange &change)
{
    QByteArrayList words;
    if (change.name)
        words.append("name=" + change.name->toUtf8());
    if (change.description)
        words.append("description=" + change.description->toUtf8());
    if (change.isTest)
        words.append(*change.isTest ? "test" : "no test");
    return words.join("; ");
}

} // namespace

/// Lists and members (sync.md section 2.5).
class SyncListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records()
    {
        RemoteList there{{u"7"_s}, u"VIP"_s, u""_s, false, std::nullopt, 5, {}, "{\"x\":1}"};
        QCOMPARE(Elenco::printed(recordOf(there)), QByteArray("name=VIP; extra={\"x\":1}"));
        there.isTest = true;
        there.description = u"best"_s;
        QCOMPARE(Elenco::printed(recordOf(there)),
                 QByteArray("description=best; isTest:b=true; name=VIP; extra={\"x\":1}"));
        QCOMPARE(Elenco::printed(recordOf(ContactList{ListId(1), u"VIP"_s, u"best"_s, true, 5})),
                 QByteArray("description=best; isTest:b=true; name=VIP"));
        const SyncRecord all = record("name=VIP; isTest:b=true");
        QCOMPARE(printed(listChangeOf(all, {"name", "isTest"})), QByteArray("name=VIP; test"));
        QCOMPARE(printed(listChangeOf(record("name=VIP"), {"description", "isTest"})),
                 QByteArray("description=; no test"));
    }

    void renamedHereAndThere()
    {
        const SyncRecord base = record("name=VIP; description=a");
        QCOMPARE(
            Elenco::printed(merge(&base, record("name=Best; description=a"), record("name=VIP; description=b"), {})),
            QByteArray("description=b; name=Best\nsend name\ntake description"));
    }

    void steps_data()
    {
        QTest::addColumn<QByteArray>("step");
        const auto row = [](const char *flags, const char *step) { QTest::newRow(flags) << QByteArray(step); };
        row("new", "read all");
        row("new blocked", "nothing");
        row("new deleted", "forget");
        row("new unknown", "read all");
        row("new unknown deleted", "read all");
        row("bound", "nothing");
        row("bound renamed", "read");
        row("bound renamed blocked", "nothing");
        row("bound deleted", "delete");
        row("bound renamed deleted", "delete");
    }
    void steps()
    {
        static constexpr const char *kinds[] = {"nothing", "forget", "read all", "read", "delete"};
        const QByteArray flags = QTest::currentDataTag();
        ListRow row;
        row.local = record(flags.contains("renamed") ? "name=Best" : "name=VIP");
        if (flags.contains("bound")) {
            row.remoteId = {u"7"_s};
            row.base = record("name= VIP");
        }
        row.isDeleted = flags.contains("deleted");
        row.isUnknown = flags.contains("unknown");
        row.isBlocked = flags.contains("blocked");
        static const QMap<QByteArray, PushStage> stages{{"forget", PushStage::ListCreates},
                                                        {"read all", PushStage::ListCreates},
                                                        {"read", PushStage::ListUpdates},
                                                        {"delete", PushStage::ListDeletes}};
        const QByteArray step = kinds[static_cast<int>(nextStep(row).kind)];
        QTEST(step, "step");
        QCOMPARE(stageOf(row), stages.contains(step) ? std::optional(stages[step]) : std::optional<PushStage>());
    }

    void creates_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("before"); // "never": none was sent
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QByteArray>("second"); // the second look
        const auto row = [](const char *what, const char *all, const char *before, const char *result,
                            const char *second = nullptr) {
            QTest::newRow(what) << QByteArray(all) << QByteArray(before) << QByteArray(result)
                                << QByteArray(second ? second : result);
        };
        // 1 is a list of this desk.
        row("new", "1:News", "never", "create, before:");
        row("new, the name is there", "1:News 2:VIP 3:VIP:deleted", "never", "create, before: 2 3");
        row("the known lists are missing", "2:VIP", "never", "unclear");
        row("nothing", "", "never", "unclear");
        row("sent, and made", "1:News 2:VIP 4:VIP", "2", "bind 4");
        row("sent, and made with blanks", "1:News 4:VIP", "", "bind 4");
        row("sent, made and deleted", "1:News 4:VIP:deleted", "", "deleted there 4");
        row("sent, and not made", "1:News", "", "ask again", "create, before:");
        row("sent, and not made, others are there", "1:News 2:VIP", "2", "create, before: 2");
        row("sent, and the known lists are missing", "4:VIP", "", "unclear");
        row("a known one of that name", "1:VIP", "never", "create, before:");
        row("sent, a known one of that name", "1:VIP", "", "ask again", "create, before:");
    }
    void creates()
    {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, before);
        ListRow row;
        row.local = record("name=VIP");
        row.isUnknown = before != "never";
        if (row.isUnknown) {
            row.idsBefore.emplace();
            for (const QByteArray &id : before.split(' '))
                row.idsBefore->append({QString::fromUtf8(id)});
            row.idsBefore->removeAll({QString()});
        }
        const auto isKnown = [](const RemoteId &id) { return id.value == "1"_L1; };
        QTEST(printed(decideListCreate(row, lists(all), true, isKnown, true, 0)), "result");
        QTEST(printed(decideListCreate(row, lists(all), true, isKnown, true, 1)), "second");
        QCOMPARE(printed(decideListCreate(row, lists(all), false, isKnown, true, 0)), QByteArray("unclear"));
    }

    void theFirstListOfADesk()
    {
        ListRow row;
        row.local = record("name=VIP");
        const auto nobody = [](const RemoteId &) { return false; };
        QCOMPARE(printed(decideListCreate(row, {}, true, nobody, false, 0)), QByteArray("create, before:"));
        row.isUnknown = true;
        QCOMPARE(printed(decideListCreate(row, {}, true, nobody, false, 0)), QByteArray("ask again"));
        QCOMPARE(printed(decideListCreate(row, {}, true, nobody, false, 1)), QByteArray("ask again"));
        QCOMPARE(printed(decideListCreate(row, {}, true, nobody, false, 2)), QByteArray("create, before:"));
        row.isDeleted = true;
        QCOMPARE(printed(decideListCreate(row, {}, true, nobody, false, 2)), QByteArray("forget"));
        QCOMPARE(printed(decideListCreate(row, lists("4:VIP"), true, nobody, false, 1)), QByteArray("bind 4"));
    }

    void membersGoInBatches()
    {
        std::vector<MemberPair> pairs{{{u"a"_s}, {true, true}},
                                      {{u"b"_s}, {false, false}},
                                      {{}, {true, false}},
                                      {{}, {false, true}},
                                      {{u"r"_s}, {false, true}}};
        for (int i = 0; i < 2001; ++i)
            pairs.push_back({{QString::number(i)}, {true, false}});
        const std::vector<MemberStep> steps = memberSteps(pairs);
        QByteArrayList words;
        for (const MemberStep &step : steps)
            words.append((step.isRemoval ? "remove " : "add ") + QByteArray::number(step.contacts.size()));
        QCOMPARE(words.join(", "), QByteArray("remove 1, add 1000, add 1000, add 1"));
        QCOMPARE(steps[0].contacts, QList<RemoteId>{{u"r"_s}});
        QCOMPARE(steps[3].contacts, QList<RemoteId>{{u"2000"_s}});
        QVERIFY(memberSteps({}).empty());
        QVERIFY(memberSteps({pairs.begin(), pairs.begin() + 4}).empty());
    }
};

QTEST_GUILESS_MAIN(SyncListsTest)
#include "tst_sync_lists.moc"
