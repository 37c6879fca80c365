// SPDX-License-Identifier: Apache-2.0
#include "support/syncmerges.h"

#include <QTest>

using namespace Elenco;

namespace {

QByteArray printed(const std::optional<RecordConflict> &conflict)
{
    static constexpr const char *kinds[] = {"deleted here, edited there", "edited here, deleted there",
                                            "two cards, one number", "list deleted there"};
    if (!conflict)
        return {};
    const auto side = [](const std::optional<SyncRecord> &record) {
        return record ? '[' + printed(*record) + ']' : QByteArray("-");
    };
    return kinds[static_cast<int>(conflict->kind)] + QByteArray(": ") + side(conflict->base) + ' ' +
           side(conflict->local) + ' ' + side(conflict->remote);
}

} // namespace

/// Rows that turn out to be contacts over there, deletions that meet edits, memberships (sync.md section 2.5).
class SyncAdoptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adopts_data()
    {
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<bool>("isDeleted");
        QTest::addColumn<QByteArray>("sent"); // "nothing": no outcome is unknown
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *what, const char *local, bool isDeleted, const char *sent, const char *found,
                            const char *result) {
            QTest::newRow(what) << QByteArray(local) << isDeleted << QByteArray(sent) << QByteArray(found)
                                << QByteArray(result);
        };
        row("what was sent", "city=Roma", false, "city=Roma", "city=Roma", "ours\ncity=Roma\nmine city=Roma<");
        row("what was sent, in another form", "email=a@B.it", false, "email=a@B.it", "email=a@b.it",
            "ours\nemail=a@B.it\nmine email=a@B.it<");
        row("what was sent, edited since", "city=Bari", false, "city=Roma", "city=Roma", "ours\ncity=Bari\nsend city");
        row("what was sent, cleared since", "", false, "city=Roma", "city=Roma", "ours\n\nsend city");
        row("what was sent, deleted since", "city=Roma", true, "city=Roma", "city=Roma",
            "ours, stays deleted\ncity=Roma\nmine city=Roma<");
        row("a field changed since", "city=Roma; firstName=A", false, "city=Roma; firstName=A",
            "city=Bari; firstName=A",
            "city=Bari; firstName=A\ntake city\nboth city:  -> Roma | Bari\nmine firstName=A<");
        row("a field more", "city=Roma", false, "city=Roma", "city=Roma; region=Lazio",
            "city=Roma; region=Lazio\ntake region\nmine city=Roma<");
        row("a field less", "city=Roma; region=Lazio", false, "city=Roma; region=Lazio", "city=Roma",
            "city=Roma; region=Lazio\nsend region\nmine city=Roma<");
        row("an unknown member more", "city=Roma", false, "city=Roma", "city=Roma; extra={\"a\":1}",
            "city=Roma; extra={\"a\":1}\nmine city=Roma<");
        row("a tag more", "city=Roma", false, "city=Roma", "city=Roma; tags=a",
            "city=Roma; tags=a\ntake tags\nmine city=Roma<");
        row("no tags", "city=Roma; tags=x", false, "city=Roma",
            "city=Roma; tags=", "ours\ncity=Roma; tags=x\nmine city=Roma<");
        row("edited since, here and there", "city=Roma; firstName=B", false, "city=Roma; firstName=A",
            "city=Bari; firstName=A", "city=Bari; firstName=B\nsend firstName\ntake city\nboth city:  -> Roma | Bari");
        row("cleared since, and another field changed there", "firstName=A", false, "city=Roma; firstName=A",
            "city=Roma; firstName=B", "firstName=B\nsend city\ntake firstName\nboth firstName:  -> A | B");
        row("somebody else's", "city=Roma; firstName=A", false, "nothing", "city=Bari; lastName=B",
            "city=Bari; firstName=A; lastName=B\nsend firstName\ntake city lastName\nboth city:  -> Roma | Bari");
        row("somebody else's, the same", "city=Roma", false, "nothing", "city=Roma", "city=Roma");
        row("somebody else's, deleted here", "city=Roma", true, "nothing", "city=Roma",
            "city=Roma\ndeleted here, edited there: - [city=Roma] [city=Roma]");
        row("edited there since, deleted here", "city=Roma", true, "city=Roma", "city=Bari; extra={\"a\":1}",
            "city=Bari; extra={\"a\":1}\ndeleted here, edited there: - [city=Roma] [city=Bari; extra={\"a\":1}]");
    }
    void adopts()
    {
        QFETCH(QByteArray, local);
        QFETCH(bool, isDeleted);
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, found);
        QFETCH(QByteArray, result);
        const SyncRecord said = record(sent);
        const Adoption adoption =
            adopt(record(local), isDeleted, sent == "nothing" ? nullptr : &said, record(found), {});
        QByteArrayList lines;
        if (adoption.isOurs)
            lines.append(adoption.staysDeleted ? "ours, stays deleted" : "ours");
        lines.append(Elenco::printed(adoption.merge));
        if (adoption.conflict)
            lines.append(printed(adoption.conflict));
        QCOMPARE(lines.join('\n'), result);
    }

    void deletions_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<bool>("goesOn");
        const auto row = [](const char *what, const char *base, const char *found, bool goesOn) {
            QTest::newRow(what) << QByteArray(base) << QByteArray(found) << goesOn;
        };
        row("unchanged", "city=Roma; extra={\"a\":1}", "city= Roma; extra={\"a\": 1}", true);
        row("a field", "city=Roma", "city=Bari", false);
        row("a field more", "", "city=Bari", false);
        row("a field less", "city=Roma", "", false);
        row("a custom field", "*note=a", "*note=b", false);
        row("an unknown member", "extra={\"a\":1}", "extra={\"a\":2}", false);
        row("an unknown member more", "", "extra={\"a\":2}", false);
        row("tags", "tags=a", "tags=a|b", false);
        row("tags where none had ever been shown", "", "tags=a", false);
    }
    void deletions()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, found);
        QFETCH(bool, goesOn);
        const auto conflict = deletionMeetsEdit(record(base), record(found));
        QCOMPARE(printed(conflict), goesOn ? QByteArray()
                                           : "deleted here, edited there: [" + Elenco::printed(record(base)) + "] - [" +
                                                 Elenco::printed(record(found)) + ']');
    }

    void deletionsThere()
    {
        QCOMPARE(printed(editMeetsDeletion(record("city=Roma; extra={\"a\":1}"), record("city=Roma; tags=x"))),
                 QByteArray());
        QCOMPARE(printed(editMeetsDeletion(record("city=Roma; extra={\"a\":1}"), record("city=Bari"))),
                 QByteArray("edited here, deleted there: [city=Roma; extra={\"a\":1}] [city=Bari] -"));
        QCOMPARE(printed(editMeetsDeletion(record("tags=a"), record("tags=a|b"))),
                 QByteArray("edited here, deleted there: [tags=a] [tags=a|b] -"));
    }

    void numbersAreTakenBack()
    {
        SyncRecord local = record("phoneNumber=+39333; city=Bari");
        const FieldConflict conflict = takeNumberBack(local, record("phoneNumber=+39334; city=Roma"));
        QCOMPARE(Elenco::printed(conflict), QByteArray("number taken phoneNumber: +39334 -> +39333 | +39334"));
        QCOMPARE(Elenco::printed(local), QByteArray("city=Bari; phoneNumber=+39334"));
        takeNumberBack(local, record("city=Roma"));
        QCOMPARE(Elenco::printed(local), QByteArray("city=Bari"));
    }

    void memberships_data()
    {
        QTest::addColumn<QByteArray>("seen");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *pair, const char *there, const char *once, const char *missing) {
            QTest::addRow("%s, there", pair) << QByteArray("there") << QByteArray(there);
            QTest::addRow("%s, missing once", pair) << QByteArray("once") << QByteArray(once);
            QTest::addRow("%s, missing", pair) << QByteArray("missing") << QByteArray(missing);
        };
        // want and base: + is yes.
        row("++", "++", "++ look", "--");
        row("+-", "++", "+-", "+-");
        row("-+", "-+", "-+ look", "--");
        row("--", "++", "--", "--");
    }
    void memberships()
    {
        QFETCH(QByteArray, seen);
        QFETCH(QByteArray, result);
        const QByteArray pair = QTest::currentDataTag();
        const MemberSeen there = seen == "there"  ? MemberSeen::There
                                 : seen == "once" ? MemberSeen::MissingOnce
                                                  : MemberSeen::Missing;
        const MergedMembership merged = mergeMembership({pair[0] == '+', pair[1] == '+'}, there);
        const auto sign = [](bool yes) { return yes ? "+" : "-"; };
        QCOMPARE(QByteArray(sign(merged.membership.want)) + sign(merged.membership.base) +
                     (merged.needsSecondLook ? " look" : ""),
                 result);
        // Again, and nothing changes.
        QCOMPARE(mergeMembership(merged.membership, there), merged);
    }
};

QTEST_GUILESS_MAIN(SyncAdoptionTest)
#include "tst_sync_adoption.moc"
