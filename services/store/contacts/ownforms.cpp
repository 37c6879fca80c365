// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/ownforms.h"

#include "core/changeset.h"
#include "core/packing.h"
#include "store/database/sqlite.h"

// On SQLite's own interface (store/database/query.h): it is asked for each contact that a sync reads.
namespace Elenco {

namespace {

// What follows from the number alone, and what only says that the contact is over there by now.
bool isDerived(std::string_view key)
{
    return key == "valid" || key == "lineKind" || key == "remoteId";
}

// The notes of values that the gateway was seen to have by this desk's doing (SyncRow::authored): key, kind and value,
// and what was there before. A custom field has no kind in its key there.
ContactState authoredValues(Connection &connection, ContactId id)
{
    ContactState values;
    Statement &notes = connection.cached("SELECT notes FROM authored WHERE contact_id=?");
    if (notes.with(id.value).step()) {
        const auto texts = unpacked(notes.text(0));
        for (size_t i = 0; i + 2 < texts.size(); i += 3)
            values.emplace(texts[i], texts[i + 1].substr(texts[i + 1].empty() ? 0 : 1));
    }
    notes.reset();
    return values;
}

std::string noteKey(std::string_view key)
{
    const CustomKey custom = parseCustomKey(key);
    return custom.name.empty() ? std::string(key) : "custom:" + std::string(custom.name);
}

} // namespace

OwnForms::OwnForms(Connection &connection, ContactId id, ChangeSetId since, const ContactState &current)
    : m_current(current)
{
    std::set<std::string, std::less<>> edited, rewritten;
    Statement &changes = connection.cached("SELECT s.kind, c.before, c.after FROM change c INDEXED BY "
                                           "change_by_contact JOIN change_set s ON s.id=c.change_set_id WHERE "
                                           "c.contact_id=? AND s.id>? AND s.undone_by IS "
                                           "NULL AND s.undoes IS NULL");
    changes.with(id.value, since.value);
    while (changes.step()) {
        auto &keys = changes.integer(0) == static_cast<int>(ChangeKind::Sync) ? rewritten : edited;
        for (const int column : {1, 2}) {
            const ContactState state = changes.isNull(column) ? ContactState() : unpackState(changes.text(column));
            for (const auto &[key, value] : state) {
                if (!isDerived(key))
                    keys.insert(key);
            }
        }
    }
    m_hasWork = !edited.empty();
    const ContactState authored = authoredValues(connection, id);
    for (const std::string &key : rewritten) {
        const auto note = authored.find(noteKey(key));
        if (!edited.contains(key) && note != authored.end() && note->second == stateValue(current, key))
            m_ours.insert(key);
        else
            m_hasWork = true;
    }
}

ContactState OwnForms::asMade(const ContactState &made) const
{
    ContactState state = m_current;
    for (const std::string &key : m_ours) {
        const auto value = made.find(key);
        if (value == made.end())
            continue;
        state[key] = value->second;
        if (key == "phoneNumber") {
            for (const char *derived : {"valid", "lineKind"}) {
                state.erase(derived);
                if (const auto kept = made.find(derived); kept != made.end())
                    state.insert(*kept);
            }
        }
    }
    return state;
}

} // namespace Elenco
