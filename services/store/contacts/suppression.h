// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/strongid.h"

#include <string>
#include <string_view>

namespace Elenco {

class Connection;
class Workspace;

/// Why nobody on this desk writes to a person. Stored: add at the end only.
enum class SuppressionKind {
    OptedOut, ///< unsubscribed, or entered by a person: only a person lifts it, never an import
    Refused,  ///< a consent that was refused: one that is dated later lifts it
};

/// What is known of a person who was suppressed, and what a later word makes of it: the one place of that rule.
struct Suppression {
    SuppressionKind kind = SuppressionKind::OptedOut;
    qint64 at = 0;      ///< seconds since 1970: the day of the refusal where it is known, else when it was read
    qint64 givenAt = 0; ///< the latest day of a consent that was given; 0: none that has a day

    bool isInForce() const { return kind == SuppressionKind::OptedOut || givenAt <= at; }
    /// A further no. An opt-out stays one; the latest refusal counts.
    Suppression withNo(SuppressionKind said, qint64 saidAt) const;
    /// A yes; one without a day (0) changes nothing.
    Suppression withYes(qint64 saidAt) const;
    friend bool operator==(const Suppression &, const Suppression &) = default;
};

/// The table of suppressed numbers and folded addresses. Inside services/store; throws DatabaseFailure.
class SuppressionTable
{
public:
    explicit SuppressionTable(Connection &connection) : m_connection(connection) {}

    bool isEmpty() const;
    /// Whether one of the two holds somebody back who says yes on that day (0: says none, or no day of it).
    bool holdsBack(std::string_view person, std::string_view address, qint64 saidAt) const;
    /// `why` is for people.
    void sayNo(std::string_view person, SuppressionKind kind, qint64 saidAt, std::string_view why);
    /// Only who has an entry is written down; `by` can take it back.
    void sayYes(std::string_view person, std::string_view address, qint64 saidAt, ImportId by);
    /// The import was undone: what it lifted is in force again.
    void takeBackYes(ImportId by);

private:
    Connection &m_connection;
};

/// Numbers that nobody on this desk writes to. Writer thread.
Result<void> suppress(Workspace &workspace, const QString &e164, const QString &why);

} // namespace Elenco
