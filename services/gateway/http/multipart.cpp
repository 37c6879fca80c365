// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/multipart.h"

namespace Elenco {

namespace {

// RFC 7578 section 4.2 and the way browsers write it: quotes and line ends would end the name.
QByteArray quotedName(const QString &name)
{
    QByteArray utf8 = name.toUtf8();
    utf8.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    return utf8;
}

} // namespace

void Multipart::begin(const char *name, const QByteArray &more)
{
    m_parts += "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"" + name + '"' + more + "\r\n";
}

void Multipart::addField(const char *name, const QString &value)
{
    begin(name, {});
    m_parts += "\r\n" + value.toUtf8() + "\r\n";
}

void Multipart::addFile(const char *name, const QString &fileName, const QByteArray &content)
{
    begin(name, "; filename=\"" + quotedName(fileName) + '"');
    m_parts += "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
}

} // namespace Elenco
