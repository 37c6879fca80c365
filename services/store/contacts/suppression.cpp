// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/suppression.h"

#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <QDateTime>

#include <algorithm>
#include <optional>

// On SQLite's own interface (store/database/query.h): it is asked for each row of an import.
namespace Elenco {

namespace {

std::optional<Suppression> entryOf(Connection &connection, std::string_view who)
{
    if (who.empty())
        return {};
    Statement &find = connection.cached("SELECT kind, at, given_at FROM suppression WHERE phone=?");
    std::optional<Suppression> entry;
    if (find.with(who).step())
        entry = Suppression{static_cast<SuppressionKind>(find.integer(0)), find.integer(1), find.integer(2)};
    find.reset();
    return entry;
}

} // namespace

Suppression Suppression::withNo(SuppressionKind said, qint64 saidAt) const
{
    if (kind == SuppressionKind::OptedOut)
        return *this;
    return {said, std::max(at, saidAt), givenAt};
}

Suppression Suppression::withYes(qint64 saidAt) const
{
    return {kind, at, std::max(givenAt, saidAt)};
}

bool SuppressionTable::isEmpty() const
{
    return m_connection.integer("SELECT EXISTS(SELECT 1 FROM suppression)") == 0;
}

bool SuppressionTable::holdsBack(std::string_view person, std::string_view address, qint64 saidAt) const
{
    for (std::string_view who : {person, address}) {
        const auto entry = entryOf(m_connection, who);
        if (entry && entry->withYes(saidAt).isInForce())
            return true;
    }
    return false;
}

void SuppressionTable::sayNo(std::string_view person, SuppressionKind kind, qint64 saidAt, std::string_view why)
{
    if (person.empty())
        return;
    const auto known = entryOf(m_connection, person);
    const Suppression now = known ? known->withNo(kind, saidAt) : Suppression{kind, saidAt, 0};
    if (known && now == *known)
        return;
    m_connection
        .cached("INSERT INTO suppression(phone, why, at, kind) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(phone) DO UPDATE "
                "SET why=?2, at=?3, kind=?4")
        .with(person, why, now.at, static_cast<int>(now.kind))
        .run();
}

void SuppressionTable::sayYes(std::string_view person, std::string_view address, qint64 saidAt, ImportId by)
{
    for (std::string_view who : {person, address}) {
        const auto known = entryOf(m_connection, who);
        if (known && known->withYes(saidAt) != *known)
            m_connection.cached("UPDATE suppression SET given_at=?, given_by=? WHERE phone=?")
                .with(saidAt, by.value, who)
                .run();
    }
}

void SuppressionTable::takeBackYes(ImportId by)
{
    m_connection.query("UPDATE suppression SET given_at=0, given_by=0 WHERE given_by=?").with(by.value).run();
}

Result<void> suppress(Workspace &workspace, const QString &e164, const QString &why)
{
    return guarded(workspace.path(), [&] {
        Connection &connection = workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        SuppressionTable(connection)
            .sayNo(e164.toStdString(), SuppressionKind::OptedOut, QDateTime::currentSecsSinceEpoch(),
                   why.toStdString());
        transaction.commit();
    });
}

} // namespace Elenco
