// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"
#include "tests/gateway/multipart.h"

class QJsonObject;

namespace Elenco::Practice {

/// The form that brings a file.
struct UploadForm {
    Multipart parts;
    QByteArray content;
    QString fileName;
    qint64 listId = 0;
    int previewRows = 10;
    bool hasHead = true;

    /// Refused (400, 404): no form, no file, a name without one of `extensions`, an unknown list, and when the gateway
    /// is strict, a part that the dialect does not name.
    static UploadForm of(const Service &service, const Call &call, const QStringList &extensions, bool isCards);
};

/// The id of an upload that waits for its mapping, as clients see it.
QString uploadIdText(qint64 id);
/// The upload that a body names; refused (404) when there is none (any more).
Upload demandUpload(const Service &service, const QJsonObject &body, Upload::Kind kind);
/// The list that a body names instead of the form's.
qint64 listOf(const Service &service, const QJsonObject &body, const Upload &upload);

} // namespace Elenco::Practice
