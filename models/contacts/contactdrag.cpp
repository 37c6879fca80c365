// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/contactdrag.h"

#include <QDataStream>
#include <QIODevice>
#include <QUrl>

namespace Elenco {

QString contactDragType()
{
    return QStringLiteral("application/x-elenco-contacts");
}

std::unique_ptr<QMimeData> contactDrag(const std::vector<ContactId> &ids, const QString &workspace)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << workspace << static_cast<quint64>(ids.size());
    for (ContactId id : ids)
        stream << id.value;
    auto data = std::make_unique<QMimeData>();
    data->setData(contactDragType(), bytes);
    return data;
}

std::optional<std::vector<ContactId>> draggedContacts(const QMimeData *data, const QString &workspace)
{
    if (!data || !data->hasFormat(contactDragType()))
        return {};
    QDataStream stream(data->data(contactDragType()));
    stream.setVersion(QDataStream::Qt_6_4);
    QString from;
    quint64 count = 0;
    stream >> from >> count;
    if (stream.status() != QDataStream::Ok || from != workspace)
        return {};
    std::vector<ContactId> ids;
    for (quint64 i = 0; i < count; ++i) {
        qint64 id = 0;
        stream >> id;
        if (stream.status() != QDataStream::Ok || id <= 0)
            return {};
        ids.emplace_back(id);
    }
    return ids;
}

QStringList draggedFiles(const QMimeData *data)
{
    QStringList files;
    if (!data)
        return files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            return {};
        files.append(url.toLocalFile());
    }
    return files;
}

} // namespace Elenco
