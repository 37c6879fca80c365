// SPDX-License-Identifier: Apache-2.0
#include "store/sync/mergestory.h"

#include "core/changeset.h"
#include "store/contacts/contactstate.h"
#include "store/contacts/contacttable.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/sync/syncrow.h"

#include <algorithm>
#include <limits>

// On SQLite's own interface (store/database/query.h): it is asked for each contact that a sync reads.
namespace Elenco {

namespace {

/// What one reading made of a contact.
struct Reading {
    ChangeSetId set;
    ContactState before, after;
};

std::map<std::string, std::string> openChoices(Connection &connection, ContactId id)
{
    Query row = connection.query("SELECT field, theirs FROM conflict WHERE contact_id=? AND field<>'' AND "
                                 "resolved_by IS NULL");
    std::map<std::string, std::string> theirs;
    row.with(id.value);
    while (row.step())
        theirs.emplace(row.text(0), row.text(1));
    return theirs;
}

// A choice leaves the gateway's value in the row: the reading that put it there is the one that met it.
std::optional<Reading> readingThatMet(Connection &connection, ContactId id,
                                      const std::map<std::string, std::string> &choices)
{
    Query row = connection.query("SELECT c.change_set_id, c.before, c.after FROM change c INDEXED BY "
                                 "change_by_contact JOIN change_set s ON s.id=c.change_set_id WHERE "
                                 "c.contact_id=? AND s.kind=? AND c.before IS NOT "
                                 "NULL AND c.after IS NOT NULL ORDER BY c.change_set_id DESC");
    row.with(id.value, static_cast<int>(ChangeKind::Sync));
    while (row.step()) {
        Reading reading{ChangeSetId(row.integer(0)), unpackState(row.text(1)), unpackState(row.text(2))};
        const bool met = std::any_of(choices.begin(), choices.end(), [&](const auto &choice) {
            return reading.before.contains(choice.first) && stateValue(reading.after, choice.first) == choice.second;
        });
        if (met)
            return reading;
    }
    return std::nullopt;
}

QString text(const ContactState &state, const std::string &field)
{
    const std::string_view value = stateValue(state, field);
    return QString::fromUtf8(value);
}

// Whatever differs from what is over there was changed here: taken off what was here, it leaves what both had.
MergedValue mergedTags(const Reading &reading, const ContactState &there)
{
    const auto tags = [](const ContactState &state) {
        return ContactState{{"tags", std::string(stateValue(state, "tags"))}};
    };
    const ContactState base = merged(tags(reading.before), tags(reading.after), tags(there));
    return {"tags", text(base, "tags"), text(reading.before, "tags"), text(there, "tags"), text(reading.after, "tags")};
}

} // namespace

Result<MergeStory> mergeStory(Workspace &workspace, ContactId id)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        MergeStory story;
        const std::map<std::string, std::string> choices = openChoices(*connection, id);
        const std::optional<Reading> reading = readingThatMet(*connection, id, choices);
        if (!reading)
            return story;
        std::set<std::string> fields;
        for (const auto &[field, theirs] : choices)
            fields.insert(field);
        if (const auto written = lastWritten(*connection, id, fields, reading->set))
            story.edited = QDateTime::fromSecsSinceEpoch(*written, Qt::UTC);
        for (const auto &[field, after] : syncedPart(reading->after)) {
            if (choices.contains(field) || !reading->before.contains(field))
                continue;
            if (field != "tags") {
                const QString here = text(reading->before, field), there = text(reading->after, field);
                story.merged.append({field, here, here, there, there});
                continue;
            }
            ContactTable table(*connection);
            const std::optional<SyncRow> row = readSyncRow(*connection, table, id);
            const bool differs = row && row->shadow && row->showsTags;
            story.merged.append(mergedTags(*reading, differs ? row->shadow->base : reading->after));
        }
        return story;
    });
}

std::optional<qint64> lastWritten(Connection &connection, ContactId id, const std::set<std::string> &fields,
                                  ChangeSetId before)
{
    Statement &edits = connection.cached(
        "SELECT s.at, c.before, c.after FROM change c INDEXED BY change_by_contact JOIN change_set s ON s.id="
        "c.change_set_id WHERE c.contact_id=? "
        "AND s.kind<>? AND c.change_set_id<? ORDER BY c.change_set_id DESC");
    edits.with(id.value, static_cast<int>(ChangeKind::Sync),
               before.isValid() ? before.value : std::numeric_limits<qint64>::max());
    std::optional<qint64> written;
    while (!written && edits.step()) {
        const ContactState from = unpackState(edits.text(1)), to = unpackState(edits.text(2));
        if (std::any_of(fields.begin(), fields.end(),
                        [&](const std::string &field) { return from.contains(field) || to.contains(field); }))
            written = edits.integer(0);
    }
    edits.reset();
    if (!written) { // an import's contacts have no line each in the journal
        Statement &row = connection.cached("SELECT created_at FROM contact WHERE id=?");
        if (row.with(id.value).step())
            written = row.integer(0);
        row.reset();
    }
    return written;
}

} // namespace Elenco
