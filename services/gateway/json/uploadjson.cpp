// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/uploadjson.h"

#include "gateway/json/jsonfields.h"

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

QString reasonText(JsonValue value)
{
    return value.type() == JsonValue::Type::Text ? value.text()
           : value.isNothing()                   ? QString()
                                                 : QString::fromUtf8(value.raw());
}

// "errors" is a count (U7) or a list of reasons (U20).
void readErrors(JsonValue value, ImportOutcome &outcome, Misfit &misfit)
{
    if (value.type() == JsonValue::Type::Number)
        return readField(value, "errors", outcome.invalid, misfit);
    for (JsonCursor element(value); element; element.next()) {
        const JsonValue one = element.value();
        ImportOutcome::RowError error;
        if (one.isObject()) {
            readField(one["line"], "errors.line", error.line, misfit);
            readField(one["name"], "errors.name", error.name, misfit);
            readField(one["reason"], "errors.reason", error.reason, misfit);
        } else {
            error.reason = reasonText(one);
        }
        outcome.errors.append(std::move(error));
    }
}

void readCounts(JsonValue value, ImportOutcome &outcome, Misfit &misfit)
{
    readField(value, {"total", "totalRows", "totalContacts"}, outcome.total, misfit);
    readField(value, {"imported", "created"}, outcome.imported, misfit);
    readField(value, {"updated"}, outcome.updated, misfit);
    readField(value, {"duplicates"}, outcome.duplicates, misfit);
    readField(value, {"invalid"}, outcome.invalid, misfit);
    readField(value, {"skipped"}, outcome.skipped, misfit);
    readField(value, {"totalInList"}, outcome.totalInList, misfit);
    readErrors(value["errors"], outcome, misfit);
}

ImportOutcome importOf(JsonValue value, Misfit &misfit)
{
    ImportOutcome outcome;
    readField(value, {"importId"}, outcome.importId, misfit);
    readField(value, {"listId"}, outcome.listId, misfit);
    readField(value, {"status"}, outcome.status, misfit);
    readCounts(value, outcome, misfit);
    readCounts(value["summary"], outcome, misfit);
    // An answer that says nothing of an import is no sign that there was one.
    if (!outcome.imported && !outcome.total && outcome.importId.isEmpty() && outcome.status.isEmpty())
        misfit.at("imported");
    return outcome;
}

UploadAnalysis analysisOf(JsonValue value, Misfit &misfit)
{
    UploadAnalysis analysis;
    readField(value["uploadId"], "uploadId", analysis.uploadId, misfit);
    readField(value, {"fileName"}, analysis.fileName, misfit);
    readField(value, {"totalRows", "totalContacts"}, analysis.totalRows, misfit);
    readField(value, {"parsedRows", "parsedContacts"}, analysis.parsedRows, misfit);
    readField(value, {"columns"}, analysis.columns, misfit);
    for (JsonCursor row(value["preview"]); row; row.next()) {
        QList<UploadAnalysis::Cell> cells;
        for (JsonCursor cell(row.value()); row.value().isObject() && cell; cell.next())
            cells.append({QString::fromUtf8(cell.key()), reasonText(cell.value())});
        analysis.preview.append(std::move(cells));
    }
    for (JsonCursor error(value["errors"]); error; error.next())
        analysis.errors.append(error.value().isObject() ? reasonText(error.value()["reason"]) : reasonText(error.value()));
    return analysis;
}

Error unreadableUpload()
{
    return {ErrorKind::UnreadableAnswer, {}, {}};
}

} // namespace

Result<UploadOutcome> uploadFromJson(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return unreadableUpload();
    const JsonValue value = payload(document->root());
    Misfit misfit;
    UploadOutcome outcome;
    if (!value["uploadId"].isNothing())
        outcome = analysisOf(value, misfit);
    else if (value.isObject())
        outcome = importOf(value, misfit);
    else if (!value.isArray()) // a bare array: the contacts that were imported
        misfit.at("uploadId");
    if (misfit)
        return misfit.error();
    return outcome;
}

Result<ImportOutcome> importFromJson(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return unreadableUpload();
    const JsonValue value = payload(document->root());
    Misfit misfit;
    ImportOutcome outcome;
    if (value.isObject())
        outcome = importOf(value, misfit);
    else
        misfit.at("imported");
    if (misfit)
        return misfit.error();
    return outcome;
}

QByteArray mappingToJson(const QString &uploadId, const QList<ColumnChoice> &mapping, const RemoteId &listId)
{
    JsonWriter json;
    json.beginObject().key(u"uploadId").text(uploadId).key(u"mapping").beginObject();
    for (const ColumnChoice &choice : mapping)
        json.key(choice.column).text(choice.field);
    json.endObject();
    if (listId.isValid())
        json.key(u"listId").id(listId);
    json.endObject();
    return json.json();
}

QByteArray vcardConfirmationToJson(const QString &uploadId, const RemoteId &listId)
{
    JsonWriter json;
    json.beginObject().key(u"uploadId").text(uploadId);
    if (listId.isValid())
        json.key(u"listId").id(listId);
    json.endObject();
    return json.json();
}

} // namespace Elenco
