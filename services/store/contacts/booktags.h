// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contactstate.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Elenco {

class Connection;

/// "VIP" without its case: tags that differ in nothing else are one.
std::string tagFolded(std::string_view tag);

/// How the address book spells its tags. What a file brings as "vip" is the "VIP" that is there. Writer thread.
class BookTags
{
public:
    explicit BookTags(Connection &connection);

    /// The spelling of the book; that of the first who comes for a new one.
    const std::string &spelled(std::string_view tag);
    void respell(ContactState &state);

private:
    std::set<std::string, std::less<>> m_exact;
    std::unordered_map<std::string, std::string> m_byFolded;
};

} // namespace Elenco
