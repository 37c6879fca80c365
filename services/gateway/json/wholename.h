// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/capabilities.h"
#include "gateway/json/jsonfields.h"
#include "gateway/records/remotecontact.h"

namespace Elenco {

/// How answers give names: as one, as two.
struct NameHabit {
    bool isWhole = false;
    bool isInParts = false; ///< decides, where some contacts have both

    void learn(Capabilities &known) const;
};

/// As contactFromJson(); a name that is given as one only (U20) is taken apart as an import does it, into firstName and
/// lastName, and kept in fullName as it was given.
RemoteContact namedContactFromJson(JsonValue value, Misfit &misfit, NameHabit &habit);

/// "Giulia Rossi"; `given` itself where it is the same name as these two: "ROSSI Giulia", "Dott.ssa Giulia Rossi".
QString wholeNameOf(const QString &firstName, const QString &lastName, const QString &given);

} // namespace Elenco
