// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/dialecttest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

namespace {

// What a value is made of, whatever it says: "{id:number,tags:[text]}". An array is what its elements are.
QString shapeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return u"flag"_s;
    case QJsonValue::Double: return u"number"_s;
    case QJsonValue::String: return u"text"_s;
    case QJsonValue::Array: {
        QStringList shapes;
        for (const QJsonValue &element : value.toArray())
            shapes.append(shapeOf(element));
        shapes.removeDuplicates();
        shapes.sort();
        return u'[' + shapes.join(u'|') + u']';
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList members;
        for (auto member = object.begin(); member != object.end(); ++member)
            members.append(member.key() + u':' + shapeOf(*member));
        return u'{' + members.join(u',') + u'}';
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return u"nothing"_s;
}

QJsonValue parsed(const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

const QByteArray table = "nome,cognome,telefono,email,citta\n"
                         "Marco,Bianchi,+393489876543,m.bianchi@example.it,Torino\n"
                         "Anna,Verdi,+393331122334,anna.verdi@example.it,Bologna\n"
                         "Luca,Neri,+393201234567,l.neri@example.it,Milano\n";
const QByteArray cards = "BEGIN:VCARD\nVERSION:3.0\nFN:Marco Rossi\nTEL:+393471234567\nEMAIL:marco.rossi@email.com\n"
                         "END:VCARD\n"
                         "BEGIN:VCARD\nVERSION:3.0\nFN:Luca Verdi\nTEL:+39 fax\nEND:VCARD\n"
                         "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Neri\nEND:VCARD\n";

} // namespace

/// Every example of the five documents: the request as it stands there, to a gateway that refuses what they do not
/// name, and the answer key by key.
class TestPracticeDocuments : public DialectTest
{
    Q_OBJECT

private:
    void begin(Dialect dialect, const std::function<void(Options &)> &more = {})
    {
        start(dialect, [&more](Options &options) {
            options.strict = true;
            if (more)
                more(options);
        });
    }
    static void compare(const WireAnswer &answer, int status, const char *example)
    {
        QVERIFY2(answer.status == status, answer.body.constData());
        QCOMPARE(shapeOf(answer.json()), shapeOf(parsed(example)));
    }
    QByteArray list(qint64 id) { return m_gateway->listIdText(id).toUtf8(); }
    QJsonValue listId(qint64 id) { return jsonId(m_gateway->listIdText(id)); }
    QJsonValue contactId(qint64 id) { return jsonId(m_gateway->contactIdText(id)); }
    static QJsonValue jsonId(const QString &text)
    {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }

private Q_SLOTS:
    void uc007ListsAndContacts()
    {
        begin(Dialect::Uc007);
        compare(m_api->post("/contacts/list", {{u"name"_s, u"Clienti Nord Italia"_s},
                                               {u"description"_s, u"Clienti delle regioni Lombardia, Piemonte"_s}}),
                201, R"({"id":87,"name":"","description":"","contactCount":0,"createdAt":"2026-04-09T09:00:00Z"})");
        const WireAnswer created = m_api->post("/contacts", {{u"firstName"_s, u"Giulia"_s},
                                                             {u"lastName"_s, u"Rossi"_s},
                                                             {u"phoneNumber"_s, u"+393401234567"_s},
                                                             {u"email"_s, u"giulia.rossi@example.it"_s},
                                                             {u"gender"_s, u"F"_s},
                                                             {u"city"_s, u"Milano"_s},
                                                             {u"province"_s, u"MI"_s}});
        compare(created, 201,
                R"({"id":24501,"firstName":"","lastName":"","phoneNumber":"","email":"","gender":"F","city":"",
                    "province":"MI","valid":true,"createdAt":""})");
        QVERIFY(created.json(u"createdAt"_s).toString().endsWith(u'Z'));
        compare(m_api->post("/contacts/list/contacts",
                            {{u"contactIds"_s, QJsonArray{contactId(1)}}, {u"listIds"_s, QJsonArray{listId(1)}}}),
                201, R"({"added":1,"skipped":0})");
        add(u"Marco"_s, u"+393489876543"_s);
        m_gateway->state().addMember(1, 2);
        const char *page = R"({"content":[{"id":1,"firstName":"","lastName":"","phoneNumber":"","email":"",
                               "valid":true}],"totalElements":1,"totalPages":1,"page":0,"size":10})";
        compare(m_api->get("/contacts/list/1/contacts?page=0&size=10"), 200, page);
        compare(m_api->get("/contacts?city=Milano&page=0&size=20"), 200, page);
        QCOMPARE(rowsOf(m_api->get("/contacts?city=Milano&page=0&size=20")).size(), 1);
        compare(m_api->remove("/contacts/list/contacts",
                              {{u"contactIds"_s, QJsonArray{contactId(1)}}, {u"listIds"_s, QJsonArray{listId(1)}}}),
                200, R"({"removed":1})");
        QCOMPARE(m_api->post("/contacts", {{u"phoneNumber"_s, u"+393401234567"_s}}).status, 409);
        Campaign campaign;
        campaign.name = u"Saldi"_s;
        const qint64 id = m_gateway->state().campaigns().add(campaign);
        QCOMPARE(m_api
                     ->put("/campaigns/" + QByteArray::number(id),
                           {{u"sender"_s, u"ShopItalia"_s}, {u"text"_s, u"Offerta"_s}, {u"contactListId"_s, 1}})
                     .status,
                 200);
        QCOMPARE(m_gateway->state().campaigns().campaign(id)->listIds, QList<qint64>{1});
    }

    void uc007Files()
    {
        begin(Dialect::Uc007);
        m_gateway->state().addList(u"Clienti Nord Italia"_s);
        const WireAnswer analysed =
            m_api->upload("/contacts/upload", "clienti_nord_italia.csv", table, {{"listId", "1"}});
        compare(analysed, 200,
                R"({"uploadId":"","fileName":"","totalRows":5230,"parsedRows":5230,"columns":[""],
                    "preview":[{"nome":"","cognome":"","telefono":"","email":"","citta":""}]})");
        QCOMPARE(analysed.json(u"preview"_s).toArray().size(), 2);
        const QJsonObject mapping{{u"nome"_s, u"firstName"_s},
                                  {u"cognome"_s, u"lastName"_s},
                                  {u"telefono"_s, u"phoneNumber"_s},
                                  {u"email"_s, u"email"_s},
                                  {u"citta"_s, u"city"_s}};
        const char *done = R"({"imported":1,"duplicates":0,"invalid":0,"listId":87,"totalInList":1})";
        compare(m_api->post("/contacts/mapped/file",
                            {{u"uploadId"_s, analysed.json(u"uploadId"_s)}, {u"mapping"_s, mapping}, {u"listId"_s, 1}}),
                200, done);
        QCOMPARE(m_gateway->state().contactOfNumber(u"+393489876543"_s)->city, u"Torino"_s);
        const WireAnswer read =
            m_api->upload("/contacts/upload/vcard", "rubrica_aziendale.vcf", cards, {{"listId", "1"}});
        compare(read, 200, R"({"uploadId":"","fileName":"","totalContacts":3,"parsedContacts":3,"errors":0})");
        compare(m_api->post("/contacts/mapped/vcard", {{u"uploadId"_s, read.json(u"uploadId"_s)}, {u"listId"_s, 1}}),
                200, done);
        QCOMPARE(m_gateway->state().members(1).size(), 4);
        QCOMPARE(m_api->upload("/contacts/upload", "a.csv", "", {{"listId", "1"}}).status, 400);
    }

    void uc020()
    {
        begin(Dialect::Uc020);
        m_gateway->state().addList(u"CRM migration"_s);
        add(u"Known"_s, u"+393489876543"_s);
        const QList<std::pair<QByteArray, QByteArray>> fields{
            {"listId", list(1)}, {"duplicateStrategy", "SKIP"}, {"tags", "crm-import,q2-2026"}};
        const WireAnswer done = m_api->upload("/contacts/upload/vcard", "contacts-export.vcf", cards, fields);
        compare(done, 200,
                R"({"importId":"","listId":"","status":"","summary":{"total":250,"imported":230,"duplicates":15,
                    "errors":5,"skipped":20},"errors":[{"line":45,"name":"","reason":""}],"completedAt":""})");
        QVERIFY(done.json(u"completedAt"_s).toString().endsWith("+02:00"_L1));
        QCOMPARE(done.json(u"errors"_s).toArray()[0].toObject()[u"reason"_s].toString(),
                 u"Invalid phone number format"_s);
        QCOMPARE(done.json(u"errors"_s).toArray()[1].toObject()[u"reason"_s].toString(), u"Missing phone number"_s);
        QCOMPARE(done.json(u"errors"_s).toArray()[1].toObject()[u"name"_s].toString(), u"Anna Neri"_s);
        const WireAnswer page = m_api->get("/contacts/list/" + list(1) + "/contacts?limit=10");
        compare(page, 200,
                R"({"listId":"","contacts":[{"contactId":"","name":"","phoneNumber":"","email":"","tags":[""],
                    "createdAt":""}],"total":230,"page":1,"totalPages":23,"hasMore":true})");
        QCOMPARE(page.json(u"page"_s).toInt(), 1);
        QCOMPARE(rowsOf(page)[0].toObject()[u"name"_s].toString(), u"Marco Rossi"_s);
        QCOMPARE(m_api->get("/contacts/list/" + list(1) + "/contacts?limit=10&page=0").status, 400);
        compare(m_api->get("/subscription/contacts"), 200, R"({"used":1,"total":1})");
        QCOMPARE(m_api
                     ->upload("/contacts/upload/vcard", "contacts-updated.vcf", cards,
                              {{"listId", list(1)}, {"duplicateStrategy", "UPDATE"}})
                     .status,
                 200);
        QCOMPARE(m_api
                     ->upload("/contacts/upload/vcard", "outlook-contacts.vcf", cards,
                              {{"listName", "Outlook Sync Aprile 2026"}, {"duplicateStrategy", "SKIP"}})
                     .status,
                 200);
        QCOMPARE(m_gateway->state().allLists().size(), 2);
        QCOMPARE(m_api->upload("/contacts/upload/vcard", "x.vcf", "FN:x\n", {{"listId", list(1)}}).json().toObject(),
                 parsed(R"({"status":"fail","data":{"file":"Invalid VCard format. Expected BEGIN:VCARD header."}})")
                     .toObject());
        const WireAnswer large = m_api->upload("/contacts/upload/vcard", "x.vcf", QByteArray(10'000'000, 'a'));
        QCOMPARE(large.status, 413);
        QCOMPARE(
            large.json().toObject(),
            parsed(R"x({"status":"fail","data":{"file":"File size exceeds maximum allowed (10 MB)"}})x").toObject());
    }

    void uc020Quota()
    {
        begin(Dialect::Uc020, [](Options &options) { options.quota = 0; });
        const WireAnswer full = m_api->upload("/contacts/upload/vcard", "x.vcf", cards, {{"listName", "L"}});
        QCOMPARE(full.status, 409);
        QCOMPARE(full.json(u"data"_s).toObject()[u"contacts"_s].toString(),
                 u"Contact quota exceeded. Current: 0/0. Upgrade your plan to import more contacts."_s);
    }

    void uc023()
    {
        begin(Dialect::Uc023);
        for (int i = 0; i < 5; ++i) {
            add(u"Laura"_s, u"+39348987654%1"_s.arg(i), [i](Contact &contact) {
                contact.region = u"Lombardia"_s;
                contact.customFields = {{u"lastPurchaseDate"_s, i == 0 ? u"2026-03-15"_s : u"2026-01-0%1"_s.arg(i)},
                                        {u"totalSpent"_s, 1250.5},
                                        {u"preferredChannel"_s, u"SMS"_s}};
            });
        }
        const char *page = R"({"contacts":[{"id":"","firstName":"","lastName":"","phoneNumber":"","email":"",
            "region":"","customFields":{"lastPurchaseDate":"","totalSpent":1250.00,"preferredChannel":""}}],
            "total":4350,"limit":50,"offset":0})";
        compare(m_api->get("/contacts?region=Lombardia&limit=50&offset=0"), 200, page);
        compare(m_api->get("/contacts?region=Lombardia&limit=100&offset=0"), 200, page);
        const WireAnswer lapsed = m_api->get("/contacts?customFields.lastPurchaseDate.before=2026-01-09&limit=100");
        compare(lapsed, 200, page);
        QCOMPARE(rowsOf(lapsed).size(), 4);
        QCOMPARE(m_api->get("/contacts?sort=customFields.totalSpent&order=desc").status, 200);
        compare(m_api->post("/contacts/list", {{u"name"_s, u"VIP Lombardia - Spesa > 5000 EUR"_s},
                                               {u"description"_s, u"Clienti lombardi"_s}}),
                201, R"({"id":"","name":"","description":"","contactCount":0,"createdAt":""})");
        compare(m_api->post("/contacts/list/contacts",
                            {{u"listId"_s, listId(1)}, {u"contactIds"_s, QJsonArray{contactId(2), contactId(3)}}}),
                201,
                R"({"listId":"","addedContacts":5,"duplicateContacts":0,"invalidContacts":0,
                    "totalContactsInList":5})");
        QCOMPARE(m_api->remove("/contacts/list/contacts?listId=" + list(1) + "&contactId=cnt-003").status, 200);
        QCOMPARE(m_gateway->state().members(1), QList<qint64>{2});
        QCOMPARE(m_api->get("/contacts?invalidField=1").json().toObject(),
                 parsed(R"x({"status":"fail","data":{"filter":"Unknown filter field: invalidField"}})x").toObject());
        QCOMPARE(m_api->get("/contacts/cnt-999").json().toObject(),
                 parsed(R"x({"status":"fail","data":{"contactId":"Contact not found: cnt-999"}})x").toObject());
        QCOMPARE(m_api->put("/contacts/cnt-002", {{u"region"_s, u"Veneto"_s}}).status, 200);
        QCOMPARE(m_api->remove("/contacts/cnt-002").status, 200);
        QCOMPARE(m_gateway->state().allContacts().size(), 4);
        m_api->setKey("wrong");
        QCOMPARE(m_api->get("/contacts").json().toObject(),
                 parsed(R"x({"status":"fail","data":{"authentication":"Invalid or missing API key"}})x").toObject());
    }

    void listReference()
    {
        begin(Dialect::Reference, [](Options &options) { options.contacts = 12; });
        QCOMPARE(m_api->post("/contacts/list", {{u"name"_s, u"B"_s}, {u"isTest"_s, true}}).status, 201);
        QCOMPARE(m_api->post("/contacts/list", {{u"description"_s, u"no name"_s}}).status, 400);
        QCOMPARE(m_api->post("/contacts/list", {{u"name"_s, u"a"_s}}).status, 201);
        QCOMPARE(m_api->get("/contacts/list/1").json(u"isTest"_s).toBool(), true);
        QCOMPARE(m_api->get("/contacts/list/9").status, 404);
        QCOMPARE(m_api->put("/contacts/list/1", {{u"name"_s, u"C"_s}, {u"isTest"_s, false}}).status, 200);
        QCOMPARE(m_api->put("/contacts/list/9", {{u"name"_s, u"C"_s}}).status, 404);
        const QJsonObject pair = pairs({1}, {1, 2, 3});
        QCOMPARE(m_api->post("/contacts/list/contacts", pair).status, 201);
        QCOMPARE(m_api->post("/contacts/list/contacts", pair).json().toArray(), QJsonArray()); // preserved, not created
        QCOMPARE(m_api->post("/contacts/list/contacts", pairs({}, {1})).status, 400);
        QCOMPARE(m_api->post("/contacts/list/contacts", pairs({1}, {})).status, 400);
        QCOMPARE(m_api->remove("/contacts/list/contacts/1").status, 200);
        QCOMPARE(m_api->remove("/contacts/list/contacts/1").status, 404);
        QCOMPARE(m_api->remove("/contacts/list/contacts", pairs({1}, {2})).status, 200);
        const auto rows = [this](const QByteArray &path) { return rowsOf(m_api->get(path)).size(); };
        QCOMPARE(rows("/contacts/list/1/contacts?search=zzz&isValid=true&page=0&limit=10"), 0);
        QCOMPARE(rows("/contacts/list/1/contacts?sortBy=fullName&sortOrder=desc"), 1);
        QCOMPARE(m_api->get("/contacts/list/9/contacts").status, 404);
        QCOMPARE(rows("/contacts"), 10); // the default
        QCOMPARE(m_api->get("/contacts/list/1/contacts?limit=1001").status, 400);
        QCOMPARE(rows("/contacts/list?contactIds=3"), 1);
        QCOMPARE(rows("/contacts/list?isTest=true"), 0);
        QCOMPARE(m_api->remove("/contacts/list?ids=1").status, 200);
        QCOMPARE(rows("/contacts/list"), 1);
        QCOMPARE(rows("/contacts/list?includeDeleted=true&sortBy=name&sortOrder=asc"), 2);
        QCOMPARE(m_gateway->state().allContacts().size(), 12);
    }

    // Every line of the contacts guide's quick reference is there in every dialect.
    void contactsGuide_data() { dialects(); }
    void contactsGuide()
    {
        QFETCH(Dialect, dialect);
        begin(dialect, [](Options &options) {
            options.contacts = 3;
            options.lists = 1;
        });
        QCOMPARE(m_api->get("/contacts").status, 200);
        const QJsonObject someone{{u"phoneNumber"_s, u"+393401234567"_s},
                                  {u"customFields"_s, QJsonObject{{u"a"_s, 1}}}};
        QCOMPARE(m_api->post("/contacts", someone).status, 201);
        QCOMPARE(m_api->get(contactPath(1)).status, 200);
        QCOMPARE(m_api->put(contactPath(1), {{u"email"_s, u"a@example.it"_s}}).status, 200);
        if (dialect == Dialect::Uc023)
            QCOMPARE(m_api->remove(contactPath(1)).status, 200);
        else
            QCOMPARE(m_api->remove("/contacts?ids=" + contactPath(1).mid(10)).status, 200);
        QCOMPARE(m_gateway->state().allContacts().size(), 3);
        QCOMPARE(m_api->get("/contacts/list").status, 200);
        QCOMPARE(m_api->post("/exports/contacts", {}).status, 202);
    }

    // What no document names is refused, and the refusal names it.
    void strictness_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](Dialect dialect, const char *call, const char *body, const char *name) {
            QTest::addRow("%d %s %s", int(dialect), call, name)
                << dialect << QByteArray(call) << QByteArray(body) << QByteArray(name);
        };
        row(Dialect::Uc007, "GET /contacts?page=0&limit=5", "", "limit");
        row(Dialect::Uc007, "GET /contacts?sortBy=id", "", "sortBy");
        row(Dialect::Uc007, "GET /contacts/list?includeDeleted=true", "", "includeDeleted");
        row(Dialect::Uc007, "POST /contacts", R"({"phoneNumber":"+393401234567","region":"x"})", "region");
        row(Dialect::Uc007, "POST /contacts/list", R"({"name":"x","isTest":true})", "isTest");
        row(Dialect::Uc007, "POST /contacts/list/contacts", R"({"listId":1,"contactIds":[1]})", "listId");
        row(Dialect::Uc020, "GET /contacts?size=5", "", "size");
        row(Dialect::Uc020, "POST /contacts", R"({"phoneNumber":"+393401234567","firstName":"x"})", "firstName");
        row(Dialect::Uc023, "GET /contacts?page=0", "", "page");
        row(Dialect::Uc023, "GET /contacts?limit=1000", "", "limit");
        row(Dialect::Uc023, "POST /contacts", R"({"phoneNumber":"+393401234567","gender":"F"})", "gender");
        row(Dialect::Uc023, "POST /contacts/list/contacts", R"({"listIds":["x"],"contactIds":["y"]})", "listIds");
        row(Dialect::Reference, "GET /contacts?size=5", "", "size");
        row(Dialect::Reference, "GET /contacts?city=Milano", "", "city");
    }
    void strictness()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, call);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, name);
        begin(dialect);
        const qsizetype blank = call.indexOf(' ');
        const WireAnswer answer = m_api->call(call.left(blank), call.mid(blank + 1), body);
        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.body.contains(name), answer.body.constData());
        QCOMPARE(m_gateway->state().allContacts().size(), 0);
    }

    void strictForms()
    {
        begin(Dialect::Uc007);
        QVERIFY(
            m_api->upload("/contacts/upload", "a.csv", table, {{"removeHead", "true"}}).body.contains("removeHead"));
        QCOMPARE(m_api->upload("/contacts/upload/vcard", "a.vcf", cards, {{"tags", "x"}}).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestPracticeDocuments)
#include "tst_practice_documents.moc"
