// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/exportjson.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

enum class ExportKey { Available, CreatedAt, Id, Status };

constexpr KeyTable<ExportKey, 5> exportKeys{{{
    {"createdAt", ExportKey::CreatedAt},
    {"exportId", ExportKey::Id},
    {"id", ExportKey::Id},
    {"isAvailableForDownload", ExportKey::Available},
    {"status", ExportKey::Status},
}}};
static_assert(exportKeys.isSorted());

struct StateWord {
    const char *word;
    ExportState state;
};
constexpr std::array stateWords{
    StateWord{"COMPLETED", ExportState::Ready}, StateWord{"EXPIRED", ExportState::Expired},
    StateWord{"FAILED", ExportState::Failed},   StateWord{"ERROR", ExportState::Failed},
    StateWord{"PENDING", ExportState::Pending}, StateWord{"PROCESSING", ExportState::Pending},
    StateWord{"RUNNING", ExportState::Pending}, StateWord{"IN_PROGRESS", ExportState::Pending},
};

ExportState stateOf(const QString &word, std::optional<bool> available)
{
    if (available.value_or(false))
        return ExportState::Ready;
    for (const StateWord &row : stateWords) {
        if (word.compare(QLatin1String(row.word), Qt::CaseInsensitive) == 0)
            return row.state;
    }
    return word.isEmpty() && available ? ExportState::Pending : ExportState::Unknown;
}

// `key`: under which it stands.
void collectUrls(JsonValue value, const QString &key, QSet<QString> &urls, QSet<QString> &downloads)
{
    if (value.type() == JsonValue::Type::Text) {
        const QString text = value.text();
        if (text.startsWith("https://"_L1, Qt::CaseInsensitive) || text.startsWith("http://"_L1, Qt::CaseInsensitive)) {
            urls.insert(text);
            if (key.contains("download"_L1, Qt::CaseInsensitive))
                downloads.insert(text);
        }
    }
    for (JsonCursor inner(value); inner; inner.next())
        collectUrls(inner.value(), value.isObject() ? QString::fromUtf8(inner.key()) : key, urls, downloads);
}

} // namespace

ExportJob exportFromJson(JsonValue value, Misfit &misfit)
{
    ExportJob job;
    std::optional<bool> available;
    QString status;
    job.extra = readMembers(value, exportKeys, [&](ExportKey key, std::string_view name, JsonValue field) {
        switch (key) {
        case ExportKey::Available: readField(field, name, available, misfit); break;
        case ExportKey::CreatedAt: readField(field, name, job.createdAt, misfit); break;
        case ExportKey::Id: readField(field, name, job.id, misfit); break;
        case ExportKey::Status: readField(field, name, status, misfit); break;
        }
    });
    if (!job.id.isValid())
        misfit.at("id");
    job.state = stateOf(status, available);
    return job;
}

Result<ExportJob> startedExportFromJson(const QByteArray &body)
{
    ExportJob job;
    job.state = ExportState::Pending;
    if (body.trimmed().isEmpty())
        return job;
    const auto document = JsonDocument::parse(body);
    if (!document)
        return Error{ErrorKind::UnreadableAnswer, {}, {}};
    const JsonValue value = payload(document->root());
    Misfit misfit;
    if (value.isObject())
        readField(value, {"id", "exportId"}, job.id, misfit);
    else
        readField(value, "id", job.id, misfit);
    if (misfit)
        return misfit.error();
    return job;
}

ExportState exportStateFrom(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return ExportState::Unknown;
    const JsonValue value = payload(document->root());
    std::optional<bool> available;
    QString status;
    Misfit ignored; // a state that can't be read is none
    readField(value, {"isAvailableForDownload"}, available, ignored);
    readField(value, {"status"}, status, ignored);
    return stateOf(status, available);
}

Result<QUrl> exportUrlFrom(const QByteArray &body)
{
    QSet<QString> urls, downloads;
    if (const auto document = JsonDocument::parse(body)) {
        collectUrls(document->root(), {}, urls, downloads);
        if (downloads.size() == 1)
            urls = downloads;
    } else if (const QByteArray line = body.trimmed(); line.startsWith("http") && !line.contains(' ')) {
        urls.insert(QString::fromUtf8(line));
    }
    const QUrl url = urls.size() == 1 ? QUrl(*urls.begin(), QUrl::StrictMode) : QUrl();
    if (!url.isValid() || url.host().isEmpty())
        return Error{ErrorKind::UnreadableAnswer, {}, u"url"_s};
    return url;
}

QByteArray exportToJson(const ExportQuery &query)
{
    JsonWriter json;
    json.beginObject();
    if (!query.listIds.isEmpty())
        json.key(u"listIds").ids(query.listIds);
    if (!query.contactIds.isEmpty())
        json.key(u"contactIds").ids(query.contactIds);
    json.endObject();
    return json.json();
}

} // namespace Elenco
