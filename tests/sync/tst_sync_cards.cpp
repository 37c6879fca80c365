// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "store/database/sqlite.h"
#include "store/sync/outbox.h"
#include "store/sync/pullruns.h"
#include "tests/sync/office.h"

#include <QTest>

#include <algorithm>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

constexpr int many = 250;
const QStringList tags{u"crm-import"_s, u"q2-2026"_s};
const Practice::CallPattern upload(u"POST /contacts/upload/vcard"_s);
const Practice::CallPattern singly(u"POST /contacts"_s);

Practice::Options uc020(bool isStrict = false)
{
    Practice::Options options;
    options.dialect = Practice::Dialect::Uc020;
    options.strict = isStrict;
    return options;
}

QString numberOf(int i)
{
    return u"+3934%1"_s.arg(20'000'000 + i);
}

// What a CRM exports as vCards.
void importCards(Desk &desk, int count, const QStringList &given = tags, int first = 1)
{
    QByteArray cards;
    for (int i = first; i < first + count; ++i) {
        cards += u"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Surname %1;Name Maria;;;\r\nFN:Name Maria Surname %1\r\nTEL;TYPE=CELL:%2\r\n"
                 "EMAIL:n%1@example.com\r\nADR;TYPE=HOME:;;;Torino;TO;;\r\nEND:VCARD\r\n"_s
                     .arg(i)
                     .arg(numberOf(i))
                     .toUtf8();
    }
    ImportChoices choices;
    choices.tags = given;
    choices.lists.append(u"CRM"_s);
    QCOMPARE(desk.files().import(u"crm %1.vcf"_s.arg(first), cards, choices).imported(), count);
}

QStringList tagsOf(Office &office, const QString &number)
{
    const auto contact = office.state().contactOfNumber(number);
    QStringList found = contact ? contact->tags : QStringList{u"nobody"_s};
    found.sort();
    return found;
}

qsizetype taggedLike(Office &office, const QStringList &wanted)
{
    const QList<Practice::Contact> all = office.state().allContacts();
    return std::count_if(all.begin(), all.end(), [&wanted](const Practice::Contact &contact) {
        QStringList found = contact.tags;
        found.sort();
        return found == wanted;
    });
}

} // namespace

/// UC-020: tags, the strategy and a list's name exist only in the upload of cards. New contacts with tags go that way.
class TestSyncCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsGoWithTheCards_data()
    {
        QTest::addColumn<bool>("isStrict");
        QTest::newRow("as it is") << false;
        QTest::newRow("strict") << true;
    }
    void tagsGoWithTheCards()
    {
        QFETCH(bool, isStrict);
        Office office(uc020(isStrict));
        Desk desk(office), other(office);
        QVERIFY(!desk.sync().stopped);
        importCards(desk, many);
        office.log().clear();
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(report.created, many);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(taggedLike(office, tags), many);
        QCOMPARE(office.requests(singly), 0);
        for (const Practice::LoggedRequest &request : office.log().entries()) {
            if (request.method == "PUT")
                QFAIL(request.body.constData());
        }
        QVERIFY2(office.log().count() <= 40, qPrintable(QString::number(office.log().count())));
        const auto one = office.state().contactOfNumber(numberOf(7));
        QCOMPARE(one->city, u"Torino"_s);
        QCOMPARE(one->email, u"n7@example.com"_s);
        // The list that it was for, and none that the upload made for itself.
        QCOMPARE(office.listNames(), u"CRM"_s);
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), many);
        // No strategy that overwrites or doubles ever leaves.
        for (const Practice::LoggedRequest &request : office.log().entries()) {
            if (request.path.endsWith("/upload/vcard"_L1))
                QVERIFY(request.body.contains("SKIP") && request.body.contains("crm-import,q2-2026"));
        }
        for (int i = 0; i < 2; ++i) // listings hide where they live: 200 are read by their ids a run
            QVERIFY(!other.sync().stopped);
        QCOMPARE(other.people(), desk.people());
        QCOMPARE(other.files().count(u"tag:crm-import tag:q2-2026"_s), many);
        office.log().clear();
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.requests(u"POST *"_s) + office.requests(u"PUT *"_s) + office.requests(u"DELETE *"_s), 0);
    }

    void eachSetOfTagsIsAFile()
    {
        Office office(uc020());
        Desk desk(office);
        importCards(desk, 8, {u"a"_s});
        importCards(desk, 8, {u"a"_s, u"b"_s}, 9);
        importCards(desk, 3, {}, 17);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(taggedLike(office, {u"a"_s}), 8);
        QCOMPARE(taggedLike(office, {u"a"_s, u"b"_s}), 8);
        QCOMPARE(taggedLike(office, {}), 3);
        QCOMPARE(office.requests(singly), 3);
        QCOMPARE(office.listNames(), u"CRM"_s);
    }

    // What a card has no place for follows.
    void theRestFollowsAsAChange()
    {
        Office office(uc020());
        Desk desk(office);
        importCards(desk, 2);
        const ContactId id = desk.files().only(u"n1@example.com"_s);
        desk.set(id, customKey(ValueKind::Text, "level"), u"gold"_s);
        desk.set(id, "gender", u"F"_s);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        const auto one = office.state().contactOfNumber(numberOf(1));
        QCOMPARE(one->gender, u"F"_s);
        QCOMPARE(one->customFields.value(u"level"_s).toString(), u"gold"_s);
        QCOMPARE(tagsOf(office, numberOf(1)), tags);
    }

    // A complaint names a line and a person: it stands on her row, and the others are through.
    void complaintsStandOnTheirRows()
    {
        Office office(uc020());
        Desk desk(office);
        importCards(desk, 6);
        const ContactId id = desk.files().only(u"n4@example.com"_s);
        desk.set(id, "email", u"@n4"_s);
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(report.blocked, 1);
        QVERIFY(report.refusals.first().subject.contains("Surname 4"_L1));
        QVERIFY(report.refusals.first().words.contains("Invalid e-mail address"_L1));
        QCOMPARE(taggedLike(office, tags), 5);
        QCOMPARE(office.requests(singly), 0);
        const auto entries = outbox(desk.workspace(), 10);
        QVERIFY(std::any_of(entries->begin(), entries->end(), [id](const OutboxEntry &entry) {
            return entry.contact == id && entry.detail.contains("Invalid e-mail address"_L1);
        }));
        desk.set(id, "email", u"n4@example.com"_s);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(tagsOf(office, numberOf(4)), tags);
    }

    // SKIP: whoever is there already is left as she is, and met.
    void knownNumbersAreLeftAlone()
    {
        Office office(uc020());
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        importCards(desk, 4);
        office.add(u"Sara Verdi"_s, numberOf(2), u"Bari"_s);
        QVERIFY(!desk.sync().stopped);
        const auto sara = office.state().contactOfNumber(numberOf(2));
        QCOMPARE(sara->city, u"Bari"_s);
        QCOMPARE(office.state().contacts().count(), 4);
        QCOMPARE(taggedLike(office, tags), 3);
        QVERIFY(desk.workspace().reader()->integer("SELECT count(*) FROM conflict WHERE resolved_by IS NULL") > 0);
    }

    void lostAnswersAreSettledByTheList_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("fault");
        for (const auto &[what, call] : {std::pair("upload", u"POST /contacts/upload/vcard"_s),
                                         std::pair("reading", u"GET /contacts/list/{id}/contacts"_s),
                                         std::pair("lists", u"GET /contacts/list"_s),
                                         std::pair("deletion", u"DELETE /contacts/list"_s)}) {
            for (const Fault fault : {Fault::Lost, Fault::Drop, Fault::Cut, Fault::ErrorApplied, Fault::ShortPage})
                QTest::addRow("%s, %s", what, qPrintable(Practice::faultName(fault))) << call << int(fault);
        }
    }
    void lostAnswersAreSettledByTheList()
    {
        QFETCH(QString, call);
        QFETCH(int, fault);
        Office office(uc020());
        Desk desk(office);
        importCards(desk, 12);
        office.gateway().failNext(call, static_cast<Fault>(fault), call.startsWith(u"GET") ? 6 : 2);
        desk.sync();
        office.gateway().clearScripts();
        QVERIFY(!desk.sync().stopped);
        verifyInStep(office, desk);
        QCOMPARE(office.state().contacts().count(), 12);
        QCOMPARE(taggedLike(office, tags), 12);
        QCOMPARE(office.listNames(), u"CRM"_s);
    }

    void anEndInTheMiddleLosesNothing()
    {
        for (int i = 1;; ++i) {
            Office office(uc020());
            Desk desk(office);
            importCards(desk, 12);
            const int count = desk.syncEndedAt(i);
            desk.restart();
            verifyInStep(office, desk);
            QCOMPARE(office.state().contacts().count(), 12);
            QCOMPARE(taggedLike(office, tags), 12);
            QCOMPARE(office.listNames(), u"CRM"_s);
            if (QTest::currentTestFailed())
                qFatal("ended at request %d", i);
            if (count < i)
                break;
        }
    }

    void whatDoesNotFitWaits()
    {
        Practice::Options options = uc020();
        options.quota = 7;
        Office office(options);
        Desk desk(office);
        importCards(desk, 12);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(taggedLike(office, tags), 7);
        QCOMPARE(desk.waiting(), u"created 5, waiting 5"_s);
    }

    // A company: 250 cards with tags, two desks, a choice, and the import is taken back.
    void aCompanyOnItsGateway()
    {
        Office office(uc020());
        Desk first(office), second(office);
        QVERIFY(!first.sync().stopped);
        QVERIFY(!second.sync().stopped);
        importCards(first, many);
        QVERIFY(!first.sync().stopped);
        QVERIFY(!second.sync().stopped);
        QVERIFY(!second.sync().stopped); // listings hide the city of some, which are read in the runs to come
        QCOMPARE(second.people(), first.people());
        // Both want the e-mail of one of them.
        first.set(first.files().only(numberOf(9)), "email", u"first@example.com"_s);
        second.set(second.files().only(numberOf(9)), "email", u"second@example.com"_s);
        QVERIFY(!first.sync().stopped);
        QVERIFY(!second.sync().stopped);
        const auto choices = conflicts(second.workspace(), 10);
        QCOMPARE(choices->size(), 1);
        QCOMPARE(choices->first().mine, u"second@example.com"_s);
        QVERIFY(second.resolve(choices->first().id, Choice::Mine, {{"email", "second@example.com"}}));
        QVERIFY(!second.sync().stopped);
        QVERIFY(!first.sync().stopped);
        QCOMPARE(office.state().contactOfNumber(numberOf(9))->email, u"second@example.com"_s);
        QCOMPARE(first.people(), second.people());
        // The import is taken back: whom somebody has worked on since stays.
        for (const ChangeSet &set : *history(first.workspace(), 50)) {
            if (set.kind == ChangeKind::Import)
                QVERIFY(first.journal().undo(set.id));
        }
        QVERIFY(!first.sync().stopped);
        QVERIFY(!first.sync().stopped);
        QVERIFY(second.sync().missing > 200); // so many are gone that somebody is asked
        QVERIFY(setMissingAnswer(second.workspace(), MissingAnswer::Trash));
        QVERIFY(!second.sync().stopped);
        QVERIFY(!second.sync().stopped);
        QCOMPARE(first.people(), office.people());
        QCOMPARE(second.people(), first.people());
        QVERIFY(office.state().contacts().count() <= 1);
        QVERIFY(office.log().dangers().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSyncCards)
#include "tst_sync_cards.moc"
