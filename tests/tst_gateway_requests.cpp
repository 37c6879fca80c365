// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/idbatch.h"
#include "gateway/records/account.h"
// Named from the root: the practice gateway, in a folder beside this file, has headers of like names.
#include "services/gateway/http/multipart.h"
#include "services/gateway/http/request.h"
#include "services/gateway/http/requestlog.h"
#include "services/gateway/json/campaignjson.h"
#include "services/gateway/json/contactjson.h"
#include "services/gateway/json/exportjson.h"
#include "services/gateway/json/listjson.h"
#include "services/gateway/json/uploadjson.h"

#include <QDebug>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

Account accountAt(const QString &root, Authentication authentication = Authentication::ApiKey)
{
    return {QUrl(root), authentication, u"anna"_s, Plan::Production, false};
}

QByteArray header(const HttpRequest &request, QByteArrayView name)
{
    for (const HttpHeader &header : request.headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

RemoteValue custom(const QString &name, RemoteValue::Kind kind, const QString &text = {})
{
    return {name, kind, text};
}

} // namespace

/// What leaves: bodies, addresses, headers, and what is kept of them in a log.
class TestGatewayRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contactsNameOnlyWhatChanges_data()
    {
        QTest::addColumn<ContactChange>("change");
        QTest::addColumn<bool>("clearByNull");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        using Kind = RemoteValue::Kind;
        ContactChange change;
        QTest::newRow("nothing") << change << false << QByteArray("{}");
        change.firstName = u"Anna \"la\""_s;
        change.city = QString();
        QTest::newRow("cleared by text") << change << false
                                         << QByteArray("{\"firstName\":\"Anna \\\"la\\\"\",\"city\":\"\"}");
        QTest::newRow("cleared by null") << change << true
                                         << QByteArray("{\"firstName\":\"Anna \\\"la\\\"\",\"city\":null}");
        change = {};
        change.customFields = QList<RemoteValue>{
            custom(u"b"_s, Kind::Number, u"6800.50"_s), custom(u"a"_s, Kind::Text, u"x"_s), custom(u"n"_s, Kind::Null),
            custom(u"f"_s, Kind::Boolean, u"true"_s), custom(u"j"_s, Kind::Json, u"[1, 2]"_s)};
        QTest::newRow("custom fields, exactly")
            << change << false << QByteArray(R"({"customFields":{"b":6800.50,"a":"x","n":null,"f":true,"j":[1, 2]}})");
        change.customFields = QList<RemoteValue>{};
        QTest::newRow("no custom fields at all") << change << false << QByteArray(R"({"customFields":{}})");
        for (const char *number : {"", "1,5", "01", "0x1", "NaN", "1}", "1,\"x\":2"}) {
            change.customFields = QList<RemoteValue>{custom(u"n"_s, Kind::Number, QString::fromLatin1(number))};
            QTest::addRow("number %s", number) << change << false << QByteArray();
        }
        change.customFields = QList<RemoteValue>{custom(u"j"_s, Kind::Json, u"[1"_s)};
        QTest::newRow("half of JSON") << change << false << QByteArray();
        change = {};
        change.extra = R"({"loyalty":{"level": 3.10},"z":null})";
        QTest::newRow("unknown keys, untouched")
            << change << false << QByteArray(R"({"loyalty":{"level": 3.10},"z":null})");
        for (const char *extra : {R"({"id":1})", R"({"phone":"+39"})", R"({"tags":[]})", "[]", "{"}) {
            change.extra = extra;
            QTest::addRow("unknown keys %s", extra) << change << false << QByteArray();
        }
    }
    void contactsNameOnlyWhatChanges()
    {
        QFETCH(ContactChange, change);
        QFETCH(bool, clearByNull);
        QFETCH(QByteArray, json);
        const auto body = contactToJson(change, clearByNull);
        if (json.isEmpty()) {
            QVERIFY(!body);
            QCOMPARE(body.error().kind, ErrorKind::InvalidInput);
            return;
        }
        QVERIFY(body);
        QCOMPARE(*body, json);
        QVERIFY(JsonDocument::parse(*body));
    }

    void whatWasNotTakenIsNamed()
    {
        using Kind = RemoteValue::Kind;
        ContactChange change;
        change.firstName = u"Anna"_s;
        change.city = QString();
        change.province = QString();
        change.customFields = QList<RemoteValue>{custom(u"a"_s, Kind::Number, u"1.50"_s), custom(u"b"_s, Kind::Null),
                                                 custom(u"c"_s, Kind::Null)};
        RemoteContact shown;
        shown.firstName = u"ANNA"_s;
        shown.city = u"Milano"_s;
        shown.customFields = {custom(u"a"_s, Kind::Number, u"1.5"_s), custom(u"b"_s, Kind::Text, u"x"_s)};
        QCOMPARE(fieldsNotTaken(change, shown),
                 QStringList({u"firstName"_s, u"city"_s, u"customFields.a"_s, u"customFields.b"_s}));
        QCOMPARE(clearedFields(change), QStringList({u"city"_s, u"province"_s}));
        ContactChange clearing;
        clearing.city = QString();
        QCOMPARE(clearingOf(change, fieldsNotTaken(change, shown)), clearing);
        QVERIFY(!showsOtherFields(change, shown));
        shown.lastName = u"Rossi"_s;
        QVERIFY(showsOtherFields(change, shown));
        QVERIFY(!showsOtherFields(change, shown, {u"contact.lastName"_s}));
    }

    void otherBodies()
    {
        QCOMPARE(listToJson({}), QByteArray("{}"));
        QCOMPARE(listToJson({u"VIP"_s, QString(), true}),
                 QByteArray(R"({"name":"VIP","description":"","isTest":true})"));
        QCOMPARE(membershipToJson({{u"3"_s}}, {{u"1"_s}, {u"cnt_2"_s}}),
                 QByteArray(R"({"listIds":[3],"contactIds":[1,"cnt_2"]})"));
        QCOMPARE(draftToJson({u"Spring"_s, u"SMS"_s, {{u"3"_s}}}),
                 QByteArray(R"({"name":"Spring","sendingMode":"SMS","contactListIds":[3],"destinationType":1,)"
                            R"("readyToSend":false})"));
        QCOMPARE(campaignListsToJson({{u"3"_s}}),
                 QByteArray(R"({"contactListIds":[3],"destinationType":1,"contactListId":3})"));
        QCOMPARE(campaignListsToJson({{u"3"_s}, {u"4"_s}}),
                 QByteArray(R"({"contactListIds":[3,4],"destinationType":1})"));
        QCOMPARE(exportToJson({}), QByteArray("{}"));
        QCOMPARE(exportToJson({{{u"3"_s}}, {{u"1"_s}}}), QByteArray(R"({"listIds":[3],"contactIds":[1]})"));
        QCOMPARE(mappingToJson(u"u-1"_s, {{u"Cell"_s, u"phoneNumber"_s}}, {u"3"_s}),
                 QByteArray(R"({"uploadId":"u-1","mapping":{"Cell":"phoneNumber"},"listId":3})"));
        QCOMPARE(vcardConfirmationToJson(u"u-1"_s, {}), QByteArray(R"({"uploadId":"u-1"})"));
    }

    void multipartNamesCantBreakOut()
    {
        Multipart form("b");
        form.addField("limit", u"10"_s);
        form.addFile("file", u"a\"\r\nX: y.csv"_s, "1;2\r\n");
        const QByteArray body = form.body();
        QVERIFY(body.startsWith("--b\r\n"));
        QVERIFY(body.endsWith("\r\n--b--\r\n"));
        QVERIFY(!body.contains("\r\nX: y"));
        QCOMPARE(body.count("\r\n--b"), 2);
        // A boundary is drawn again as long as the content has it.
        int draws = 0;
        const auto random = [&draws] { return draws++ < 2 ? 0.0 : 0.5; };
        const QByteArray boundary = Multipart::boundaryFor("elenco-0-0", random);
        QVERIFY(boundary != "elenco-0-0");
        QCOMPARE(draws, 4);
    }

    void addressesAreEncoded()
    {
        Request request;
        request.path = u"/partner-gateway/v1/contacts/{id}"_s;
        request.id = {u"a/b c?ü"_s};
        request.ask(u"phoneNumber"_s, u"+393471234567"_s);
        request.ask(u"search"_s, u"Rossi & Söhne=100%"_s);
        request.ask(u"email"_s, QString());
        const auto key = Credential::fromText(u"secret"_s, Authentication::ApiKey);
        const HttpRequest wire = wireRequest(request, accountAt(u"https://api.example/api"_s), *key);
        QCOMPARE(wire.url.toEncoded(), QByteArray("https://api.example/api/partner-gateway/v1/contacts/"
                                                  "a%2Fb%20c%3F%C3%BC?phoneNumber=%2B393471234567&"
                                                  "search=Rossi%20%26%20S%C3%B6hne%3D100%25"));
        QCOMPARE(header(wire, "X-Api-Key"), QByteArray("secret"));
        QCOMPARE(header(wire, "Accept"), QByteArray("application/json"));
        QVERIFY(!wire.isWrite);
    }

    void keysGoToTheRootOnly()
    {
        const auto key = Credential::fromText(u"secret"_s, Authentication::ApiKey);
        const auto password = Credential::fromText(u"pà:ss"_s, Authentication::Basic);
        Request request;
        request.verb = "DELETE";
        HttpRequest wire =
            wireRequest(request, accountAt(u"https://api.example/api"_s, Authentication::Basic), *password);
        QCOMPARE(header(wire, "Authorization"), "Basic " + QByteArray("anna:pà:ss").toBase64());
        QVERIFY(header(wire, "X-Api-Key").isEmpty());
        QVERIFY(header(wire, "Content-Type").isEmpty());
        QVERIFY(wire.isWrite);
        request.verb = "GET";
        request.elsewhere = QUrl(u"https://files.example/a"_s);
        wire = wireRequest(request, accountAt(u"https://api.example/api"_s), *key);
        QCOMPARE(wire.url, request.elsewhere);
        for (const HttpHeader &header : wire.headers)
            QVERIFY(!header.value.contains("secret"));
    }

    void secretsAreNotShown()
    {
        const auto key = Credential::fromText(u"secret-key"_s, Authentication::ApiKey);
        QString shown;
        QDebug(&shown) << *key;
        QVERIFY(!shown.isEmpty());
        QVERIFY(!shown.contains(u"secret"_s));
    }

    void logsShortenWhatIsPersonal_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("number") << u"phoneNumber"_s << u"+393471234589"_s << u"?phoneNumber=+39…89"_s;
        QTest::newRow("short number") << u"phoneNumber"_s << u"+39347"_s << u"?phoneNumber=…"_s;
        QTest::newRow("e-mail") << u"email"_s << u"anna@example.org"_s << u"?email=(16)"_s;
        QTest::newRow("search") << u"search"_s << u"Rossi"_s << u"?search=(5)"_s;
        QTest::newRow("ids") << u"ids"_s << u"1,2"_s << u"?ids=(3)"_s;
        QTest::newRow("page") << u"page"_s << u"3"_s << u"?page=3"_s;
        QTest::newRow("order") << u"sortBy"_s << u"id"_s << u"?sortBy=id"_s;
    }
    void logsShortenWhatIsPersonal()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, shown);
        Request request;
        request.ask(name, value);
        QCOMPARE(redactedQuery(request), shown);
    }

    void linesOfTheLog()
    {
        RequestLine line;
        line.verb = u"GET"_s;
        line.path = u"/partner-gateway/v1/contacts/{id}"_s;
        line.status = 200;
        line.bytesReceived = 5123;
        line.milliseconds = 38;
        QCOMPARE(line.text(), u"GET /partner-gateway/v1/contacts/{id} 200 0/5123 B 38 ms try 1"_s);
        line.detail = u"?page=%3"_s; // what looks like a placeholder is none
        line.attempt = 2;
        line.error = ErrorKind::TimedOut;
        QCOMPARE(line.text(), u"GET /partner-gateway/v1/contacts/{id}?page=%3 200 0/5123 B 38 ms try 2 error %1"_s.arg(
                                  int(ErrorKind::TimedOut)));
    }

    void rootsAreChecked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("root"); // empty: refused
        QTest::newRow("as it should be") << u"https://api.example/api"_s << u"https://api.example/api"_s;
        QTest::newRow("slashes at the end") << u" https://api.example/api// "_s << u"https://api.example/api"_s;
        QTest::newRow("no scheme") << u"api.example/api"_s << u"https://api.example/api"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/api"_s << u"http://127.0.0.1:8080/api"_s;
        QTest::newRow("localhost") << u"http://localhost/api"_s << u"http://localhost/api"_s;
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("plain http") << u"http://api.example/api"_s << QString();
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.example/api"_s << QString();
        QTest::newRow("user") << u"https://anna:secret@api.example/api"_s << QString();
        QTest::newRow("query") << u"https://api.example/api?key=1"_s << QString();
        QTest::newRow("fragment") << u"https://api.example/api#a"_s << QString();
        QTest::newRow("another scheme") << u"ftp://api.example/api"_s << QString();
        QTest::newRow("no host") << u"https:///api"_s << QString();
    }
    void rootsAreChecked()
    {
        QFETCH(QString, typed);
        QFETCH(QString, root);
        const auto url = checkedRoot(typed);
        QCOMPARE(url ? url->toString() : QString(), root);
        if (!url)
            QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
    }

    void batchesAreNeverEmptyAndNeverTooLarge()
    {
        const auto many = [](int count) {
            QList<RemoteId> ids;
            for (int i = 1; i <= count; ++i)
                ids.append({QString::number(i)});
            return ids;
        };
        QVERIFY(!DeletionBatch::of({}));
        QCOMPARE(DeletionBatch::of(many(100))->ids().size(), 100);
        QVERIFY(!DeletionBatch::of(many(101)));
        QCOMPARE(DeletionBatch::of(many(100) + many(100))->ids().size(), 100);
        QCOMPARE(MemberBatch::of(many(1000))->ids().size(), 1000);
        QVERIFY(!MemberBatch::of(many(1001)));
        for (const char *bad : {"", " ", "1,2", "a b", "1\n", ".", "..", "list", "upload", "mapped", "contacts"})
            QVERIFY2(!DeletionBatch::of({{u"1"_s}, {QString::fromLatin1(bad)}}), bad);
    }
};

QTEST_GUILESS_MAIN(TestGatewayRequests)
#include "tst_gateway_requests.moc"
