// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

#include <utility>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

/// Memberships, deletions, uploads and files of contacts on gateways that take but the form of their own document.
class TestGatewayForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What a form says of its file, beside the file, is left out where it is refused; the second file is sent once.
    void formsInTheAccountsWords_data() { addPlainDialects(); }
    void formsInTheAccountsWords()
    {
        QFETCH(Dialect, dialect);
        GatewayDesk desk(strictOptions(dialect));
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
        QVERIFY2(desk.refusals() <= 6, qPrintable(QString::number(desk.refusals())));
        QVERIFY(desk.log().count() <= 10);
    }

    void membershipsInTheAccountsForm_data() { addPlainDialects(); }
    void membershipsInTheAccountsForm()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strictOptions(dialect);
        options.contacts = 5;
        GatewayDesk desk(options);
        const qint64 one = desk.state().addList(u"L"_s), two = desk.state().addList(u"M"_s);
        const auto lists = *DeletionBatch::of({desk.listId(one), desk.listId(two)});
        const auto contacts = *MemberBatch::of({desk.contactId(1), desk.contactId(2), desk.contactId(3)});
        const auto added = awaited(desk.client().addToLists(lists, contacts));
        QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
        QCOMPARE(desk.state().allMemberships().size(), 6);
        QVERIFY(desk.refusals() <= 1);
        const auto removed = awaited(desk.client().removeFromLists(*DeletionBatch::of({desk.listId(one)}),
                                                                   *MemberBatch::of({desk.contactId(2)})));
        QVERIFY2(removed, removed ? "" : qPrintable(removed.error().text()));
        QCOMPARE(removed->removed, 1);
        QCOMPARE(desk.state().members(one), (QList<qint64>{1, 3}));
        QCOMPARE(desk.state().members(two), (QList<qint64>{1, 2, 3}));
        QVERIFY(desk.refusals() <= 1);
        QCOMPARE(desk.client().capabilities().adding,
                 dialect == Dialect::Uc023 ? PairForm::OneList : PairForm::BothLists);
    }

    // The form of a deletion is told by a page; nothing is ever tried that might delete everybody.
    void deletionsInTheAccountsForm_data() { addPlainDialects(); }
    void deletionsInTheAccountsForm()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = strictOptions(dialect);
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
        GatewayDesk desk(strictOptions(Dialect::Reference));
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
        Practice::Options options = strictOptions(dialect);
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
};

QTEST_GUILESS_MAIN(TestGatewayForms)
#include "tst_gateway_forms.moc"
