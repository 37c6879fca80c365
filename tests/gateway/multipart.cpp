// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/multipart.h"

#include "tests/gateway/request.h"

#include <optional>

namespace Elenco::Practice {

namespace {

constexpr qsizetype partMaximum = 64;

// The value of a parameter of a header: bare, or quoted with backslashes.
std::optional<QByteArray> parameterOf(const QByteArray &header, const QByteArray &name)
{
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        ++at;
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return std::nullopt;
        const QByteArray key = header.mid(at, equals - at).trimmed().toLower();
        QByteArray value;
        at = equals + 1;
        if (at < header.size() && header[at] == '"') {
            for (++at; at < header.size() && header[at] != '"'; ++at) {
                if (header[at] == '\\' && at + 1 < header.size() && (header[at + 1] == '"' || header[at + 1] == '\\'))
                    ++at;
                value += header[at];
            }
            if (at == header.size())
                return std::nullopt; // the quote has no end
            at = header.indexOf(';', at);
        } else {
            const qsizetype end = header.indexOf(';', at);
            value = header.mid(at, end < 0 ? -1 : end - at).trimmed();
            at = end;
        }
        if (key == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

Multipart Multipart::of(const Request &request)
{
    Multipart form;
    const QByteArray type = request.header("content-type");
    const std::optional<QByteArray> boundary = parameterOf(type, "boundary");
    if (!type.toLower().startsWith("multipart/form-data") || !boundary || boundary->isEmpty())
        return form;
    const QByteArray mark = "\r\n--" + *boundary;
    // The first boundary may stand at the very beginning, without a line end before it.
    const QByteArray body = "\r\n" + request.body;
    qsizetype at = body.indexOf(mark);
    while (at >= 0) {
        at += mark.size();
        if (body.mid(at, 2) == "--") {
            form.m_isValid = true; // what follows is of no account
            return form;
        }
        const qsizetype line = body.indexOf("\r\n", at);
        const qsizetype end = line < 0 ? -1 : body.indexOf(mark, line);
        if (end < 0 || form.m_parts.size() == partMaximum || !form.addPart(body.mid(line + 2, end - line - 2)))
            return form;
        at = end;
    }
    return form;
}

bool Multipart::addPart(const QByteArray &bytes)
{
    const bool hasNoHeader = bytes.startsWith("\r\n");
    const qsizetype end = hasNoHeader ? 0 : bytes.indexOf("\r\n\r\n");
    if (end < 0 || hasNoHeader)
        return false; // a part must at least have its name
    Part part;
    for (const QByteArray &field : bytes.left(end).replace("\r\n", "\n").split('\n')) {
        const qsizetype colon = field.indexOf(':');
        if (field.left(colon).toLower() != "content-disposition")
            continue;
        const QByteArray value = field.mid(colon + 1);
        part.name = parameterOf(value, "name").value_or(QByteArray());
        if (const std::optional<QByteArray> file = parameterOf(value, "filename"))
            part.fileName = QStringLiteral("") + QString::fromUtf8(*file);
    }
    if (part.name.isEmpty())
        return false;
    part.content = bytes.mid(end + 4);
    m_parts.append(part);
    return true;
}

const Multipart::Part *Multipart::part(QByteArrayView name) const
{
    for (const Part &part : m_parts) {
        if (part.name == name)
            return &part;
    }
    return nullptr;
}

QStringList Multipart::names() const
{
    QStringList names;
    for (const Part &part : m_parts)
        names.append(QString::fromUtf8(part.name));
    return names;
}

QString Multipart::text(QByteArrayView name) const
{
    const Part *found = part(name);
    return found ? QStringLiteral("") + QString::fromUtf8(found->content) : QString();
}

} // namespace Elenco::Practice
