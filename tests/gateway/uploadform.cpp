// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/uploadform.h"

#include "tests/gateway/documented.h"
#include "tests/gateway/listcalls.h"

#include <QJsonObject>

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

void demandFields(const Service &service, const Multipart &form, const QStringList &known)
{
    for (const QString &name : form.names()) {
        if (service.options.strict && !known.contains(name))
            throw Refusal{400, "file", u"Unknown field: %1"_s.arg(name)};
    }
}

} // namespace

UploadForm UploadForm::of(const Service &service, const Call &call, const QStringList &extensions, bool isCards)
{
    UploadForm form;
    form.parts = Multipart::of(call.request);
    if (!form.parts.isValid())
        throw Refusal{400, "file", u"The body is no multipart form."_s};
    demandFields(service, form.parts, documentedUploadFields(service.options.dialect, isCards));
    const Multipart::Part *file = form.parts.part("file");
    if (!file)
        throw Refusal{400, "file", u"file is required."_s};
    form.content = file->content;
    form.fileName = form.parts.text("fileName");
    if (form.fileName.isEmpty())
        form.fileName = file->fileName;
    if (!extensions.contains(form.fileName.section(u'.', -1).toLower()))
        throw Refusal{400, "file", u"%1 is no file of a known kind."_s.arg(form.fileName)};
    if (const QString text = form.parts.text("listId"); !text.isEmpty())
        form.listId = demandList(service, service.ids.listOf(text), text).id;
    form.previewRows = service.manner.previewRows;
    if (const QString text = form.parts.text("limit"); !text.isEmpty())
        form.previewRows = std::clamp(text.toInt(), 0, 1000);
    form.hasHead = form.parts.text("removeHead") != u"false";
    return form;
}

QString uploadIdText(qint64 id)
{
    return u"upl-%1"_s.arg(id, 8, 16, QChar(u'0'));
}

Upload demandUpload(const Service &service, const QJsonObject &body, Upload::Kind kind)
{
    const QString text = body.value("uploadId"_L1).toString();
    const std::optional<Upload> upload = service.state.uploads().upload(text.mid(4).toLongLong(nullptr, 16));
    if (!upload || uploadIdText(upload->id) != text || upload->kind != kind)
        throw Refusal{404, "file", u"There is no upload %1."_s.arg(text)};
    return *upload;
}

qint64 listOf(const Service &service, const QJsonObject &body, const Upload &upload)
{
    const QJsonValue value = body.value("listId"_L1);
    if (value.isUndefined() || value.isNull())
        return upload.listId;
    return demandList(service, service.ids.listOf(value), value.toVariant().toString()).id;
}

} // namespace Elenco::Practice
