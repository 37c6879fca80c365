// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace Elenco {

/// The gateway's name for a record: opaque text (gateway.md section 1), empty while the gateway does not know it.
/// A number there is kept as its digits; two ids are one when their texts are.
struct RemoteId {
    QString value;

    bool isValid() const { return !value.isEmpty(); }
    friend bool operator==(const RemoteId &, const RemoteId &) = default;
    friend size_t qHash(const RemoteId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::RemoteId)
