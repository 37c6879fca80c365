// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/idbatch.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Elenco {

bool isUsableId(const RemoteId &id)
{
    // What stands in the place of an id in some path of the contract, and dot segments (RFC 3986 section 5.2.4).
    static const std::array taken{"."_L1, ".."_L1, "list"_L1, "upload"_L1, "mapped"_L1, "contacts"_L1};
    if (id.value.isEmpty() || id.value.size() > 200)
        return false;
    if (std::any_of(taken.begin(), taken.end(), [&](QLatin1StringView word) { return id.value == word; }))
        return false;
    return std::none_of(id.value.begin(), id.value.end(),
                        [](QChar c) { return c == u',' || c.isSpace() || c.category() == QChar::Other_Control; });
}

Result<QList<RemoteId>> Internal::checkedIds(const QList<RemoteId> &ids, int most)
{
    const auto refused = [](const QString &subject, const char *reason) {
        return Error{ErrorKind::InvalidInput, subject, QCoreApplication::translate("Error", reason)};
    };
    QList<RemoteId> unique;
    QSet<RemoteId> seen;
    for (const RemoteId &id : ids) {
        if (!isUsableId(id))
            return refused(id.value, QT_TRANSLATE_NOOP("Error", "this is no id of the gateway"));
        if (!seen.contains(id)) {
            seen.insert(id);
            unique.append(id);
        }
    }
    if (unique.isEmpty())
        return refused({}, QT_TRANSLATE_NOOP("Error", "no ids were given"));
    if (unique.size() > most)
        return refused(QString::number(unique.size()), QT_TRANSLATE_NOOP("Error", "too many ids for one request"));
    return unique;
}

} // namespace Elenco
