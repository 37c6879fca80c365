// SPDX-License-Identifier: Apache-2.0
#include "gateway/requestlog.h"

using namespace Qt::StringLiterals;

namespace Elenco {

QString RequestLine::text() const
{
    QString line = u"%1 %2%3 %4 %5/%6 B %7 ms try %8"_s.arg(verb, path, detail)
                       .arg(status)
                       .arg(bytesSent)
                       .arg(bytesReceived)
                       .arg(milliseconds)
                       .arg(attempt);
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
