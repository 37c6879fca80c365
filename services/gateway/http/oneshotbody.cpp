// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace Elenco {

OneShotBody::OneShotBody(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    // Unbuffered, or QIODevice would rewind within its own buffer.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_at + QIODevice::bytesAvailable();
}

bool OneShotBody::seek(qint64)
{
    return false;
}

bool OneShotBody::reset()
{
    // Nothing of it left yet, so nothing can be sent twice. An empty body has no such sign and is never sent again.
    return !m_wasRead && !m_body.isEmpty();
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_body.size() - m_at);
    if (count <= 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_at, size_t(count));
    m_at += qsizetype(count);
    m_wasRead = true;
    if (m_onRead)
        m_onRead();
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Elenco
