// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/cardfile.h"
#include "tests/gateway/client/dialecttest.h"
#include "tests/gateway/csvtable.h"

#include <QTest>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray people = "firstName,lastName,phoneNumber,email,city\r\n"
                          "Anna,Rossi,+393400000001,anna@example.it,Milano\r\n"
                          "\"Gian \"\"G\"\"\",\"De Luca, B\",+39 340 0000002,,Roma\r\n"
                          "Zoë,Kröll,3400000003,,\r\n"
                          "Old,Known,+393400000009,,Como\r\n";
const QByteArray cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Rossi\r\nN:Rossi;Anna;;;\r\n"
                         "item1.TEL;TYPE=CELL:+39 340\r\n  0000001\r\nEMAIL:anna@example.it\r\nEND:VCARD\r\n"
                         "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bar Sport\\, Rho\r\n"
                         "TEL;VALUE=uri;PREF=1:tel:+39-340-0000009\r\nADR:;;Via 1;Rho;MI;20017;IT\r\nEND:VCARD\r\n"
                         "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nobody\r\nEND:VCARD\r\n";

} // namespace

/// Uploads, exports, campaigns and the subscription.
class TestPracticeImports : public DialectTest
{
    Q_OBJECT

private:
    // An account with one contact and one list.
    void begin(Dialect dialect, const std::function<void(Options &)> &more = {})
    {
        start(dialect, more);
        add(u"Known"_s, u"+393400000009"_s, [](Contact &contact) { contact.city = u"Bari"_s; });
        m_gateway->state().addList(u"L"_s);
    }
    QByteArray listText() { return m_gateway->listIdText(1).toUtf8(); }
    std::optional<Contact> ofNumber(const QString &number) { return m_gateway->state().contactOfNumber(number); }

private Q_SLOTS:
    void tablesAreImportedAtOnce()
    {
        begin(Dialect::Reference);
        const WireAnswer answer =
            m_api->upload("/contacts/upload", "people.csv", people, {{"listId", "1"}, {"removeHead", "true"}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(
            answer.json().toObject(),
            (QJsonObject{
                {u"imported"_s, 2}, {u"updated"_s, 1}, {u"invalid"_s, 1}, {u"listId"_s, 1}, {u"totalInList"_s, 3}}));
        QCOMPARE(ofNumber(u"+393400000002"_s)->fullName(), u"Gian \"G\" De Luca, B"_s);
        QCOMPARE(ofNumber(u"+393400000001"_s)->city, QString()); // a header that the reference does not know
        QCOMPARE(ofNumber(u"+393400000009"_s)->fullName(), u"Old Known"_s);
        QCOMPARE(ofNumber(u"+393400000009"_s)->city, u"Bari"_s);
        QCOMPARE(m_gateway->state().members(1), (QList<qint64>{1, 2, 3}));
        // Without a head, by position; and without a list.
        const WireAnswer headless = m_api->upload("/contacts/upload", "p.csv", "Ugo;Neri;+393400000011;u@example.it\n",
                                                  {{"removeHead", "false"}});
        QCOMPARE(headless.json(u"imported"_s).toInt(), 1);
        QCOMPARE(ofNumber(u"+393400000011"_s)->email, u"u@example.it"_s);
    }

    void tablesAreImportedInTwoSteps()
    {
        begin(Dialect::Uc007);
        const WireAnswer analysed = m_api->upload("/contacts/upload", "x.bin", people,
                                                  {{"fileName", "people.csv"}, {"listId", "1"}, {"limit", "2"}});
        QCOMPARE(analysed.status, 200);
        QCOMPARE(analysed.json(u"fileName"_s).toString(), u"people.csv"_s);
        QCOMPARE(analysed.json(u"totalRows"_s).toInt(), 4);
        QCOMPARE(analysed.json(u"columns"_s).toArray().size(), 5);
        const QJsonArray preview = analysed.json(u"preview"_s).toArray();
        QCOMPARE(preview.size(), 2);
        QCOMPARE(preview[1].toObject()[u"lastName"_s].toString(), u"De Luca, B"_s);
        QCOMPARE(m_gateway->state().allContacts().size(), 1); // only looked at

        const QJsonValue id = analysed.json(u"uploadId"_s);
        const auto commit = [&](const QJsonObject &mapping) {
            return m_api->post("/contacts/mapped/file",
                               {{u"uploadId"_s, id}, {u"mapping"_s, mapping}, {u"listId"_s, 1}});
        };
        QCOMPARE(commit({{u"firstName"_s, u"firstName"_s}}).status, 400);
        QCOMPARE(commit({{u"phoneNumber"_s, u"phoneNumber"_s}, {u"shoes"_s, u"email"_s}}).status, 400);
        QCOMPARE(commit({{u"phoneNumber"_s, u"phoneNumber"_s}, {u"email"_s, u"shoes"_s}}).status, 400);
        const WireAnswer done = commit({{u"firstName"_s, u"lastName"_s},
                                        {u"phoneNumber"_s, u"phoneNumber"_s},
                                        {u"email"_s, u""_s},
                                        {u"city"_s, u"customFields.town"_s}});
        QCOMPARE(
            done.json().toObject(),
            (QJsonObject{
                {u"imported"_s, 2}, {u"duplicates"_s, 1}, {u"invalid"_s, 1}, {u"listId"_s, 1}, {u"totalInList"_s, 2}}));
        QCOMPARE(ofNumber(u"+393400000001"_s)->lastName, u"Anna"_s);
        QCOMPARE(ofNumber(u"+393400000001"_s)->customFields[u"town"_s].toString(), u"Milano"_s);
        QCOMPARE(ofNumber(u"+393400000009"_s)->firstName, u"Known"_s); // duplicates stay as they are, and out of it
        QCOMPARE(commit({{u"phoneNumber"_s, u"phoneNumber"_s}}).status, 404);
    }

    void badFilesAreRefused()
    {
        begin(Dialect::Reference);
        const auto status = [this](const QByteArray &name, const QByteArray &content,
                                   const QList<std::pair<QByteArray, QByteArray>> &fields = {}) {
            return m_api->upload("/contacts/upload", name, content, fields).status;
        };
        QCOMPARE(status("a.csv", "phoneNumber\n\"open\n"), 400);
        QCOMPARE(status("a.csv", "phoneNumber\n\xff\xfe\n"), 400);
        QCOMPARE(status("a.csv", ""), 400);
        QCOMPARE(status("a.csv", "name\nAnna\n"), 400);
        QCOMPARE(status("a.xlsx", QByteArray("PK\x03\x04\0\0", 6)), 400);
        QCOMPARE(status("a.pdf", people), 400);
        QCOMPARE(status("a.csv", people, {{"listId", "77"}}), 404);
        QCOMPARE(m_api->call("POST", "/contacts/upload", people, "Content-Type: text/csv\r\n").status, 400);
        QCOMPARE(m_api->call("POST", "/contacts/upload", "--x\r\n", "Content-Type: multipart/form-data; boundary=x\r\n")
                     .status,
                 400);
        QCOMPARE(m_api->upload("/contacts/upload/vcard", "a.vcf", "BEGIN:VCARD\r\nFN:A\r\n").status, 400);
        QCOMPARE(m_api->upload("/contacts/upload/vcard", "a.csv", cards).status, 400);
        QCOMPARE(m_gateway->state().allContacts().size(), 1);
        QCOMPARE(status("a.csv", QByteArray(9'999'000, 'a')), 400);
        QCOMPARE(status("a.csv", QByteArray(10'000'000, 'a')), 413);
    }

    void cardsAreImportedInTwoSteps()
    {
        begin(Dialect::Uc023);
        const WireAnswer analysed = m_api->upload("/contacts/upload/vcard", "c.vcf", cards, {{"listId", listText()}});
        QCOMPARE(analysed.json(u"totalContacts"_s).toInt(), 3);
        QCOMPARE(analysed.json(u"parsedContacts"_s).toInt(), 2);
        QCOMPARE(analysed.json(u"errors"_s).toInt(), 1);
        const WireAnswer done = m_api->post("/contacts/mapped/vcard", {{u"uploadId"_s, analysed.json(u"uploadId"_s)}});
        QCOMPARE(done.json(u"imported"_s).toInt(), 1);
        QCOMPARE(done.json(u"duplicates"_s).toInt(), 1);
        QCOMPARE(m_gateway->state().members(1), QList<qint64>{2});
        QCOMPARE(ofNumber(u"+393400000001"_s)->lastName, u"Rossi"_s);
    }

    void cardsAreImportedAtOnce()
    {
        begin(Dialect::Uc020);
        const WireAnswer answer = m_api->upload("/contacts/upload/vcard", "c.vcf", cards,
                                                {{"listName", "From cards"}, {"tags", "fair,2026"}});
        QCOMPARE(answer.json(u"status"_s).toString(), u"COMPLETED"_s);
        QCOMPARE(answer.json(u"listId"_s).toString(), u"list_from_cards_2"_s);
        QCOMPARE(answer.json(u"summary"_s).toObject(),
                 (QJsonObject{
                     {u"total"_s, 3}, {u"imported"_s, 1}, {u"duplicates"_s, 1}, {u"errors"_s, 1}, {u"skipped"_s, 2}}));
        QCOMPARE(ofNumber(u"+393400000001"_s)->tags, (QStringList{u"fair"_s, u"2026"_s}));
        QCOMPARE(m_gateway->state().members(2), QList<qint64>{2});
        m_api->upload("/contacts/upload/vcard", "c.vcf", cards, {{"duplicateStrategy", "UPDATE"}});
        QCOMPARE(ofNumber(u"+393400000009"_s)->firstName, u"Bar Sport, Rho"_s);
        QCOMPARE(ofNumber(u"+393400000009"_s)->city, u"Rho"_s);
        QCOMPARE(ofNumber(u"+393400000009"_s)->province, u"MI"_s);
        QCOMPARE(m_gateway->state().allContacts().size(), 2);
        m_api->upload("/contacts/upload/vcard", "c.vcf", cards, {{"duplicateStrategy", "DUPLICATE"}});
        QCOMPARE(m_gateway->state().allContacts().size(), 4);
        QCOMPARE(m_api->upload("/contacts/upload/vcard", "c.vcf", cards, {{"duplicateStrategy", "?"}}).status, 400);
    }

    void quotaStopsCreating()
    {
        const auto small = [](Options &options) { options.quota = 2; };
        begin(Dialect::Reference, small);
        QCOMPARE(m_api->upload("/contacts/upload", "p.csv", people).status, 409);
        QCOMPARE(m_gateway->state().allContacts().size(), 1); // nothing of it
        const auto create = [this](const QString &number) {
            return m_api->post("/contacts", {{u"phoneNumber"_s, number}});
        };
        QCOMPARE(create(u"+393400000021"_s).status, 201);
        const WireAnswer full = create(u"+393400000022"_s);
        QCOMPARE(full.status, 409);
        QCOMPARE(full.json(u"status"_s).toInt(), 409);
        QCOMPARE(
            m_api->get("/subscription/contacts").json().toObject(),
            (QJsonObject{
                {u"planLimit"_s, 2}, {u"extraLimit"_s, 0}, {u"totalLimit"_s, 2}, {u"used"_s, 2}, {u"remaining"_s, 0}}));
        QCOMPARE(m_api->remove("/contacts?ids=1").status, 200);
        QCOMPARE(create(u"+393400000022"_s).status, 201);

        begin(Dialect::Uc007, small);
        const WireAnswer analysed = m_api->upload("/contacts/upload", "p.csv", people);
        const WireAnswer done =
            m_api->post("/contacts/mapped/file", {{u"uploadId"_s, analysed.json(u"uploadId"_s)},
                                                  {u"mapping"_s, QJsonObject{{u"phoneNumber"_s, u"phoneNumber"_s}}}});
        QCOMPARE(done.json(u"imported"_s).toInt(), 1);
        QCOMPARE(done.json(u"invalid"_s).toInt(), 2); // the one that did not fit, and the bad number

        begin(Dialect::Uc020, small);
        QCOMPARE(m_api->get("/subscription/contacts").json().toObject(),
                 (QJsonObject{{u"used"_s, 1}, {u"total"_s, 2}}));
        QCOMPARE(create(u"+393400000021"_s).status, 201);
        QVERIFY(create(u"+393400000022"_s).json(u"data"_s).toObject().contains(u"contacts"_s));
    }

    void exportsArePolledAndFetched_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("reference") << Dialect::Reference << QByteArray("id,firstName,");
        QTest::newRow("uc007") << Dialect::Uc007 << QByteArray("\xef\xbb\xbfid;firstName;");
        QTest::newRow("uc020") << Dialect::Uc020 << QByteArray("id\tfirstName\t");
        QTest::newRow("uc023") << Dialect::Uc023 << QByteArray("id;firstName;");
    }
    void exportsArePolledAndFetched()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, head);
        begin(dialect);
        m_gateway->state().addMember(1, 1);
        QCOMPARE(m_api->post("/exports/contacts", {{u"listIds"_s, QJsonArray{QString::fromUtf8(listText())}}}).status,
                 202);
        QCOMPARE(m_api->get("/exports/1").status, 404);
        QCOMPARE(m_api->get("/exports/2").status, 404);
        QVERIFY(m_api->get("/exports").body.contains("PENDING"));
        QVERIFY(m_api->get("/exports").body.contains("COMPLETED"));
        const QByteArray answer = m_api->get("/exports/1").body;
        const qsizetype at = answer.indexOf("/download/");
        QVERIFY(at > 0);
        const QByteArray path = answer.mid(at, 10 + 64);
        const auto fetch = [&](const QByteArray &headers) {
            WireClient wire(m_gateway->root());
            wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
            return wire.receive();
        };
        const WireAnswer file = fetch({});
        QCOMPARE(file.status, 200);
        QVERIFY2(file.body.startsWith(head), file.body.constData());
        QCOMPARE(file.body.count("\r\n"), 2);
        QVERIFY(file.body.contains("+393400000009"));
        QCOMPARE(m_gateway->log().dangers(), QStringList());
        QCOMPARE(fetch("X-Api-Key: practice-key\r\n").status, 403);
        QCOMPARE(m_gateway->log().dangers().size(), 1);

        m_gateway->state().exports().expire(1);
        QCOMPARE(fetch({}).status, 403);
        QCOMPARE(m_api->get("/exports/1").status, 410);
        QVERIFY(m_api->get("/exports").body.contains("EXPIRED"));
        QCOMPARE(m_api->post("/exports/1", {}).status, 202);
        m_api->get("/exports");
        m_api->get("/exports");
        QCOMPARE(m_api->get("/exports/1").status, 200);
    }

    void campaignsAreReadAndChanged()
    {
        begin(Dialect::Reference);
        QCOMPARE(m_api
                     ->post("/campaigns", {{u"name"_s, u"Saldi"_s},
                                           {u"contactListIds"_s, QJsonArray{1}},
                                           {u"destinationType"_s, 1},
                                           {u"readyToSend"_s, false}})
                     .status,
                 201);
        const WireAnswer read = m_api->get("/campaigns/1");
        QCOMPARE(read.json(u"status"_s).toInt(), 0);
        QCOMPARE(read.json(u"destinationType"_s).toInt(), 1);
        m_gateway->state().addList(u"M"_s);
        QCOMPARE(m_api->put("/campaigns/1", {{u"contactListIds"_s, QJsonArray{1, 2}}}).status, 200);
        QCOMPARE(m_gateway->state().campaigns().campaign(1)->listIds, (QList<qint64>{1, 2}));
        QCOMPARE(m_api->put("/campaigns/1", {{u"contactListIds"_s, QJsonArray{77}}}).status, 404);
        QCOMPARE(m_api->put("/campaigns/1", {{u"sendingMode"_s, u"PIGEON"_s}}).status, 400);
        QCOMPARE(m_api->get("/campaigns?isDraft=true&search=SAL").json(u"totalElements"_s).toInt(), 1);
        QCOMPARE(m_api->get("/campaigns?isDraft=false").json(u"totalElements"_s).toInt(), 0);
        QCOMPARE(m_gateway->log().dangers(), QStringList());
        QCOMPARE(m_api->get("/subscription/credit").json(u"credit"_s).toDouble(), 250.0);
        QCOMPARE(m_api->post("/campaigns/1/confirm", {}).status, 202);
        QCOMPARE(m_gateway->log().dangers(), QStringList{u"POST /campaigns/1/confirm spent money on Saldi"_s});
        QVERIFY(m_gateway->state().campaigns().campaign(1)->wasConfirmed);
        QCOMPARE(m_api->get("/subscription/credit").json(u"credit"_s).toDouble(), 200.0);
        QCOMPARE(m_api->put("/campaigns/1", {{u"name"_s, u"X"_s}}).status, 400);

        begin(Dialect::Uc007);
        QCOMPARE(m_api->post("/campaigns", {{u"name"_s, u"S"_s}, {u"contactListId"_s, 1}}).status, 201);
        QCOMPARE(m_api->get("/campaigns/1").json(u"status"_s).toString(), u"DRAFT"_s);
        QCOMPARE(m_api->get("/campaigns/1").json(u"contactListId"_s).toInt(), 1);
        QCOMPARE(m_api->get("/subscription").json(u"status"_s).toString(), u"ACTIVE"_s);
    }

    void readsTables_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("cells");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << u"a|b/1|2"_s;
        QTest::newRow("no last line end") << QByteArray("a,b\r\n1,2") << u"a|b/1|2"_s;
        QTest::newRow("mark, semicolons") << QByteArray("\xef\xbb\xbf"
                                                        "a;\"b,c\"\n1;2\n")
                                          << u"a|b,c/1|2"_s;
        QTest::newRow("tabs") << QByteArray("a\tb\r1\t2\r") << u"a|b/1|2"_s;
        QTest::newRow("quotes") << QByteArray("\"a\",\"b\"\"c\"\n\"1\n2\",\n") << u"a|b\"c/1\n2|"_s;
        QTest::newRow("quote in the middle") << QByteArray("a,5\"\n") << u"a|5\""_s;
        QTest::newRow("empty lines") << QByteArray("\n\na\n\nb\n") << u"a/b"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("open quote") << QByteArray("a,\"b\n") << u"-"_s;
        QTest::newRow("zip") << QByteArray("PK\0", 3) << u"-"_s;
    }
    void readsTables()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, cells);
        const std::optional<QList<QStringList>> table = csvTableOf(bytes);
        QStringList records;
        for (const QStringList &record : table.value_or(QList<QStringList>()))
            records.append(record.join(u'|'));
        QCOMPARE(table ? records.join(u'/') : u"-"_s, cells);
    }

    void readsCards()
    {
        const auto only = [](const QByteArray &lines) {
            return CardFile::of("BEGIN:VCARD\r\nVERSION:3.0\r\n" + lines + "END:VCARD\r\n")->cards.first();
        };
        QCOMPARE(only("N:;;;;\nFN:Bar\nTEL:1\n").contact.firstName, u"Bar"_s);
        QCOMPARE(only("FN:X\nN:Rossi;An\\;na;;;\nTEL:1\n").contact.firstName, u"An;na"_s);
        QCOMPARE(only("TEL;TYPE=\"a:b\":1\nTEL;TYPE=pref:2\n").contact.phoneNumber, u"2"_s);
        QCOMPARE(only("AGENT:x\nBEGIN:VCARD\nTEL:9\nEND:VCARD\nTEL:1\n").contact.phoneNumber, u"1"_s);
        QCOMPARE(only("FN:X\n").complaint, u"Missing phone number"_s);
        QCOMPARE(only("VERSION:2.1\nTEL:1\n").complaint, u"Version 2.1 is not supported"_s);
        QVERIFY(!CardFile::of("FN:X\n"));
        QVERIFY(!CardFile::of("END:VCARD\nBEGIN:VCARD\n"));
    }
};

QTEST_GUILESS_MAIN(TestPracticeImports)
#include "tst_practice_imports.moc"
