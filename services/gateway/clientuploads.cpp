// SPDX-License-Identifier: Apache-2.0
#include "gateway/client.h"
#include "gateway/clientstate.h"
#include "gateway/multipart.h"
#include "gateway/uploadjson.h"

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

} // namespace

Task<UploadOutcome> ClientState::upload(const QString &path, const QString &fileName, const Multipart &form,
                                        Priority priority, std::function<void(Capabilities &, Known)> note)
{
    Request request = writeRequest("POST", path, form.body(), priority);
    if (request.body.size() > uploadLimit)
        return refuse<UploadOutcome>({ErrorKind::TooLarge, fileName, {}});
    request.contentType = form.contentType();
    request.quotaOn409 = true;
    auto flow = begin<UploadOutcome>();
    auto task = flow->task();
    flow->step<UploadOutcome>(
        request, [](const HttpAnswer &answer) { return uploadFromJson(answer.body); },
        [this, flow = flow.get(), note](Result<UploadOutcome> outcome) {
            if (outcome)
                learn([&](Capabilities &known) { note(known, knownTwoSteps(*outcome)); });
            flow->finish(std::move(outcome));
        });
    return task;
}

Task<UploadOutcome> Client::uploadTable(const TableUpload &upload, Priority priority)
{
    Multipart form(Multipart::boundaryFor(upload.content, m_state->random));
    form.addField("fileName", upload.fileName);
    if (upload.listId.isValid())
        form.addField("listId", upload.listId.value);
    form.addField("removeHead", upload.hasHeader ? u"true"_s : u"false"_s);
    form.addField("limit", QString::number(upload.previewRows));
    form.addFile("file", upload.fileName, upload.content);
    return m_state->upload(gatewayPath(u"/contacts/upload"), upload.fileName, form, priority,
                           [](Capabilities &known, Known twoSteps) { known.twoStepTable = twoSteps; });
}

Task<UploadOutcome> Client::uploadVcard(const VcardUpload &upload, Priority priority)
{
    Multipart form(Multipart::boundaryFor(upload.content, m_state->random));
    form.addField("fileName", upload.fileName);
    if (upload.listId.isValid())
        form.addField("listId", upload.listId.value);
    else if (!upload.listName.isEmpty())
        form.addField("listName", upload.listName);
    if (upload.strategy)
        form.addField("duplicateStrategy", strategyWord(*upload.strategy));
    if (!upload.tags.isEmpty())
        form.addField("tags", upload.tags.join(u','));
    form.addField("limit", QString::number(upload.previewRows));
    form.addFile("file", upload.fileName, upload.content);
    return m_state->upload(gatewayPath(u"/contacts/upload/vcard"), upload.fileName, form, priority,
                           [](Capabilities &known, Known twoSteps) {
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
