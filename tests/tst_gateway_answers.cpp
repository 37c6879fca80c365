// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/capabilities.h"
#include "gateway/json/pagejson.h"
// Named from the root: the practice gateway, in a folder beside this file, has headers of like names.
#include "services/gateway/json/exportjson.h"
#include "services/gateway/json/listjson.h"
#include "services/gateway/json/subscriptionjson.h"
#include "services/gateway/json/uploadjson.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

void addColumns()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
}

void row(const char *name, const char *json, const char *expected)
{
    QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(expected);
}

QString number(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : u"-"_s;
}

QString failure(const Error &error)
{
    return error.kind == ErrorKind::UnreadableAnswer ? u"unreadable "_s + error.detail
                                                     : u"error %1"_s.arg(int(error.kind));
}

QString described(const ImportOutcome &outcome)
{
    QString text = u"imported=%1 updated=%2 duplicates=%3 invalid=%4 skipped=%5 total=%6 inList=%7 list=%8 %9"_s.arg(
        number(outcome.imported), number(outcome.updated), number(outcome.duplicates), number(outcome.invalid),
        number(outcome.skipped), number(outcome.total), number(outcome.totalInList), outcome.listId.value,
        outcome.importId + outcome.status);
    for (const ImportOutcome::RowError &error : outcome.errors)
        text += u" [%1 %2 %3]"_s.arg(number(error.line), error.name, error.reason);
    return text.trimmed();
}

QString described(const UploadAnalysis &analysis)
{
    QString text = u"upload=%1 file=%2 total=%3 parsed=%4 columns=%5"_s.arg(
        analysis.uploadId, analysis.fileName, number(analysis.totalRows), number(analysis.parsedRows),
        analysis.columns.join(u'|'));
    for (const auto &cells : analysis.preview) {
        for (const UploadAnalysis::Cell &cell : cells)
            text += u" %1:%2"_s.arg(cell.column, cell.value);
    }
    return text + (analysis.errors.isEmpty() ? QString() : u" errors="_s + analysis.errors.join(u'|'));
}

} // namespace

/// Every shape of an answer that is not one record (gateway.md sections 1 and 3 to 5), and what is made of wrong ones.
class TestGatewayAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void envelopes_data()
    {
        addColumns();
        row("of the reference", R"({"content":[{"id":1},{"id":2}],"totalElements":7,"totalPages":4,"page":1,"size":2})",
            "1,2 total=7 more=- page=1 limit=2 offset=- pages=4");
        row("with limit and offset", R"({"contacts":[{"id":1}],"total":7,"limit":1,"offset":3})",
            "1 total=7 more=- page=- limit=1 offset=3 pages=-");
        row("of a list", R"({"listId":3,"contacts":[{"id":"a"}],"total":7,"page":0,"totalPages":7,"hasMore":true})",
            "a total=7 more=yes page=0 limit=- offset=- pages=7");
        row("bare array", R"([{"id":1}])", "1 total=- more=- page=- limit=- offset=- pages=-");
        row("wrapped", R"({"status":"success","data":{"content":[{"id":1}],"totalElements":1}})",
            "1 total=1 more=- page=- limit=- offset=- pages=-");
        row("wrapped bare array", R"({"status":"success","data":[{"id":1}]})",
            "1 total=- more=- page=- limit=- offset=- pages=-");
        row("empty", R"({"content":[],"totalElements":0})", "total=0 more=- page=- limit=- offset=- pages=-");
        row("empty bare array", "[]", "total=- more=- page=- limit=- offset=- pages=-");
        row("counts as texts", R"({"content":[],"totalElements":"7","page":"0","hasMore":"false"})",
            "total=7 more=no page=0 limit=- offset=- pages=-");
        row("unknown members", R"({"content":[{"id":1}],"sort":{"by":"id"},"links":[1]})",
            "1 total=- more=- page=- limit=- offset=- pages=-");
        row("null total", R"({"content":[{"id":1}],"totalElements":null})",
            "1 total=- more=- page=- limit=- offset=- pages=-");
        row("negative total", R"({"content":[],"totalElements":-1})", "unreadable total");
        row("total of another type", R"({"content":[],"totalElements":[7]})", "unreadable totalElements");
        row("rows of another type", R"({"content":"none","totalElements":0})", "unreadable content");
        row("rows of another name", R"({"rows":[{"id":1}]})",
            "1 total=- more=- page=- limit=- offset=- pages=-"); // there is but one array
        row("rows of one name out of two", R"({"rows":[{"id":1}],"others":[]})", "unreadable content");
        row("a row of another type", R"({"content":[{"id":1},17]})", "unreadable [1].id");
        row("a row that is an array", R"([["id"]])", "unreadable [0].id");
        row("a row without an id", R"([{"id":1},{"id":2},{"name":"x"}])", "unreadable [2].id");
        row("a text", R"("none")", "unreadable content");
        row("null", "null", "unreadable content");
        row("nothing", "", "unreadable ");
        row("half of it", R"({"content":[{"id":1})", "unreadable ");
    }
    void envelopes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto page = pageFromJson<RemoteList>(json, {"content", "contacts"}, listFromJson,
                                                   [](const RemoteList &) { return true; });
        if (!page) {
            QCOMPARE(failure(page.error()), expected);
            return;
        }
        QStringList ids;
        for (const RemoteList &list : page->rows)
            ids.append(list.id.value);
        const QString more = page->hasMore ? (*page->hasMore ? u"yes"_s : u"no"_s) : u"-"_s;
        QCOMPARE(u"%1 total=%2 more=%3 page=%4 limit=%5 offset=%6 pages=%7"_s
                     .arg(ids.join(u','), number(page->total), more, number(page->echo.page), number(page->echo.limit),
                          number(page->echo.offset), number(page->echo.totalPages))
                     .trimmed(),
                 expected);
        QCOMPARE(page->rowsGiven, ids.size());
    }

    void rowsThatNobodyAskedForAreDropped()
    {
        const auto page = pageFromJson<RemoteList>(R"([{"id":1},{"id":2},{"id":3}])", {"content"}, listFromJson,
                                                   [](const RemoteList &row) { return row.id.value != u"2"_s; });
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 2);
        QCOMPARE(page->rowsGiven, 3);
        QCOMPARE(page->rowsDropped, 1);
    }

    void memberships_data()
    {
        addColumns();
        row("association ids", "[11,12]", "added=- skipped=- invalid=- removed=- inList=- ids=11,12");
        row("associations", R"([{"id":11},{"id":"b"}])", "added=- skipped=- invalid=- removed=- inList=- ids=11,b");
        row("of use case 7", R"({"added":2,"skipped":1})", "added=2 skipped=1 invalid=- removed=- inList=- ids=");
        row("of use case 23",
            R"({"addedContacts":2,"duplicateContacts":1,"invalidContacts":3,"totalContactsInList":9})",
            "added=2 skipped=1 invalid=3 removed=- inList=9 ids=");
        row("removal", R"({"removed":4})", "added=- skipped=- invalid=- removed=4 inList=- ids=");
        row("nothing", "", "added=- skipped=- invalid=- removed=- inList=- ids=");
        row("unknown words", R"({"ok":true})", "added=- skipped=- invalid=- removed=- inList=- ids=");
        row("count of another type", R"({"added":[2]})", "unreadable added");
        row("ids of another type", "[[1]]", "unreadable associations");
        row("a number", "3", "unreadable ");
        row("HTML", "<html>", "unreadable ");
    }
    void memberships()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto outcome = membershipFromJson(json);
        if (!outcome) {
            QCOMPARE(failure(outcome.error()), expected);
            return;
        }
        QStringList ids;
        for (const RemoteId &id : outcome->associations)
            ids.append(id.value);
        QCOMPARE(u"added=%1 skipped=%2 invalid=%3 removed=%4 inList=%5 ids=%6"_s.arg(
                     number(outcome->added), number(outcome->skipped), number(outcome->invalid),
                     number(outcome->removed), number(outcome->totalInList), ids.join(u',')),
                 expected);
    }

    void uploads_data()
    {
        addColumns();
        row("analysed table",
            R"({"uploadId":"u-1","fileName":"a.csv","totalRows":2,"parsedRows":1,"columns":["Nome","Cell"],)"
            R"("preview":[{"Nome":"Anna","Cell":39347}]})",
            "upload=u-1 file=a.csv total=2 parsed=1 columns=Nome|Cell Nome:Anna Cell:39347");
        row("analysed cards",
            R"({"uploadId":7,"fileName":"a.vcf","totalContacts":2,"parsedContacts":2,"errors":["x",{"reason":"y"}]})",
            "upload=7 file=a.vcf total=2 parsed=2 columns= errors=x|y");
        row("done at once", R"({"imported":2,"updated":1,"invalid":0,"listId":3,"totalInList":9})",
            "imported=2 updated=1 duplicates=- invalid=0 skipped=- total=- inList=9 list=3");
        row("of use case 20",
            R"({"importId":"i-","listId":"list_1","status":"COMPLETED",)"
            R"("summary":{"total":3,"imported":1,"duplicates":1,"errors":1,"skipped":0},)"
            R"("errors":[{"line":3,"name":"Bea","reason":"no number"}]})",
            "imported=1 updated=- duplicates=1 invalid=1 skipped=0 total=3 inList=- list=list_1 i-COMPLETED "
            "[3 Bea no number]");
        row("the contacts", R"([{"id":1}])",
            "imported=- updated=- duplicates=- invalid=- skipped=- total=- inList=- list=");
        row("null upload id", R"({"uploadId":null,"imported":2})",
            "imported=2 updated=- duplicates=- invalid=- skipped=- total=- inList=- list=");
        row("upload id of another type", R"({"uploadId":["u"]})", "unreadable uploadId");
        row("count of another type", R"({"imported":"some"})", "unreadable imported");
        row("says nothing of an import", R"({"ok":true})", "unreadable imported");
        row("a text", R"("done")", "unreadable uploadId");
        row("nothing", "", "unreadable ");
    }
    void uploads()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto outcome = uploadFromJson(json);
        if (!outcome)
            QCOMPARE(failure(outcome.error()), expected);
        else
            QCOMPARE(std::visit([](const auto &value) { return described(value); }, *outcome), expected);
    }

    void confirmations_data()
    {
        addColumns();
        row("of use case 7", R"({"imported":2,"duplicates":1,"invalid":1,"listId":3,"totalInList":9})",
            "imported=2 updated=- duplicates=1 invalid=1 skipped=- total=- inList=9 list=3");
        row("rows", "[1]", "unreadable imported");
        row("nothing", "", "unreadable ");
        row("says nothing", "{}", "unreadable imported");
    }
    void confirmations()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto outcome = importFromJson(json);
        QCOMPARE(outcome ? described(*outcome) : failure(outcome.error()), expected);
    }

    void quotas_data()
    {
        addColumns();
        row("of the reference", R"({"planLimit":100,"extraLimit":5,"totalLimit":105,"used":50,"remaining":55})",
            "100 5 105 50 55");
        row("of use case 20", R"({"used":50,"total":100})", "- - 100 50 50");
        row("more used than there is", R"({"used":120,"total":100})", "- - 100 120 0");
        row("as said", R"({"used":50,"total":100,"remaining":7})", "- - 100 50 7");
        row("wrapped", R"({"status":"success","data":{"used":1,"total":2}})", "- - 2 1 1");
        row("used is missing", R"({"total":100})", "unreadable used");
        row("total is missing", R"({"used":100})", "unreadable totalLimit");
        row("of another type", R"({"used":"many","total":100})", "unreadable used");
        row("a number", "7", "unreadable used");
        row("nothing", "", "unreadable ");
    }
    void quotas()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto quota = quotaFromJson(json);
        QCOMPARE(quota ? u"%1 %2 %3 %4 %5"_s.arg(number(quota->planLimit), number(quota->extraLimit))
                             .arg(quota->total)
                             .arg(quota->used)
                             .arg(quota->remaining)
                       : failure(quota.error()),
                 expected);
    }

    void subscriptions_data()
    {
        addColumns();
        row("plain", R"({"plan":"Pro","status":"ACTIVE","periodStart":"2026-01-01","periodEnd":"2026-12-31"})",
            "Pro ACTIVE 2026-01-01 2026-12-31");
        row("nested", R"({"plan":{"name":"Pro"},"status":"SUSPENDED","period":{"start":"a","end":"b"}})",
            "Pro SUSPENDED a b");
        row("status only", R"({"status":"CANCELED"})", " CANCELED  ");
        row("of another type", R"({"status":["ACTIVE"]})", "unreadable status");
        row("rows", "[]", "unreadable status");
    }
    void subscriptions()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto value = subscriptionFromJson(json);
        QCOMPARE(value ? u"%1 %2 %3 %4"_s.arg(value->plan, value->status, value->periodStart, value->periodEnd)
                       : failure(value.error()),
                 expected);
    }

    void credits_data()
    {
        addColumns();
        row("named", R"({"credit":120.50})", "120.50 ");
        row("with a currency", R"({"amount":"120.5","currency":"EUR"})", "120.5 EUR");
        row("nested", R"({"credit":{"amount":0.10,"currency":"EUR"}})", "0.10 EUR");
        row("a number", "120.50", "120.50 ");
        row("missing", R"({"currency":"EUR"})", "unreadable credit");
        row("of another type", R"({"credit":[1]})", "unreadable credit");
    }
    void credits()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto credit = creditFromJson(json);
        QCOMPARE(credit ? credit->amount + u' ' + credit->currency : failure(credit.error()), expected);
    }

    void startedExports_data()
    {
        addColumns();
        row("id", R"({"id":7})", "7");
        row("another name", R"({"exportId":"x-7"})", "x-7");
        row("bare id", "7", "7");
        row("no body", "", "");
        row("no id", R"({"status":"QUEUED"})", "");
        row("of another type", R"({"id":[7]})", "unreadable id");
        row("HTML", "<html>", "unreadable ");
    }
    void startedExports()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto job = startedExportFromJson(json);
        QCOMPARE(job ? job->id.value : failure(job.error()), expected);
    }

    void exportAddresses_data()
    {
        addColumns();
        row("named", "{\"url\":\"https://files.example/a?b=1\"}", "https://files.example/a?b=1");
        row("among others", "{\"id\":1,\"downloadUrl\":\"https://files.example/a\",\"expiresAt\":\"2026-01-01\"}",
            "https://files.example/a");
        row("deep inside", "{\"status\":\"x\",\"data\":{\"link\":[\"https://files.example/a\"]}}",
            "https://files.example/a");
        row("the same one twice", "[\"https://files.example/a\",\"https://files.example/a\"]",
            "https://files.example/a");
        row("a bare text", "\"https://files.example/a\"", "https://files.example/a");
        row("a bare line", "https://files.example/a\n", "https://files.example/a");
        row("two different ones", "[\"https://files.example/a\",\"https://files.example/b\"]", "unreadable url");
        row("none", R"({"id":1})", "unreadable url");
        row("another scheme", "{\"url\":\"file:///etc/passwd\"}", "unreadable url");
        row("no host", "{\"url\":\"https:///a\"}", "unreadable url");
        row("HTML", "<html>https://files.example/a</html>", "unreadable url");
    }
    void exportAddresses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const auto url = exportUrlFrom(json);
        QCOMPARE(url ? url->toString() : failure(url.error()), expected);
    }

    void capabilitiesSurviveStoring()
    {
        Capabilities known;
        known.probed = true;
        known.paging = PagingStyle::OffsetAndLimit;
        known.listPaging = PagingStyle::PageAndSize;
        known.firstPage = 1;
        known.pageLimit = 100;
        known.sortById = known.quota = known.twoStepVcard = Known::Yes;
        known.numericIds = known.exports = known.partialUpdate = Known::No;
        known.clearing = Clearing::Neither;
        QCOMPARE(*Capabilities::fromJson(known.toJson()), known);
        // Of another version, or damaged: what can't be meant keeps its default.
        QCOMPARE(*Capabilities::fromJson("{}"), Capabilities());
        QCOMPARE(*Capabilities::fromJson(R"({"later":1,"paging":"cursor","pageLimit":0,"firstPage":9,"quota":true})"),
                 Capabilities());
        for (const char *json : {"", "[]", "7", "{"})
            QVERIFY(!Capabilities::fromJson(json));
    }
};

QTEST_GUILESS_MAIN(TestGatewayAnswers)
#include "tst_gateway_answers.moc"
