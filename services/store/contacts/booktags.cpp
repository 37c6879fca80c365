// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/booktags.h"

#include "core/packing.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"

#include <QString>

namespace Elenco {

std::string tagFolded(std::string_view tag)
{
    return QString::fromUtf8(tag).toCaseFolded().toStdString();
}

BookTags::BookTags(Connection &connection)
{
    Query tags = connection.query("SELECT name FROM tag ORDER BY id");
    while (tags.step()) {
        const std::string name(tags.text(0));
        m_exact.insert(name);
        m_byFolded.emplace(tagFolded(name), name);
    }
}

const std::string &BookTags::spelled(std::string_view tag)
{
    if (const auto exact = m_exact.find(tag); exact != m_exact.end())
        return *exact;
    const auto [found, isNew] = m_byFolded.emplace(tagFolded(tag), tag);
    if (isNew)
        m_exact.insert(found->second);
    return found->second;
}

void BookTags::respell(ContactState &state)
{
    std::vector<std::string> tags;
    for (std::string_view tag : unpacked(stateValue(state, "tags")))
        tags.push_back(spelled(tag));
    if (!tags.empty())
        state["tags"] = packSet(std::move(tags));
}

} // namespace Elenco
