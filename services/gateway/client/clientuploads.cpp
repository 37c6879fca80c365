// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/client.h"
#include "gateway/client/clientstate.h"
#include "gateway/http/multipart.h"
#include "gateway/http/refusal.h"
#include "gateway/json/uploadjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

QString strategyWord(UploadStrategy strategy)
{
    switch (strategy) {
    case UploadStrategy::Skip: return u"SKIP"_s;
    case UploadStrategy::Update: return u"UPDATE"_s;
    case UploadStrategy::Duplicate: return u"DUPLICATE"_s;
    }
    Q_UNREACHABLE();
}

Known knownTwoSteps(const UploadOutcome &outcome)
{
    return std::holds_alternative<UploadAnalysis>(outcome) ? Known::Yes : Known::No;
}

Result<ImportOutcome> readImport(const HttpAnswer &answer)
{
    return importFromJson(answer.body);
}

Error missingUploadId()
{
    return {ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the upload"), {}};
}

// What a form says of how the file is to be read. Not every account knows it (UC-007 and UC-020 have none of them), and
// a file of ours is read the same without.
const QStringList &decoration()
{
    static const QStringList names{u"fileName"_s, u"removeHead"_s, u"limit"_s};
    return names;
}

void addDecoration(Multipart &form, const char *name, const QString &value, const UploadForm &upload,
                   const Capabilities &known)
{
    if (!known.refuses(upload.scope + u':' + QLatin1StringView(name)))
        form.addField(name, value);
}

} // namespace

Task<UploadOutcome> ClientState::upload(const UploadForm &form, Priority priority,
                                        std::function<void(Capabilities &, Known)> note)
{
    auto flow = begin<UploadOutcome>();
    auto task = flow->task();
    tryUpload(flow.get(), form, capabilities, priority, note);
    return task;
}

void ClientState::tryUpload(Flow<UploadOutcome> *flow, const UploadForm &form, const Capabilities &known,
                            Priority priority, const std::function<void(Capabilities &, Known)> &note)
{
    const Multipart parts = form.build(known);
    Request request = writeRequest("POST", form.path, parts.body(), priority);
    if (request.body.size() > uploadLimit)
        return flow->finish(Error{ErrorKind::TooLarge, form.fileName, {}});
    request.contentType = parts.contentType();
    request.quotaOn409 = true;
    const auto words = std::make_shared<std::optional<QString>>();
    request.refusedWith = [words](const QString &text) { *words = text; };
    flow->step<UploadOutcome>(
        request, [](const HttpAnswer &answer) { return uploadFromJson(answer.body); },
        [=, this](Result<UploadOutcome> outcome) {
            if (!outcome && outcome.error().kind == ErrorKind::Refused && *words) {
                Capabilities other = known;
                QStringList named = namedIn(**words, decoration());
                for (const QString &name : named.isEmpty() ? decoration() : named) {
                    if (!other.refuses(form.scope + u':' + name))
                        other.refusedNames.append(form.scope + u':' + name);
                }
                if (other != known)
                    return tryUpload(flow, form, other, priority, note);
            }
            if (outcome) {
                learn([&](Capabilities &mine) {
                    for (const QString &name : known.refusedNames) {
                        if (!mine.refuses(name))
                            mine.refusedNames.append(name);
                    }
                    note(mine, knownTwoSteps(*outcome));
                });
            }
            flow->finish(std::move(outcome));
        });
}

Task<UploadOutcome> Client::uploadTable(const TableUpload &upload, Priority priority)
{
    UploadForm form{u"table"_s, gatewayPath(u"/contacts/upload"), upload.fileName, {}};
    form.build = [upload, scope = form,
                  boundary = Multipart::boundaryFor(upload.content, m_state->random)](const Capabilities &known) {
        Multipart parts(boundary);
        addDecoration(parts, "fileName", upload.fileName, scope, known);
        if (upload.listId.isValid())
            parts.addField("listId", upload.listId.value);
        addDecoration(parts, "removeHead", upload.hasHeader ? u"true"_s : u"false"_s, scope, known);
        addDecoration(parts, "limit", QString::number(upload.previewRows), scope, known);
        parts.addFile("file", upload.fileName, upload.content);
        return parts;
    };
    return m_state->upload(form, priority, [](Capabilities &known, Known twoSteps) { known.twoStepTable = twoSteps; });
}

Task<UploadOutcome> Client::uploadVcard(const VcardUpload &upload, Priority priority)
{
    UploadForm form{u"cards"_s, gatewayPath(u"/contacts/upload/vcard"), upload.fileName, {}};
    form.build = [upload, scope = form,
                  boundary = Multipart::boundaryFor(upload.content, m_state->random)](const Capabilities &known) {
        Multipart parts(boundary);
        addDecoration(parts, "fileName", upload.fileName, scope, known);
        if (upload.listId.isValid())
            parts.addField("listId", upload.listId.value);
        else if (!upload.listName.isEmpty())
            parts.addField("listName", upload.listName);
        if (upload.strategy)
            parts.addField("duplicateStrategy", strategyWord(*upload.strategy));
        if (!upload.tags.isEmpty())
            parts.addField("tags", upload.tags.join(u','));
        addDecoration(parts, "limit", QString::number(upload.previewRows), scope, known);
        parts.addFile("file", upload.fileName, upload.content);
        return parts;
    };
    return m_state->upload(form, priority, [](Capabilities &known, Known twoSteps) {
        known.twoStepVcard = twoSteps;
        known.vcardUpload = Known::Yes;
    });
}

Task<ImportOutcome> Client::confirmTable(const QString &uploadId, const QList<ColumnChoice> &mapping,
                                         const RemoteId &listId, Priority priority)
{
    if (uploadId.isEmpty())
        return m_state->refuse<ImportOutcome>(missingUploadId());
    Request request =
        writeRequest("POST", gatewayPath(u"/contacts/mapped/file"), mappingToJson(uploadId, mapping, listId), priority);
    request.quotaOn409 = true;
    return m_state->run<ImportOutcome>(request, readImport);
}

Task<ImportOutcome> Client::confirmVcard(const QString &uploadId, const RemoteId &listId, Priority priority)
{
    if (uploadId.isEmpty())
        return m_state->refuse<ImportOutcome>(missingUploadId());
    Request request = writeRequest("POST", gatewayPath(u"/contacts/mapped/vcard"),
                                   vcardConfirmationToJson(uploadId, listId), priority);
    request.quotaOn409 = true;
    return m_state->run<ImportOutcome>(request, readImport);
}

} // namespace Elenco
