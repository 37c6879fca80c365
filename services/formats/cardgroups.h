// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcard.h"

#include <map>
#include <string>
#include <vector>

namespace Elenco {

/// The groups of a file of cards: a group is a card of its own that names its members (KIND and MEMBER of RFC 6350
/// sections 6.1.4 and 6.6.5; X-ADDRESSBOOKSERVER-KIND and -MEMBER of Apple's 3.0), and may stand before or behind them.
/// It is nobody: its name is a category of each member.
class CardGroups
{
public:
    /// First pass: every readable card. True: it is a group.
    bool see(Card &card);
    static bool isGroup(const Card &card);
    bool isEmpty() const { return m_names.empty(); }

    /// Second pass: adds the names of the groups that the card is in to its categories, unless they are there.
    void addTo(Card &card) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_names; ///< by member: "uid:…" or "mailto:…", folded
};

} // namespace Elenco
