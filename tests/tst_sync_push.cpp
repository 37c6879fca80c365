// SPDX-License-Identifier: Apache-2.0
#include "support/syncmerges.h"
#include "sync/plan/pushplan.h"

#include <QTest>

using namespace Elenco;

namespace {

/// A contact as an answer shows it, with a record's values.
RemoteContact contactOf(const char *id, const SyncRecord &record)
{
    const auto text = [&record](const char *key) -> std::optional<QString> {
        const std::string &value = record.value(key).text;
        return value.empty() ? std::nullopt : std::optional(QString::fromStdString(value));
    };
    RemoteContact contact;
    contact.id = {QString::fromUtf8(id)};
    contact.firstName = text("firstName");
    contact.phoneNumber = text("phoneNumber");
    contact.city = text("city");
    for (const auto &[key, value] : record.fields) {
        if (const auto name = customFieldName(key))
            contact.customFields.append(
                {QString::fromUtf8(name->data(), qsizetype(name->size())),
                 value.kind == SyncKind::Number ? RemoteValue::Kind::Number : RemoteValue::Kind::Text,
                 QString::fromStdString(value.text)});
    }
    for (const std::string &tag : record.tags.value_or(std::set<std::string>()))
        contact.tags.append(QString::fromStdString(tag));
    contact.extra = QByteArray::fromStdString(record.extra);
    return contact;
}

/// A row in words: flags before the record. "deleted", "blocked", "quota", "bound", "unknown".
ContactRow row(const QByteArray &flags, const QByteArray &local, const QByteArray &other)
{
    ContactRow row;
    row.local = record(local);
    row.isDeleted = flags.contains("deleted");
    if (flags.contains("blocked"))
        row.hold = ContactRow::Hold::Blocked;
    if (flags.contains("quota"))
        row.hold = ContactRow::Hold::WaitsForQuota;
    if (flags.contains("bound")) {
        row.remoteId = {QStringLiteral("7")};
        row.base = record(other);
    } else if (flags.contains("unknown")) {
        row.sent = record(other);
    }
    return row;
}

QByteArray printed(const ContactStep &step)
{
    static constexpr const char *kinds[] = {"nothing", "draft", "forget", "look up", "create", "read"};
    QByteArray words = kinds[static_cast<int>(step.kind)];
    if (!step.number.empty())
        words += ' ' + QByteArray::fromStdString(step.number);
    if (step.kind == ContactStep::Kind::Create)
        words += ' ' + Elenco::printed(step.change) + "\nsent " + Elenco::printed(step.sent);
    return words;
}

QByteArray printed(const ContactWrite &write)
{
    static constexpr const char *kinds[] = {"nothing", "update", "delete", "restored", "wrong contact"};
    QByteArray words = kinds[static_cast<int>(write.kind)];
    if (write.kind == ContactWrite::Kind::Update)
        words += ' ' + Elenco::printed(write.change) + "\nsent " + Elenco::printed(write.sent);
    if (write.kind != ContactWrite::Kind::Delete && write.kind != ContactWrite::Kind::WrongContact)
        words += "\nrow " + Elenco::printed(write.merge);
    return words;
}

Capabilities capabilities(bool partial, bool clears = true)
{
    Capabilities capabilities;
    capabilities.partialUpdate = partial ? Known::Yes : Known::Unknown;
    capabilities.clearing = clears ? Clearing::Unknown : Clearing::Neither;
    return capabilities;
}

} // namespace

/// What is sent about a contact next (sync.md section 2.5).
class SyncPushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("other"); // base of a bound row, what was sent of an unknown one
        QTest::addColumn<QByteArray>("step");
        const auto row = [](const char *what, const char *flags, const char *local, const char *other,
                            const char *step) {
            QTest::newRow(what) << QByteArray(flags) << QByteArray(local) << QByteArray(other) << QByteArray(step);
        };
        row("new", "", "firstName=Anna; phoneNumber=+39 333 1234567; tags=x", "",
            "create firstName=Anna; phoneNumber=+393331234567\nsent firstName=Anna; phoneNumber=+39 333 1234567");
        row("new, without a number", "", "firstName=Anna; email=a@b.it", "",
            "create firstName=Anna; email=a@b.it\nsent email=a@b.it; firstName=Anna");
        row("new, without a number or an address", "", "firstName=Anna; email=a", "", "draft");
        row("new, with half a number and an address", "", "phoneNumber=333; email=a@b.it", "", "draft");
        row("unknown, without a number", "unknown", "email=a@b.it", "email=a@B.it", "look up a@b.it");
        row("new, with half a number", "", "phoneNumber=333 1234567", "", "draft");
        row("new and deleted", "deleted", "phoneNumber=+393331234567", "", "forget");
        row("new and blocked", "blocked", "phoneNumber=+393331234567", "", "nothing");
        row("new and no room", "quota", "phoneNumber=+393331234567", "", "nothing");
        row("new, blocked and deleted", "blocked deleted", "phoneNumber=+393331234567", "", "forget");
        row("unknown", "unknown", "phoneNumber=+393331234567", "phoneNumber=+39 333 1234567", "look up +393331234567");
        row("unknown, another number since", "unknown", "phoneNumber=+393331234568", "phoneNumber=+393331234567",
            "look up +393331234567");
        row("unknown and deleted", "unknown deleted", "phoneNumber=+393331234567", "phoneNumber=+393331234567",
            "look up +393331234567");
        row("in step", "bound", "city=Roma", "city=Roma ", "nothing");
        row("changed", "bound", "city=Bari", "city=Roma", "read");
        row("cleared", "bound", "", "city=Roma", "read");
        row("changed and blocked", "bound blocked", "city=Bari", "city=Roma", "nothing");
        row("changed, others wait for room", "bound quota", "city=Bari", "city=Roma", "read");
        row("deleted", "bound deleted", "city=Roma", "city=Roma", "read");
        row("deleted and blocked", "bound blocked deleted", "city=Roma", "city=Roma", "nothing");
        row("tags can't be sent", "bound", "city=Roma; tags=x", "city=Roma; tags=", "nothing");
        row("half a number can't be sent", "bound", "phoneNumber=333", "phoneNumber=+393331234567", "nothing");
    }
    void steps()
    {
        QFETCH(QByteArray, flags);
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, other);
        QTEST(printed(nextStep(row(flags, local, other), capabilities(false))), "step");
    }

    void clearingThatIsNotTaken()
    {
        QCOMPARE(printed(nextStep(row("bound", "", "city=Roma"), capabilities(false, false))), QByteArray("nothing"));
        QCOMPARE(printed(nextStep(row("bound", "", "*note=a"), capabilities(false, false))), QByteArray("read"));
    }

    void writes_data()
    {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QByteArray>("whole");
        QTest::addColumn<QByteArray>("only");
        const auto row = [](const char *what, const char *flags, const char *local, const char *base, const char *fresh,
                            const char *whole, const char *only = nullptr) {
            QTest::newRow(what) << QByteArray(flags) << QByteArray(local) << QByteArray(base) << QByteArray(fresh)
                                << QByteArray(whole) << QByteArray(only ? only : whole);
        };
        row("a change", "bound", "city=Bari; firstName=A", "city=Roma; firstName=A",
            "city=Roma; firstName=A; extra={\"x\":1}",
            "update firstName=A; city=Bari; extra={\"x\":1}\nsent city=Bari; firstName=A; extra={\"x\":1}\nrow "
            "city=Bari; firstName=A; extra={\"x\":1}\nsend city",
            "update city=Bari\nsent city=Bari; firstName=A; extra={\"x\":1}\nrow city=Bari; firstName=A; "
            "extra={\"x\":1}\nsend city");
        row("a change here, another one there", "bound", "city=Bari; firstName=A", "city=Roma; firstName=A",
            "city=Roma; firstName=B",
            "update firstName=B; city=Bari\nsent city=Bari; firstName=B\nrow city=Bari; firstName=B\nsend city\ntake "
            "firstName",
            "update city=Bari\nsent city=Bari; firstName=B\nrow city=Bari; firstName=B\nsend city\ntake firstName");
        row("the same there", "bound", "city=Bari", "city=Roma", "city=Bari",
            "nothing\nrow city=Bari\nmine city=Bari<Roma");
        row("something else there", "bound", "city=Bari", "city=Roma", "city=Pisa",
            "nothing\nrow city=Pisa\ntake city\nboth city: Roma -> Bari | Pisa");
        row("half a number", "bound", "phoneNumber=333; city=Bari", "phoneNumber=+393331234567; city=Roma",
            "phoneNumber=+393331234567; city=Roma",
            "update phoneNumber=+393331234567; city=Bari\nsent city=Bari; phoneNumber=+393331234567\nrow city=Bari; "
            "phoneNumber=333\nsend city phoneNumber",
            "update city=Bari\nsent city=Bari; phoneNumber=+393331234567\nrow city=Bari; phoneNumber=333\nsend city "
            "phoneNumber");
        row("deleted", "bound deleted", "city=Roma", "city=Roma; extra={\"x\":1}", "city=Roma; extra={\"x\":1}",
            "delete");
        row("deleted after an edit", "bound deleted", "city=Bari", "city=Roma", "city=Roma", "delete");
        row("deleted, edited there", "bound deleted", "city=Roma", "city=Roma", "city=Pisa", "restored\nrow city=Pisa");
        row("deleted, an unknown member there", "bound deleted", "city=Roma", "city=Roma", "city=Roma; extra={\"x\":1}",
            "restored\nrow city=Roma; extra={\"x\":1}");
    }
    void writes()
    {
        QFETCH(QByteArray, flags);
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, fresh);
        const RemoteContact found = contactOf("7", record(fresh));
        QTEST(printed(afterReading(row(flags, local, base), found, false, {}, capabilities(false))), "whole");
        QTEST(printed(afterReading(row(flags, local, base), found, false, {}, capabilities(true))), "only");
    }

    void anotherContactsAnswerIsNoAnswer()
    {
        QCOMPARE(printed(afterReading(row("bound deleted", "city=Roma", "city=Roma"),
                                      contactOf("8", record("city=Roma")), false, {}, capabilities(false))),
                 QByteArray("wrong contact"));
    }

    void doneTwiceSendsNothing()
    {
        // GET, PUT, its answer, and then there is nothing left to say.
        ContactRow one = row("bound", "city=Bari; *spent:n=6800.5", "city=Roma");
        const ContactWrite write =
            afterReading(one, contactOf("7", record("city=Roma; *spent:n=1")), false, {}, capabilities(false));
        QCOMPARE(write.kind, ContactWrite::Kind::Update);
        const MergeResult after =
            mergeAnswer(write.merge.shadow, write.sent, write.merge.record, write.sent, write.merge.mine);
        one.local = after.record;
        one.base = after.shadow;
        QCOMPARE(nextStep(one, capabilities(false)).kind, ContactStep::Kind::Nothing);
    }

    // After a change whose answer was lost: what is over there by it is nobody else's edit.
    void basesAfterALostAnswer_data()
    {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<QByteArray>("base");
        const auto row = [](const char *name, QByteArray flags, QByteArray local, QByteArray sent, QByteArray found,
                            QByteArray base) { QTest::newRow(name) << flags << local << sent << found << base; };
        // The base is city=Milano; firstName=A.
        row("arrived, as it is here", "", "city=Bari; firstName=A", "city=Bari; firstName=A", "city=Bari; firstName=A",
            "city=Milano; firstName=A");
        row("arrived, edited since", "", "city=Como; firstName=A", "city=Bari; firstName=A", "city=Bari; firstName=A",
            "city=Bari; firstName=A");
        row("arrived, taken back", "", "city=Milano; firstName=A", "city=Bari; firstName=A", "city=Bari; firstName=A",
            "city=Bari; firstName=A");
        row("did not arrive, edited since", "", "city=Como; firstName=A", "city=Bari; firstName=A",
            "city=Milano; firstName=A", "city=Milano; firstName=A");
        row("somebody else's, edited since", "", "city=Como; firstName=A", "city=Bari; firstName=A",
            "city=Roma; firstName=A", "city=Milano; firstName=A");
        row("arrived, and another field is somebody else's", "", "city=Como; firstName=A", "city=Bari; firstName=A",
            "city=Bari; firstName=B", "city=Bari; firstName=A");
        row("cleared, taken back", "", "city=Milano; firstName=A", "firstName=A", "firstName=A", "firstName=A");
        row("left out and gone", "", "city=Milano; firstName=A", "firstName=A", "firstName=A", "firstName=A");
        row("left out, and written by somebody since", "", "city=Milano; firstName=A", "firstName=A",
            "city=Roma; firstName=A", "firstName=A");
        row("left out, and there", "", "city=Milano; firstName=A", "firstName=A", "city=Milano; firstName=A",
            "city=Milano; firstName=A");
        row("arrived, deleted since", "deleted", "", "city=Bari; firstName=A", "city=Bari; firstName=A",
            "city=Bari; firstName=A");
        row("somebody else's, deleted since", "deleted", "", "city=Bari; firstName=A", "city=Roma; firstName=A",
            "city=Milano; firstName=A");
    }
    void basesAfterALostAnswer()
    {
        QFETCH(QByteArray, flags);
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, found);
        QFETCH(QByteArray, base);
        ContactRow bound = row("bound " + flags, local, "city=Milano; firstName=A");
        bound.isUnknown = true;
        bound.sent = record(sent);
        QCOMPARE(baseFor(bound, record(found)), record(base));
        bound.sent.reset(); // its deletion left: says nothing of its fields
        QCOMPARE(baseFor(bound, record(found)), record("city=Milano; firstName=A"));
    }

    void stages_data()
    {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<int>("stage");
        QTest::newRow("new") << QByteArray("") << int(PushStage::ContactCreates);
        QTest::newRow("unknown") << QByteArray("unknown") << int(PushStage::ContactCreates);
        QTest::newRow("unknown, deleted") << QByteArray("unknown deleted") << int(PushStage::ContactCreates);
        QTest::newRow("changed") << QByteArray("bound") << int(PushStage::ContactUpdates);
        QTest::newRow("deleted") << QByteArray("bound deleted") << int(PushStage::ContactDeletes);
        QTest::newRow("never sent") << QByteArray("deleted") << int(PushStage::ContactDeletes);
        QTest::newRow("blocked") << QByteArray("blocked") << -1;
    }
    void stages()
    {
        QFETCH(QByteArray, flags);
        QFETCH(int, stage);
        const auto seen =
            stageOf(row(flags, "phoneNumber=+393331234567", "phoneNumber=+393331234568"), capabilities(false));
        QCOMPARE(seen ? int(*seen) : -1, stage);
    }

    void order_data()
    {
        QTest::addColumn<QByteArray>("order");
        const auto row = [](const char *turns, const char *order) { QTest::newRow(turns) << QByteArray(order); };
        // c(reate), d(elete), u(pdate); the number it has, the number it wants.
        row("u1 c2 d3 u4", "3 2 1 4");
        row("u1:a>b u2:b>c u3:c>d", "3 2 1");
        row("u1:a>b u2:c>a", "1 2");
        row("u1:c>a u2:a>b", "2 1");
        row("c1:>a u2:a>b", "2 1");
        row("c1:>a d2:a>", "2 1");
        row("u1:a>b u2:b>a", "2 1");
        row("u1:a>b u2:b>c u3:c>a u4:d>a", "3 2 1 4");
        row("", "");
    }
    void order()
    {
        std::vector<PushTurn> turns;
        for (const QByteArray &word : QByteArray(QTest::currentDataTag()).split(' ')) {
            if (word.isEmpty())
                continue;
            const QByteArrayList numbers = word.mid(3).split('>');
            const PushStage stage = word[0] == 'c'   ? PushStage::ContactCreates
                                    : word[0] == 'd' ? PushStage::ContactDeletes
                                                     : PushStage::ContactUpdates;
            turns.push_back(
                {ContactId(word[1] - '0'), stage, numbers.value(1).toStdString(), numbers[0].toStdString()});
        }
        QByteArrayList seen;
        for (const ContactId contact : inPushOrder(turns))
            seen.append(QByteArray::number(contact.value));
        QTEST(seen.join(' '), "order");
    }

    void longChainsAreOrdered()
    {
        std::vector<PushTurn> turns;
        for (int i = 1; i <= 100'000; ++i)
            turns.push_back({ContactId(i), PushStage::ContactUpdates, std::to_string(i + 1), std::to_string(i)});
        const std::vector<ContactId> order = inPushOrder(turns);
        QCOMPARE(order.size(), turns.size());
        QCOMPARE(order.front(), ContactId(100'000));
        QCOMPARE(order.back(), ContactId(1));
    }

    void turns()
    {
        const auto words = [](const ContactRow &row) {
            const PushTurn turn = turnOf(ContactId(1), PushStage::ContactUpdates, row);
            return QByteArray::fromStdString(turn.releases + '>' + turn.wants);
        };
        QCOMPARE(words(row("bound", "phoneNumber=+39 2", "phoneNumber=+391")), QByteArray("+391>+392"));
        QCOMPARE(words(row("bound", "phoneNumber=+39 1", "phoneNumber=+391")), QByteArray(">"));
        QCOMPARE(words(row("bound deleted", "phoneNumber=+391", "phoneNumber=+391")), QByteArray("+391>"));
        QCOMPARE(words(row("", "phoneNumber=+391", "")), QByteArray(">+391"));
    }
};

QTEST_GUILESS_MAIN(SyncPushTest)
#include "tst_sync_push.moc"
