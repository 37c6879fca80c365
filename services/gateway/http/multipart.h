// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Elenco {

/// A body of type multipart/form-data (RFC 7578), made whole in memory so that its length is known before it leaves.
class Multipart
{
public:
    /// `boundary` must not occur in what is added: see boundaryFor().
    explicit Multipart(QByteArray boundary) : m_boundary(std::move(boundary)) {}

    void addField(const char *name, const QString &value);
    void addFile(const char *name, const QString &fileName, const QByteArray &content);

    /// A boundary that none of the contents contains; `random` in [0, 1).
    template <typename Random>
    static QByteArray boundaryFor(const QByteArray &content, Random random)
    {
        QByteArray boundary;
        do {
            boundary = "elenco-" + QByteArray::number(quint64(random() * 9007199254740992.0), 36) + '-' +
                       QByteArray::number(quint64(random() * 9007199254740992.0), 36);
        } while (content.contains(boundary));
        return boundary;
    }

    QByteArray contentType() const { return "multipart/form-data; boundary=" + m_boundary; }
    QByteArray body() const { return m_parts + "--" + m_boundary + "--\r\n"; }

private:
    void begin(const char *name, const QByteArray &more);

    QByteArray m_boundary;
    QByteArray m_parts;
};

} // namespace Elenco
