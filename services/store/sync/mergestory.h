// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/strongid.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <set>
#include <string>

namespace Elenco {

class Connection;
class Workspace;

/// A value that was merged without asking anybody. Tags are packed sets.
struct MergedValue {
    std::string field;
    QString base, mine, theirs, result;

    friend bool operator==(const MergedValue &, const MergedValue &) = default;
};

/// What surrounds the open choices about a contact's fields, as the journal tells: for whoever has to make them.
struct MergeStory {
    QDateTime edited;          ///< UTC; when one of their fields was last written here; invalid: nobody knows
    QList<MergedValue> merged; ///< in the same reading

    friend bool operator==(const MergeStory &, const MergeStory &) = default;
};
/// Nothing is in it when no choice is open. Any thread.
Result<MergeStory> mergeStory(Workspace &workspace, ContactId id);

/// When one of the fields was last written by hand or by an import, before the given change set (invalid: at all), in
/// seconds since 1970. Inside a transaction of services/store; throws DatabaseFailure.
std::optional<qint64> lastWritten(Connection &connection, ContactId id, const std::set<std::string> &fields,
                                  ChangeSetId before = {});

} // namespace Elenco
