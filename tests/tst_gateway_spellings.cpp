// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include "gateway/client/pager.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

namespace {

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
        Practice::Options options = strictOptions(dialect);
        options.contacts = 250;
        options.lists = 3;
        GatewayDesk desk(options);
        const QStringList ids = everybody(desk);
        QCOMPARE(ids.size(), 250);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 250);
        const int before = desk.refusals();
        QVERIFY2(before <= 5, qPrintable(QString::number(before)));
        QCOMPARE(everybody(desk).size(), 250);
        QCOMPARE(desk.refusals(), before); // asked and answered once

        RemoteListQuery lists;
        lists.includeDeleted = true;
        const auto page = awaited(desk.client().lists(lists));
        QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
        QCOMPARE(page->rows.size(), 3);
        const auto members = awaited(desk.client().listContacts(page->rows.first().id, {}));
        QVERIFY2(members, members ? "" : qPrintable(members.error().text()));
        QVERIFY(members->rowsGiven > 0);
        const int after = desk.refusals();
        QVERIFY(awaited(desk.client().lists(lists)));
        QVERIFY(awaited(desk.client().listContacts(page->rows.first().id, {})));
        QCOMPARE(desk.refusals(), after);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void probingFindsTheWords_data() { addPlainDialects(); }
    void probingFindsTheWords()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strictOptions(dialect);
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
        const int before = desk.refusals();
        QCOMPARE(everybody(desk).size(), 250);
        QCOMPARE(desk.refusals(), before);
        for (const Practice::LoggedRequest &request : desk.log().entries())
            QCOMPARE(request.method, QByteArray("GET"));
    }

    void emptyAccounts_data() { addPlainDialects(); }
    void emptyAccounts()
    {
        QFETCH(Dialect, dialect);
        GatewayDesk desk(strictOptions(dialect));
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
        GatewayDesk desk(strictOptions(dialect));
        const auto made = awaited(desk.client().createContact(everything()));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        const Practice::Contact kept = desk.state().allContacts().first();
        QCOMPARE(kept.fullName(), u"Anna Rossi"_s);
        QCOMPARE(kept.email, u"anna@example.org"_s);
        QCOMPARE(kept.customFields.value(u"vip"_s).toString(), u"yes"_s);
        QCOMPARE(kept.region, dialect == Dialect::Uc023 ? u"Lombardia"_s : QString());
        QCOMPARE(kept.city, dialect == Dialect::Uc020 ? QString() : u"Milano"_s);
        QCOMPARE(kept.gender, dialect == Dialect::Reference || dialect == Dialect::Uc007 ? u"F"_s : QString());
        const int before = desk.refusals();
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
        QCOMPARE(desk.refusals(), before);
    }

    // A gateway that does not say what it refuses: the words are found by leaving out and adding by halves.
    void quietRefusals_data() { addPlainDialects(); }
    void quietRefusals()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strictOptions(dialect);
        options.isQuiet = true;
        options.contacts = 120;
        GatewayDesk desk(options);
        const auto found = awaited(desk.client().probe());
        QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
        QCOMPARE(everybody(desk).size(), 120);
        const auto made = awaited(desk.client().createContact(everything()));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        const Practice::Contact kept = desk.state().allContacts().last();
        QCOMPARE(kept.fullName(), u"Anna Rossi"_s);
        QCOMPARE(kept.customFields.value(u"vip"_s).toString(), u"yes"_s);
        QCOMPARE(kept.city, dialect == Dialect::Uc020 ? QString() : u"Milano"_s);
        QCOMPARE(kept.region, dialect == Dialect::Uc023 ? u"Lombardia"_s : QString());
        QCOMPARE(desk.state().allContacts().size(), 121);
        const int before = desk.refusals();
        ContactChange second = everything();
        second.phoneNumber = u"+393471234568"_s;
        QVERIFY(awaited(desk.client().createContact(second)));
        QCOMPARE(desk.state().allContacts().last().customFields.value(u"vip"_s).toString(), u"yes"_s);
        QCOMPARE(desk.refusals(), before); // asked once
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    // A body that is lost on the way is refused without a word, and no key is to blame for it; also where a change that
    // names nothing but that key would leave a contact without a number.
    void aLostBodyCostsNoKey()
    {
        Practice::Options options;
        options.replacingPut = true;
        GatewayDesk desk(options);
        desk.gateway().failNext(u"POST /contacts"_s, Practice::Fault::BodyDropped);
        const auto made = awaited(desk.client().createContact(everything()));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QCOMPARE(desk.state().allContacts().first().city, u"Milano"_s);
        QCOMPARE(desk.state().allContacts().first().region, u"Lombardia"_s);
        QCOMPARE(desk.client().capabilities().refusedNames, QStringList());
    }

    // A refusal of a value is one of the contact, as before: it does not cost the key for everybody.
    void refusedValuesAreTold()
    {
        GatewayDesk desk(strictOptions(Dialect::Uc007));
        const auto bad = awaited(desk.client().createContact(person(u"A"_s, u"12"_s)));
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Refused);
        QVERIFY2(!bad.error().text().contains("127.0.0.1"_L1), qPrintable(bad.error().text()));
        QVERIFY(awaited(desk.client().createContact(person(u"A"_s, u"+393471234567"_s))));
        QVERIFY(desk.client().capabilities().refusedNames.isEmpty());
    }

    void wholeNamesAreTakenApartAndGivenBack()
    {
        GatewayDesk desk(strictOptions(Dialect::Uc020));
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
        Practice::Options options = strictOptions(Dialect::Uc007);
        options.contacts = 30;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        Practice::Options other = strictOptions(Dialect::Reference);
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
        GatewayDesk desk(strictOptions(Dialect::Reference));
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
