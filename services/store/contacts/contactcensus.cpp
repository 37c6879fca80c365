// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactcensus.h"

#include "store/database/sqlite.h"

#include <algorithm>
#include <iterator>
#include <string>

// On SQLite's own interface (store/database/query.h): it reads every id of a file, some nine times.
namespace Elenco {

namespace {

/// One thing that names contacts, and the order in which it is kept: read from both ends, a fault in the middle hides
/// the middle only.
struct Witness {
    const char *ids; ///< SELECT …, without its order
    const char *ascending;
    const char *descending;
    bool namesEverybody;
};

constexpr Witness witnesses[] = {
    {"SELECT id FROM contact NOT INDEXED", "id", "id DESC", true},
    {"SELECT id FROM contact INDEXED BY contact_by_name", "sort_name", "sort_name DESC", true},
    {"SELECT id FROM contact INDEXED BY contact_by_phone", "phone", "phone DESC", true},
    {"SELECT id FROM contact INDEXED BY contact_by_email", "email COLLATE NOCASE", "email COLLATE NOCASE DESC", true},
    {"SELECT id FROM contact INDEXED BY contact_by_city", "city_key", "city_key DESC", true},
    {"SELECT contact_id FROM contact_field", "contact_id, field_id", "contact_id DESC, field_id DESC", false},
    {"SELECT contact_id FROM membership", "list_id, contact_id", "list_id DESC, contact_id DESC", false},
    {"SELECT contact_id FROM membership INDEXED BY membership_by_contact", "contact_id", "contact_id DESC", false},
    {"SELECT contact_id FROM contact_tag", "tag_id, contact_id", "tag_id DESC, contact_id DESC", false},
};

/// The ids of one statement; false when it did not come to its end.
bool read(Connection &damaged, const std::string &sql, const JobControl &control, std::vector<qint64> &ids)
{
    try {
        Statement rows = damaged.prepare(sql);
        while (rows.step()) {
            if (control.isCancelled())
                return false;
            if (const qint64 id = rows.integer(0); id > 0 && id < mostId)
                ids.push_back(id);
        }
        return true;
    } catch (const DatabaseFailure &) {
        return false;
    }
}

void makeSet(std::vector<qint64> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

qint64 lastIdGiven(Connection &damaged)
{
    try {
        return damaged.integer("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='contact'");
    } catch (const DatabaseFailure &) {
        return 0;
    }
}

// Overwritten bytes may look like an id. Two witnesses don't err alike; one is believed where it names an id that was
// given: the sequence knows the last of these, if it was not overwritten itself.
std::vector<qint64> believed(const std::vector<qint64> &named, qint64 lastGiven)
{
    constexpr qint64 roomAfterARescue = 100'000; // ids are left out then
    std::vector<qint64> ids;
    qint64 highest = 0;
    for (size_t i = 1; i < named.size(); ++i) {
        if (named[i] == named[i - 1])
            highest = named[i];
    }
    const qint64 limit = lastGiven >= highest && lastGiven <= highest + roomAfterARescue ? lastGiven : highest;
    std::ranges::unique_copy(named, std::back_inserter(ids));
    std::erase_if(ids, [limit](qint64 id) { return id > limit; });
    return ids;
}

} // namespace

ContactCensus contactCensus(Connection &damaged, const JobControl &control)
{
    std::vector<qint64> named; // by each of them once
    std::vector<size_t> whole;
    for (const Witness &witness : witnesses) {
        std::vector<qint64> ids;
        const std::string sql(witness.ids);
        if (!read(damaged, sql + " ORDER BY " + witness.ascending, control, ids))
            read(damaged, sql + " ORDER BY " + witness.descending, control, ids);
        else if (witness.namesEverybody)
            whole.push_back(ids.size());
        makeSet(ids);
        named.insert(named.end(), ids.begin(), ids.end());
    }
    std::ranges::sort(named);
    ContactCensus census;
    census.ids = believed(named, lastIdGiven(damaged));
    // A b-tree whose inner page was overwritten by something plausible is read to its end and has lost a branch: two
    // that agree are believed.
    census.isComplete = std::ranges::count(whole, census.ids.size()) >= 2;
    if (census.isComplete)
        return census;
    // Whoever was deleted has been in the journal, as has whoever was changed.
    std::vector<qint64> known = census.ids;
    for (const char *table : {"change", "tombstone", "trash"}) {
        const std::string sql = std::string("SELECT contact_id FROM ") + table;
        if (!read(damaged, sql + " ORDER BY rowid", control, known))
            read(damaged, sql + " ORDER BY rowid DESC", control, known);
    }
    makeSet(known);
    const qint64 highest = census.ids.empty() ? 0 : census.ids.back();
    const auto upTo = std::ranges::upper_bound(known, highest) - known.begin();
    census.unaccounted = std::max<qint64>(0, highest - qint64(upTo));
    return census;
}

qint64 missingContacts(const ContactCensus &census, Connection &rescued)
{
    Statement isThere = rescued.prepare("SELECT EXISTS(SELECT 1 FROM contact WHERE id=?1) OR EXISTS(SELECT 1 FROM "
                                        "tombstone WHERE contact_id=?1) OR EXISTS(SELECT 1 FROM trash WHERE "
                                        "contact_id=?1)");
    qint64 missing = 0;
    for (const qint64 id : census.ids) {
        if (isThere.with(id).step() && isThere.integer(0) == 0)
            ++missing;
    }
    return missing;
}

} // namespace Elenco
