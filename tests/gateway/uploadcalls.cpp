// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/uploadcalls.h"

#include "tests/gateway/cardfile.h"
#include "tests/gateway/documented.h"
#include "tests/gateway/importer.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/tablerows.h"
#include "tests/gateway/uploadform.h"

#include <QJsonObject>

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

Answer counted(const Service &service, const ImportOutcome &outcome, qint64 listId, bool tellsUpdates)
{
    JsonWriter json;
    json.beginObject().key("imported").value(outcome.imported);
    if (tellsUpdates)
        json.key("updated").value(outcome.updated);
    else
        json.key("duplicates").value(outcome.duplicates);
    json.key("invalid").value(static_cast<qint64>(outcome.problems.size())).key("listId");
    if (listId != 0)
        service.ids.writeList(json, listId);
    else
        json.null();
    json.key("totalInList").value(listId != 0 ? service.state.lists().memberCount(listId) : 0).endObject();
    return {200, json.bytes(), "application/json", {}};
}

void writeProblems(JsonWriter &json, const QList<ImportOutcome::Problem> &problems)
{
    json.key("errors").beginArray();
    for (const ImportOutcome::Problem &problem : problems) {
        json.beginObject().key("line").value(problem.line).key("name").value(problem.name);
        json.key("reason").value(problem.reason).endObject();
    }
    json.endArray();
}

QList<ImportRow> cardsOf(const QByteArray &content)
{
    const std::optional<CardFile> file = CardFile::of(content);
    if (!file)
        throw Refusal{400, "file", u"Invalid VCard format. Expected BEGIN:VCARD header."_s};
    QList<ImportRow> rows;
    for (const CardFile::Card &card : file->cards)
        rows.append({card.line, card.contact, card.complaint});
    return rows;
}

DuplicateStrategy strategyOf(const UploadForm &form)
{
    const QString text = form.parts.text("duplicateStrategy");
    if (text.isEmpty() || text == u"SKIP")
        return DuplicateStrategy::Skip;
    if (text == u"UPDATE")
        return DuplicateStrategy::Update;
    if (text == u"DUPLICATE")
        return DuplicateStrategy::Duplicate;
    throw Refusal{400, "file", u"%1 is no duplicateStrategy."_s.arg(text)};
}

Answer importCards(Service &service, const UploadForm &form, QList<ImportRow> rows)
{
    const QStringList tags = form.parts.text("tags").split(u',', Qt::SkipEmptyParts);
    for (ImportRow &row : rows)
        row.contact.tags += tags;
    qint64 listId = form.listId;
    if (const QString name = form.parts.text("listName").trimmed(); listId == 0 && !name.isEmpty())
        listId = service.state.addList(name);
    const ImportOutcome outcome = importRows(service, rows, listId, strategyOf(form));
    Upload trace; // only for a number that no other import has
    trace.kind = Upload::Kind::Cards;
    const qint64 importId = service.state.uploads().add(trace);
    service.state.uploads().remove(importId);
    JsonWriter json;
    json.beginObject().key("importId").value(u"imp_%1"_s.arg(importId, 10, 36, QChar(u'0'))).key("listId");
    if (listId != 0)
        service.ids.writeList(json, listId);
    else
        json.null();
    json.key("status").value(std::string_view("COMPLETED")).key("summary").beginObject();
    json.key("total").value(static_cast<qint64>(rows.size())).key("imported").value(outcome.imported);
    json.key("duplicates").value(outcome.duplicates);
    json.key("errors").value(static_cast<qint64>(outcome.problems.size()));
    // In U20's example nobody is skipped who is not a duplicate or an error.
    json.key("skipped").value(outcome.skipped + static_cast<qint64>(outcome.problems.size())).endObject();
    writeProblems(json, outcome.problems);
    json.key("completedAt").value(timeText(service.manner, QDateTime::currentMSecsSinceEpoch())).endObject();
    return {200, json.bytes(), "application/json", {}};
}

// Fields that a table may bring, as far as this server takes them from one (--ignore table:firstName); where names are
// one, `name` is the whole of it.
QJsonObject knownPart(const Service &service, QJsonObject mapping)
{
    for (auto entry = mapping.begin(); entry != mapping.end(); ++entry) {
        const QString field = entry->toString();
        if (service.options.ignoredParameters.contains("table:"_L1 + field))
            *entry = QString();
        else if (field == "name"_L1 && service.manner.hasWholeName)
            *entry = u"firstName"_s;
    }
    return mapping;
}

bool takesOtherNames(const Service &service)
{
    const QStringList &ignored = service.options.ignoredParameters;
    return std::any_of(ignored.begin(), ignored.end(),
                       [](const QString &name) { return name.startsWith("table:"_L1); });
}

QJsonObject mappingByHead(const TableRows &table)
{
    QJsonObject mapping;
    for (const QString &column : table.columns()) {
        if (QStringList{u"firstName"_s, u"lastName"_s, u"name"_s, u"phoneNumber"_s, u"email"_s}.contains(column))
            mapping.insert(column, column);
    }
    return mapping;
}

} // namespace

Answer uploadTable(Service &service, const Call &call)
{
    const UploadForm form = UploadForm::of(service, call, {u"csv"_s, u"xls"_s, u"xlsx"_s}, false);
    const TableRows table(form.content, form.hasHead);
    if (service.manner.oneStepTables) {
        const QList<ImportRow> rows =
            takesOtherNames(service) ? table.rowsMapped(knownPart(service, mappingByHead(table))) : table.rowsByHead();
        return counted(service, importRows(service, rows, form.listId, DuplicateStrategy::Update), form.listId, true);
    }
    const qint64 id =
        service.state.uploads().add({0, Upload::Kind::Table, form.fileName, form.content, form.listId, form.hasHead});
    JsonWriter json;
    json.beginObject().key("uploadId").value(uploadIdText(id)).key("fileName").value(form.fileName);
    json.key("totalRows").value(static_cast<qint64>(table.rows().size()));
    json.key("parsedRows").value(static_cast<qint64>(table.rows().size()));
    json.key("columns").beginArray();
    for (const QString &column : table.columns())
        json.value(column);
    json.endArray().key("preview").beginArray();
    for (const QStringList &row : table.rows().first(std::min<qsizetype>(form.previewRows, table.rows().size()))) {
        json.beginObject();
        for (qsizetype i = 0; i < table.columns().size(); ++i)
            json.key(table.columns()[i].toUtf8().constData()).value(row.value(i));
        json.endObject();
    }
    json.endArray().endObject();
    return {200, json.bytes(), "application/json", {}};
}

Answer commitTable(Service &service, const Call &call)
{
    const QJsonObject body = objectOf(call);
    demandKeys(service, body, {u"uploadId"_s, u"mapping"_s, u"listId"_s}, "file");
    const Upload upload = demandUpload(service, body, Upload::Kind::Table);
    const qint64 listId = listOf(service, body, upload);
    const QList<ImportRow> rows =
        TableRows(upload.content, upload.hasHead).rowsMapped(knownPart(service, body.value("mapping"_L1).toObject()));
    const ImportOutcome outcome = importRows(service, rows, listId, DuplicateStrategy::Skip);
    service.state.uploads().remove(upload.id);
    return counted(service, outcome, listId, false);
}

Answer uploadCards(Service &service, const Call &call)
{
    const UploadForm form = UploadForm::of(service, call, {u"vcf"_s}, true);
    const QList<ImportRow> rows = cardsOf(form.content);
    if (service.manner.oneStepCards)
        return importCards(service, form, rows);
    const qint64 id =
        service.state.uploads().add({0, Upload::Kind::Cards, form.fileName, form.content, form.listId, false});
    const qint64 errors =
        std::count_if(rows.begin(), rows.end(), [](const ImportRow &row) { return !row.complaint.isEmpty(); });
    JsonWriter json;
    json.beginObject().key("uploadId").value(uploadIdText(id)).key("fileName").value(form.fileName);
    json.key("totalContacts").value(static_cast<qint64>(rows.size()));
    json.key("parsedContacts").value(static_cast<qint64>(rows.size()) - errors);
    json.key("errors").value(errors).endObject();
    return {200, json.bytes(), "application/json", {}};
}

Answer commitCards(Service &service, const Call &call)
{
    const QJsonObject body = objectOf(call);
    demandKeys(service, body, {u"uploadId"_s, u"listId"_s}, "file");
    const Upload upload = demandUpload(service, body, Upload::Kind::Cards);
    const qint64 listId = listOf(service, body, upload);
    const ImportOutcome outcome = importRows(service, cardsOf(upload.content), listId, DuplicateStrategy::Skip);
    service.state.uploads().remove(upload.id);
    return counted(service, outcome, listId, false);
}

} // namespace Elenco::Practice
