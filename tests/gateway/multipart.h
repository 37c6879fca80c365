// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Elenco::Practice {

struct Request;

/// A form with files (RFC 7578), taken apart.
class Multipart
{
public:
    struct Part {
        QByteArray name;
        QString fileName; ///< null when the part is no file
        QByteArray content;
    };

    /// Not isValid() when the request carries none, or a broken one.
    static Multipart of(const Request &request);

    bool isValid() const { return m_isValid; }
    const Part *part(QByteArrayView name) const;
    QStringList names() const;
    /// The content as text, null when there is no such part.
    QString text(QByteArrayView name) const;

private:
    bool addPart(const QByteArray &bytes);

    QList<Part> m_parts;
    bool m_isValid = false;
};

} // namespace Elenco::Practice
