// SPDX-License-Identifier: Apache-2.0
#include "tests/support/require.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What a file brought and its list does not show is read by its id, and sent once more, to see what the account keeps.
/// A run that ends in the middle of that leaves nothing that looks like somebody else's edit.
class TestSyncTrials : public QObject
{
    Q_OBJECT

private:
    static constexpr int most = 1; ///< Desk's `mostSingles`: two go in a file
    static constexpr int everyRequest = 60;

    static std::vector<ContactId> addPeople(Desk &desk)
    {
        std::vector<ContactId> ids;
        for (int i = 0; i < 2; ++i) {
            ids.push_back(desk.add(u"Anna Bianchi"_s, Office::numberOf(i), u"Bari"_s));
            desk.set(ids.back(), "custom:0:level", u"gold"_s);
        }
        return ids;
    }

private Q_SLOTS:
    void nobodyIsAskedAboutAnOwnTrial_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::addColumn<bool>("isTagged");
        QTest::addColumn<bool>("isStrict");
        QTest::newRow("tables, uc007") << Practice::Dialect::Uc007 << false << false;
        QTest::newRow("tables, uc020") << Practice::Dialect::Uc020 << false << false;
        QTest::newRow("tables, uc020, strict") << Practice::Dialect::Uc020 << false << true;
        QTest::newRow("cards, uc020") << Practice::Dialect::Uc020 << true << false;
    }
    void nobodyIsAskedAboutAnOwnTrial()
    {
        QFETCH(Practice::Dialect, dialect);
        QFETCH(bool, isTagged);
        QFETCH(bool, isStrict);
        Practice::Options options;
        options.dialect = dialect;
        options.listing = Practice::Listing::AsShown;
        options.strict = isStrict;
        for (int request = 1; request <= everyRequest; ++request) {
            Office office(options);
            Desk desk(office, most);
            const std::vector<ContactId> ids = addPeople(desk);
            if (isTagged)
                require(desk.journal().addTags(ids, {u"fair"_s}));
            if (desk.syncEndedAt(request) < request)
                return; // to its end
            for (const ContactId id : ids) {
                desk.set(id, "custom:0:level", u"silver"_s);
                desk.set(id, "city", u"Roma"_s);
            }
            for (int syncs = 0; syncs < 3; ++syncs)
                desk.sync();
            const std::string ended = "ended at request " + std::to_string(request);
            const char *where = ended.c_str();
            QVERIFY2(conflicts(desk.workspace(), 9)->isEmpty(), where);
            for (int i = 0; i < 2; ++i) {
                const auto there = office.state().contactOfNumber(Office::numberOf(i));
                QVERIFY2(there, where);
                QVERIFY2(there->customFields.value(u"level"_s).toString() == u"silver"_s, where);
                QVERIFY2(isStrict || there->city == u"Roma"_s, where);
            }
        }
        QFAIL("a sync does not end");
    }
};

QTEST_GUILESS_MAIN(TestSyncTrials)
#include "tst_sync_trials.moc"
