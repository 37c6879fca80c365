// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include "gateway/pager.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

namespace {

Practice::Options strict(Dialect dialect)
{
    Practice::Options options;
    options.dialect = dialect;
    options.strict = true;
    return options;
}

ContactChange everything()
{
    ContactChange change = person(u"Anna"_s, u"+393471234567"_s);
    change.email = u"anna@example.org"_s;
    change.gender = u"F"_s;
    change.city = u"Milano"_s;
    change.province = u"MI"_s;
    change.region = u"Lombardia"_s;
    change.customFields = QList<RemoteValue>{{u"vip"_s, RemoteValue::Kind::Text, u"yes"_s}};
    change.extra = R"({"loyalty":3})";
    return change;
}

} // namespace

/// Gateways that refuse, by name, what their own document does not have: the client finds the account's words, by
/// reads where it can, and asks no second time.
class TestGatewaySpellings : public QObject
{
    Q_OBJECT

private:
    static int refusals(GatewayDesk &desk)
    {
        int count = 0;
        for (const Practice::LoggedRequest &request : desk.log().entries())
            count += request.status == 400;
        return count;
    }
    // All ids of the account, in the order in which they came.
    static QStringList everybody(GatewayDesk &desk)
    {
        ContactPager pager(desk.client(), {}, PagingStart{});
        QStringList ids;
        for (bool atEnd = false; !atEnd;) {
            const auto page = awaited(pager.next());
            if (!page)
                return {page.error().text()};
            for (const RemoteContact &row : page->rows)
                ids.append(row.id.value);
            atEnd = page->progress.atEnd;
        }
        return ids;
    }

private Q_SLOTS:
    // Without a probe before: the first question finds the words.
    void pagesAreAskedForInTheAccountsWords_data() { addPlainDialects(); }
    void pagesAreAskedForInTheAccountsWords()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strict(dialect);
        options.contacts = 250;
        options.lists = 3;
        GatewayDesk desk(options);
        const QStringList ids = everybody(desk);
        QCOMPARE(ids.size(), 250);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 250);
        const int before = refusals(desk);
        QVERIFY2(before <= 5, qPrintable(QString::number(before)));
        QCOMPARE(everybody(desk).size(), 250);
        QCOMPARE(refusals(desk), before); // asked and answered once

        RemoteListQuery lists;
        lists.includeDeleted = true;
        const auto page = awaited(desk.client().lists(lists));
        QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
        QCOMPARE(page->rows.size(), 3);
        const auto members = awaited(desk.client().listContacts(page->rows.first().id, {}));
        QVERIFY2(members, members ? "" : qPrintable(members.error().text()));
        QVERIFY(members->rowsGiven > 0);
        const int after = refusals(desk);
        QVERIFY(awaited(desk.client().lists(lists)));
        QVERIFY(awaited(desk.client().listContacts(page->rows.first().id, {})));
        QCOMPARE(refusals(desk), after);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void probingFindsTheWords_data() { addPlainDialects(); }
    void probingFindsTheWords()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strict(dialect);
        options.contacts = 250;
        options.lists = 3;
        GatewayDesk desk(options);
        const auto found = awaited(desk.client().probe());
        QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
        QCOMPARE(found->paging, dialect == Dialect::Uc007   ? PagingStyle::PageAndSize
                                : dialect == Dialect::Uc023 ? PagingStyle::OffsetAndLimit
                                                            : PagingStyle::PageAndLimit);
        QCOMPARE(found->firstPage, dialect == Dialect::Uc020 ? 1 : 0);
        QCOMPARE(found->pageLimit, dialect == Dialect::Uc023 ? 100 : 1000);
        QCOMPARE(*Capabilities::fromJson(found->toJson()), *found);
        const int before = refusals(desk);
        QCOMPARE(everybody(desk).size(), 250);
        QCOMPARE(refusals(desk), before);
        for (const Practice::LoggedRequest &request : desk.log().entries())
            QCOMPARE(request.method, QByteArray("GET"));
    }

    void emptyAccounts_data() { addPlainDialects(); }
    void emptyAccounts()
    {
        QFETCH(Dialect, dialect);
        GatewayDesk desk(strict(dialect));
        QVERIFY(awaited(desk.client().probe()));
        QCOMPARE(everybody(desk), QStringList());
        for (int i = 0; i < 12; ++i) {
            Practice::Contact contact;
            contact.firstName = u"P%1"_s.arg(i);
            contact.phoneNumber = u"+3934712345%1"_s.arg(i, 2, 10, QChar(u'0'));
            desk.state().addContact(contact);
        }
        QCOMPARE(everybody(desk).size(), 12);
    }

    // One key that the account does not know costs that key, not the contact, and is not tried again.
    void unknownKeysCostThemselves_data() { addPlainDialects(); }
    void unknownKeysCostThemselves()
    {
        QFETCH(Dialect, dialect);
        GatewayDesk desk(strict(dialect));
        const auto made = awaited(desk.client().createContact(everything()));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        const Practice::Contact kept = desk.state().allContacts().first();
        QCOMPARE(kept.fullName(), u"Anna Rossi"_s);
        QCOMPARE(kept.email, u"anna@example.org"_s);
        QCOMPARE(kept.customFields.value(u"vip"_s).toString(), u"yes"_s);
        QCOMPARE(kept.region, dialect == Dialect::Uc023 ? u"Lombardia"_s : QString());
        QCOMPARE(kept.city, dialect == Dialect::Uc020 ? QString() : u"Milano"_s);
        QCOMPARE(kept.gender, dialect == Dialect::Reference || dialect == Dialect::Uc007 ? u"F"_s : QString());
        const int before = refusals(desk);
        QVERIFY2(before <= 6, qPrintable(QString::number(before)));
        QVERIFY(desk.client().capabilities().refuses(u"contact.loyalty"_s));

        ContactChange second = everything();
        second.phoneNumber = u"+393471234568"_s;
        QVERIFY(awaited(desk.client().createContact(second)));
        ContactChange change;
        change.lastName = u"De Luca"_s;
        change.region = u"Veneto"_s;
        const auto updated = awaited(desk.client().updateContact(made->id, change));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().text()));
        QCOMPARE(desk.state().allContacts().first().fullName(), u"Anna De Luca"_s);
        QCOMPARE(refusals(desk), before);
    }

    // What a form says of its file, beside the file, is left out where it is refused; the second file is sent once.
    void formsInTheAccountsWords_data() { addPlainDialects(); }
    void formsInTheAccountsWords()
    {
        QFETCH(Dialect, dialect);
        GatewayDesk desk(strict(dialect));
        const qint64 list = desk.state().addList(u"L"_s);
        TableUpload table{u"people.csv"_s, "firstName,lastName,phoneNumber,email\nAnna,Rossi,+393471234567,\n",
                          desk.listId(list)};
        for (int turn = 0; turn < 2; ++turn) {
            const auto sent = awaited(desk.client().uploadTable(table));
            QVERIFY2(sent, sent ? "" : qPrintable(sent.error().text()));
        }
        VcardUpload cards{u"people.vcf"_s,
                          "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bea Neri\r\nTEL:+393471234568\r\nEND:VCARD\r\n",
                          desk.listId(list),
                          {},
                          {},
                          {}};
        for (int turn = 0; turn < 2; ++turn) {
            const auto sent = awaited(desk.client().uploadVcard(cards));
            QVERIFY2(sent, sent ? "" : qPrintable(sent.error().text()));
        }
        QVERIFY2(refusals(desk) <= 6, qPrintable(QString::number(refusals(desk))));
        QVERIFY(desk.log().count() <= 10);
    }

    // A refusal of a value is one of the contact, as before: it does not cost the key for everybody.
    void refusedValuesAreTold()
    {
        GatewayDesk desk(strict(Dialect::Uc007));
        const auto bad = awaited(desk.client().createContact(person(u"A"_s, u"12"_s)));
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Refused);
        QVERIFY2(!bad.error().text().contains("127.0.0.1"_L1), qPrintable(bad.error().text()));
        QVERIFY(awaited(desk.client().createContact(person(u"A"_s, u"+393471234567"_s))));
        QVERIFY(desk.client().capabilities().refusedNames.isEmpty());
    }

    void membershipsInTheAccountsForm_data() { addPlainDialects(); }
    void membershipsInTheAccountsForm()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strict(dialect);
        options.contacts = 5;
        GatewayDesk desk(options);
        const qint64 one = desk.state().addList(u"L"_s), two = desk.state().addList(u"M"_s);
        const auto lists = *DeletionBatch::of({desk.listId(one), desk.listId(two)});
        const auto contacts = *MemberBatch::of({desk.contactId(1), desk.contactId(2), desk.contactId(3)});
        const auto added = awaited(desk.client().addToLists(lists, contacts));
        QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
        QCOMPARE(desk.state().allMemberships().size(), 6);
        QVERIFY(refusals(desk) <= 1);
        const auto removed = awaited(desk.client().removeFromLists(*DeletionBatch::of({desk.listId(one)}),
                                                                   *MemberBatch::of({desk.contactId(2)})));
        QVERIFY2(removed, removed ? "" : qPrintable(removed.error().text()));
        QCOMPARE(removed->removed, 1);
        QCOMPARE(desk.state().members(one), (QList<qint64>{1, 3}));
        QCOMPARE(desk.state().members(two), (QList<qint64>{1, 2, 3}));
        QVERIFY(refusals(desk) <= 1);
        QCOMPARE(desk.client().capabilities().adding,
                 dialect == Dialect::Uc023 ? PairForm::OneList : PairForm::BothLists);
    }

    // The form of a deletion is told by a page; nothing is ever tried that might delete everybody.
    void deletionsInTheAccountsForm_data() { addPlainDialects(); }
    void deletionsInTheAccountsForm()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strict(dialect);
        options.contacts = 8;
        GatewayDesk desk(options);
        const auto batch = [&](const QList<qint64> &ids) {
            QList<RemoteId> remote;
            for (const qint64 id : ids)
                remote.append(desk.contactId(id));
            return *DeletionBatch::of(remote);
        };
        const auto error = kindOf(awaited(desk.client().deleteContacts(batch({1, 2, 3}))));
        QCOMPARE(error, std::nullopt);
        QCOMPARE(desk.state().allContacts().size(), 5);
        QCOMPARE(desk.client().capabilities().deletesOnlyNamed, Known::Yes);
        QStringList calls;
        for (const Practice::LoggedRequest &request : desk.log().entries()) {
            if (request.method == "DELETE")
                calls.append(request.call);
            else if (!calls.isEmpty() && calls.size() == 1)
                calls.append(u"canary"_s);
        }
        QCOMPARE(calls.value(1), u"canary"_s); // one, then a look, then the others
        const QString call = dialect == Dialect::Uc023 ? u"DELETE /contacts/{id}"_s : u"DELETE /contacts"_s;
        calls.removeAll(u"canary"_s);
        calls.removeDuplicates();
        QCOMPARE(calls, QStringList{call});
        // Those that are gone already are passed over.
        QCOMPARE(kindOf(awaited(desk.client().deleteContacts(batch({3, 4})))), std::nullopt);
        QCOMPARE(desk.state().allContacts().size(), 4);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    // A gateway whose deletion takes more than it was told: after one, no more.
    void aDeletionThatTakesMoreIsTheLast()
    {
        Practice::Options options;
        options.contacts = 8;
        GatewayDesk desk(options);
        desk.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.method == "DELETE")
                desk.state().removeContacts({2, 3, 4, 5, 6, 7, 8});
        });
        const auto ids = *DeletionBatch::of({desk.contactId(1), desk.contactId(2)});
        QVERIFY(kindOf(awaited(desk.client().deleteContacts(ids))));
        QCOMPARE(desk.client().capabilities().deletesOnlyNamed, Known::No);
        const int before = desk.log().count();
        QVERIFY(kindOf(awaited(desk.client().deleteContacts(ids))));
        QCOMPARE(desk.log().count(), before);
    }

    // Nothing in a page says which lists were deleted: they are not asked for, or they would come back to life.
    void deletedListsAreToldApart()
    {
        GatewayDesk desk(strict(Dialect::Reference));
        const qint64 gone = desk.state().addList(u"Gone"_s);
        desk.state().addList(u"There"_s);
        desk.state().removeList(gone);
        RemoteListQuery query;
        query.includeDeleted = true;
        for (int turn = 0; turn < 2; ++turn) {
            const auto page = awaited(desk.client().lists(query));
            QVERIFY(page);
            QCOMPARE(page->rows.size(), 1);
            QCOMPARE(page->rows.first().name, u"There"_s);
        }
        QCOMPARE(desk.log().count(u"GET /contacts/list"_s), 3);
    }

    // A file of contacts: ordered, looked for, made again where it has expired, fetched without the key.
    void filesOfContacts_data() { addPlainDialects(); }
    void filesOfContacts()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strict(dialect);
        options.contacts = 20;
        GatewayDesk desk(options);
        bool wasExpired = false;
        desk.gateway().beforeRequest([&](const Practice::Request &request) {
            // Between the look that finds it ready and the asking for its address.
            if (request.call == u"GET /exports/{id}" && !std::exchange(wasExpired, true))
                desk.state().exports().expire(1);
        });
        QByteArray file;
        const auto bytes = awaited(desk.client().fetchExport({}, [&file](QByteArrayView piece) {
            file += piece;
            return true;
        }));
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().text()));
        QCOMPARE(*bytes, file.size());
        QCOMPARE(file.count("\r\n"), 21);
        QCOMPARE(desk.log().count(u"POST /exports/{id}"_s), 1);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void wholeNamesAreTakenApartAndGivenBack()
    {
        GatewayDesk desk(strict(Dialect::Uc020));
        for (const QString &name : {u"Giulia Rossi"_s, u"ROSSI Giulia"_s, u"Dott.ssa Maria Grazia De Luca"_s}) {
            Practice::Contact contact;
            contact.firstName = name;
            contact.phoneNumber = u"+39347123456%1"_s.arg(desk.state().allContacts().size());
            desk.state().addContact(contact);
        }
        QVERIFY(awaited(desk.client().probe()));
        const auto page = awaited(desk.client().contacts({}));
        QVERIFY(page);
        QStringList names;
        for (const RemoteContact &row : page->rows)
            names.append(row.firstName.value_or(u"?"_s) + u'|' + row.lastName.value_or(u"?"_s));
        names.sort();
        QCOMPARE(names, (QStringList{u"Giulia|ROSSI"_s, u"Giulia|Rossi"_s, u"Maria Grazia|De Luca"_s}));
        // What is not changed is given back as it was given.
        ContactChange same;
        same.firstName = u"Maria Grazia"_s;
        same.lastName = u"De Luca"_s;
        same.email = u"mg@example.org"_s;
        QVERIFY(awaited(desk.client().updateContact(desk.contactId(3), same)));
        QCOMPARE(desk.state().contact(3)->fullName(), u"Dott.ssa Maria Grazia De Luca"_s);
        QCOMPARE(desk.state().contact(3)->email, u"mg@example.org"_s);
        // Half of a name leaves the other half.
        ContactChange half;
        half.firstName = u"Giovanna"_s;
        const auto updated = awaited(desk.client().updateContact(desk.contactId(1), half));
        QVERIFY(updated);
        QCOMPARE(desk.state().contact(1)->fullName(), u"Giovanna Rossi"_s);
        // Whichever way the answer is taken apart, what was sent was taken.
        ContactChange two = person(u"Anna Maria"_s, u"+393471234599"_s);
        two.lastName = u"Rossi Bianchi"_s;
        const auto made = awaited(desk.client().createContact(two));
        QVERIFY(made);
        QCOMPARE(made->firstName, u"Anna Maria"_s);
        QCOMPARE(made->lastName, u"Rossi Bianchi"_s);
        QCOMPARE(made->fullName, u"Anna Maria Rossi Bianchi"_s);
    }

    // The account changes under the client: what was remembered is learned anew.
    void whatChangedIsLearnedAnew()
    {
        Practice::Options options = strict(Dialect::Uc007);
        options.contacts = 30;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        Practice::Options other = strict(Dialect::Reference);
        other.contacts = 30;
        GatewayDesk changed(other);
        Client client({changed.gateway().root(), Authentication::ApiKey, {}, Plan::Production, true},
                      *Credential::fromText(u"practice-key"_s, Authentication::ApiKey), desk.client().capabilities(),
                      changed.surroundings(GatewayDesk::transportOptions()));
        const auto page = awaited(client.contacts({}));
        QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
        QCOMPARE(page->rowsGiven, 30);
        QVERIFY(client.capabilities().paging != PagingStyle::PageAndSize);
    }

    void refusalsNameTheThing()
    {
        GatewayDesk desk(strict(Dialect::Reference));
        RemoteContactQuery query;
        query.notListIds = QList<RemoteId>{{u"5"_s}}; // a filter that rows can't be checked against is not given up
        const auto page = awaited(desk.client().contacts(query));
        QVERIFY(!page);
        QVERIFY2(page.error().text().contains(u"“notListIds”"_s), qPrintable(page.error().text()));
        QVERIFY(!page.error().text().contains("127.0.0.1"_L1));
    }
};

QTEST_GUILESS_MAIN(TestGatewaySpellings)
#include "tst_gateway_spellings.moc"
