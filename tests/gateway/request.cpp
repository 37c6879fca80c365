// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/request.h"

#include "tests/gateway/query.h"

namespace Elenco::Practice {

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool Request::hasHeader(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return true;
    }
    return false;
}

QString Request::parameter(QStringView name) const
{
    return Query(query).value(name);
}

} // namespace Elenco::Practice
