// SPDX-License-Identifier: Apache-2.0
// Named from the root: the practice gateway, in a folder beside this file, has headers of the same names.
#include "services/gateway/json/campaignjson.h"
#include "services/gateway/json/contactjson.h"
#include "services/gateway/json/exportjson.h"
#include "services/gateway/json/listjson.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

// Key and value of what is there: "id=17 firstName=Anna".
class Description
{
public:
    void add(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            m_text += (m_text.isEmpty() ? u""_s : u" "_s) + QLatin1String(key) + u'=' + value;
    }
    void add(const char *key, const std::optional<QString> &value)
    {
        if (value)
            add(key, value->isEmpty() ? u"''"_s : *value);
    }
    void add(const char *key, const std::optional<bool> &value)
    {
        if (value)
            add(key, *value ? u"yes"_s : u"no"_s);
    }
    void add(const char *key, const std::optional<qint64> &value)
    {
        if (value)
            add(key, QString::number(*value));
    }
    void add(const char *key, const QStringList &value) { add(key, value.join(u'|')); }
    void add(const char *key, const QList<RemoteId> &ids)
    {
        QStringList texts;
        for (const RemoteId &id : ids)
            texts.append(id.value);
        add(key, texts);
    }
    void add(const char *key, const QByteArray &json) { add(key, QString::fromUtf8(json)); }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

QString described(const RemoteContact &contact)
{
    Description d;
    d.add("id", contact.id.value);
    d.add("first", contact.firstName);
    d.add("last", contact.lastName);
    d.add("full", contact.fullName);
    d.add("phone", contact.phoneNumber);
    d.add("email", contact.email);
    d.add("gender", contact.gender);
    d.add("city", contact.city);
    d.add("province", contact.province);
    d.add("region", contact.region);
    QStringList fields;
    for (const RemoteValue &field : contact.customFields)
        fields.append(field.name + u':' + u"TNB0J"_s.at(int(field.kind)) + u':' + field.text);
    d.add("custom", fields);
    d.add("tags", contact.tags);
    QStringList lists;
    for (const RemoteListName &list : contact.lists)
        lists.append(list.id.value + u':' + list.name);
    d.add("lists", lists);
    d.add("channels", contact.channels);
    d.add("valid", contact.isValid);
    d.add("test", contact.isTest);
    d.add("lastContact", contact.lastContactType);
    d.add("lastCampaign", contact.lastCampaignType);
    d.add("created", contact.createdAt);
    d.add("extra", contact.extra);
    return d.text();
}

QString described(const RemoteList &list)
{
    Description d;
    d.add("id", list.id.value);
    d.add("name", list.name);
    d.add("description", list.description);
    d.add("test", list.isTest);
    d.add("deleted", list.isDeleted);
    d.add("count", list.contactCount);
    d.add("created", list.createdAt);
    d.add("extra", list.extra);
    return d.text();
}

QString described(const Campaign &campaign)
{
    static const QStringList words{u"draft"_s, u"scheduled"_s, u"sending"_s, u"completed"_s, u"failed"_s, u"unknown"_s};
    Description d;
    d.add("id", campaign.id.value);
    d.add("name", campaign.name);
    d.add("status", words.at(int(campaign.status)));
    d.add("mode", campaign.sendingMode);
    d.add("lists", campaign.listIds);
    d.add("extra", campaign.extra);
    return d.text();
}

QString described(const ExportJob &job)
{
    static const QStringList words{u"pending"_s, u"ready"_s, u"expired"_s, u"failed"_s, u"unknown"_s};
    Description d;
    d.add("id", job.id.value);
    d.add("state", words.at(int(job.state)));
    d.add("created", job.createdAt);
    d.add("extra", job.extra);
    return d.text();
}

// The record as text, or "misfit at PLACE".
template <typename T>
QString readAs(T (*read)(JsonValue, Misfit &), const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return u"no JSON"_s;
    Misfit misfit;
    const T record = read(document->root(), misfit);
    return misfit ? u"misfit at "_s + misfit.error().detail : described(record);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
}

void row(const char *name, const char *json, const char *expected)
{
    QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(expected);
}

} // namespace

/// Contacts, lists, campaigns and exports as each source writes them (gateway.md sections 2, 3 and 5): names, types
/// that disagree, keys that nobody knows.
class TestGatewayRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contacts_data()
    {
        addColumns();
        row("only an id", R"({"id":1})", "id=1");
        row("of the reference",
            R"({"id":17,"firstName":"Anna","lastName":"Rossi","fullName":"Anna Rossi","phoneNumber":"+393471234567",)"
            R"("email":"a@example.org","gender":"F","city":"Milano","province":"MI","region":"Lombardia",)"
            R"("valid":true,"isTest":false,"communicationSupported":["SMS","RCS"],"lastContactType":"SMS",)"
            R"("lastCampaignType":"PROMO","createdAt":"2026-01-02T03:04:05Z"})",
            "id=17 first=Anna last=Rossi full=Anna Rossi phone=+393471234567 email=a@example.org gender=F city=Milano "
            "province=MI region=Lombardia channels=SMS|RCS valid=yes test=no lastContact=SMS lastCampaign=PROMO "
            "created=2026-01-02T03:04:05Z");
        row("of use case 20",
            R"({"contactId":"cnt_017","name":"Anna Rossi","phone":"+393471234567","isValid":true,"tags":["vip"]})",
            "id=cnt_017 full=Anna Rossi phone=+393471234567 tags=vip valid=yes");
        row("lists of use case 28", R"({"id":1,"lists":[{"id":"list-vip-3","name":"VIP"},{"id":4,"name":"B"}]})",
            "id=1 lists=list-vip-3:VIP|4:B");
        row("lists by their ids", R"({"id":1,"lists":[3,"list-4"]})", "id=1 lists=3:|list-4:");
        row("custom fields keep order, type and digits",
            R"({"id":1,"customFields":{"b":6800.50,"a":"2026-01-02","c":true,"d":null,"e":[1, 2],"n":1e400}})",
            "id=1 custom=b:N:6800.50|a:T:2026-01-02|c:B:true|d:0:|e:J:[1, 2]|n:N:1e400");
        row("absent, null and empty", R"({"id":1,"firstName":null,"lastName":"","city":"Milano"})",
            "id=1 last='' city=Milano");
        row("numbers for texts", R"({"id":1,"phoneNumber":393471234567,"city":7})", "id=1 phone=393471234567 city=7");
        row("texts for flags", R"({"id":1,"isTest":"true","valid":0})", "id=1 valid=no test=yes");
        row("unknown keys are kept as they are", R"({"id":1,"loyalty":{"level": 3.10},"Firstname":"x","z":null})",
            R"(id=1 extra={"loyalty":{"level": 3.10},"Firstname":"x","z":null})");
        row("unknown key with escapes", "{\"id\":1,\"a\\\"\\u00e8\":[ ]}", "id=1 extra={\"a\\\"è\":[ ]}");
        row("no id", R"({"firstName":"Anna"})", "misfit at id");
        row("null id", R"({"id":null})", "misfit at id");
        row("id of another type", R"({"id":{"value":1}})", "misfit at id");
        row("empty id", R"({"id":""})", "misfit at id");
        row("name of another type", R"({"id":1,"firstName":["Anna"]})", "misfit at firstName");
        row("flag of another type", R"({"id":1,"isTest":"perhaps"})", "misfit at isTest");
        row("custom fields of another type", R"({"id":1,"customFields":"none"})", "misfit at customFields");
        row("tags of another type", R"({"id":1,"tags":"vip"})", "misfit at tags");
        row("lists of another type", R"({"id":1,"lists":3})", "misfit at lists");
        row("list without an id", R"({"id":1,"lists":[{"name":"VIP"}]})", "misfit at lists");
        row("an array", R"(["id"])", "misfit at id");
        row("a text", R"("id")", "misfit at id");
        row("null", "null", "misfit at id");
    }
    void contacts()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QCOMPARE(readAs(contactFromJson, json), expected);
    }

    void lists_data()
    {
        addColumns();
        row("of the reference",
            R"({"id":3,"name":"VIP","description":"good","isTest":false,"contactCount":12,"createdAt":"2026-01-02"})",
            "id=3 name=VIP description=good test=no count=12 created=2026-01-02");
        row("other names", R"({"listId":"list_vip_3","listName":"VIP","contactsCount":"12","test":true})",
            "id=list_vip_3 name=VIP test=yes count=12");
        row("tombstone", R"({"id":3,"name":"VIP","deleted":true})", "id=3 name=VIP deleted=yes");
        row("unknown keys", R"({"id":3,"name":"VIP","owner":{"id":1}})", R"(id=3 name=VIP extra={"owner":{"id":1}})");
        row("no id", R"({"name":"VIP"})", "misfit at id");
        row("count of another type", R"({"id":3,"contactCount":"many"})", "misfit at contactCount");
        row("an array", R"(["id","3"])", "misfit at id");
    }
    void lists()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QCOMPARE(readAs(listFromJson, json), expected);
    }

    void campaigns_data()
    {
        addColumns();
        row("number 0", R"({"id":1,"name":"Spring","status":0,"sendingMode":"WHATSAPP_SMS","contactListIds":[3,4]})",
            "id=1 name=Spring status=draft mode=WHATSAPP_SMS lists=3|4");
        row("number 4", R"({"id":1,"status":4})", "id=1 status=failed");
        row("number as text", R"({"id":1,"status":"1"})", "id=1 status=scheduled");
        row("number out of range", R"({"id":1,"status":9})", "id=1 status=unknown");
        row("word", R"({"id":1,"status":"SENDING"})", "id=1 status=sending");
        row("word in small letters", R"({"id":1,"status":"completed"})", "id=1 status=completed");
        row("unknown word", R"({"id":1,"status":"PAUSED"})", "id=1 status=unknown");
        row("no status", R"({"id":1})", "id=1 status=unknown");
        row("one list", R"({"id":1,"status":0,"contactListId":3})", "id=1 status=draft lists=3");
        row("both spellings", R"({"id":1,"status":0,"contactListIds":[3,4],"contactListId":3})",
            "id=1 status=draft lists=3|4");
        row("unknown keys", R"({"id":1,"status":0,"cost":1.50})", R"(id=1 status=draft extra={"cost":1.50})");
        row("no id", R"({"status":0})", "misfit at id");
        row("status of another type", R"({"id":1,"status":[0]})", "misfit at status");
        row("lists of another type", R"({"id":1,"contactListIds":[[3]]})", "misfit at contactListIds");
    }
    void campaigns()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QCOMPARE(readAs(campaignFromJson, json), expected);
    }

    void exports_data()
    {
        addColumns();
        row("not ready", R"({"id":1,"isAvailableForDownload":false,"createdAt":"2026-01-02"})",
            "id=1 state=pending created=2026-01-02");
        row("ready", R"({"exportId":"x-1","isAvailableForDownload":true})", "id=x-1 state=ready");
        row("ready by word", R"({"id":1,"status":"COMPLETED"})", "id=1 state=ready");
        row("over", R"({"id":1,"status":"EXPIRED","isAvailableForDownload":false})", "id=1 state=expired");
        row("failed", R"({"id":1,"status":"failed"})", "id=1 state=failed");
        row("under way", R"({"id":1,"status":"PROCESSING"})", "id=1 state=pending");
        row("unknown word", R"({"id":1,"status":"QUEUED?"})", "id=1 state=unknown");
        row("says nothing", R"({"id":1,"rows":5})", R"(id=1 state=unknown extra={"rows":5})");
        row("no id", R"({"status":"COMPLETED"})", "misfit at id");
        row("flag of another type", R"({"id":1,"isAvailableForDownload":"soon"})", "misfit at isAvailableForDownload");
    }
    void exports()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        QCOMPARE(readAs(exportFromJson, json), expected);
    }
};

QTEST_GUILESS_MAIN(TestGatewayRecords)
#include "tst_gateway_records.moc"
