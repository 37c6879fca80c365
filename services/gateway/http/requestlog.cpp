// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/requestlog.h"

using namespace Qt::StringLiterals;

namespace Elenco {

QString RequestLine::text() const
{
    // All at once: what stands in the detail may look like a place for the next argument.
    QString line = u"%1 %2%3 %4 %5/%6 B %7 ms try %8"_s.arg(verb, path, detail, QString::number(status),
                                                            QString::number(bytesSent), QString::number(bytesReceived),
                                                            QString::number(milliseconds), QString::number(attempt));
    if (error)
        line += u" error %1"_s.arg(int(*error));
    return line;
}

QString redactedNumber(const QString &number)
{
    if (number.size() < 8)
        return u"…"_s;
    return number.left(3) + u'…' + number.right(2);
}

} // namespace Elenco
