// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/record.h"
#include "formats/vcard.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace Elenco {

/// How cards become rows: finds in a first pass which columns a file's cards fill, then flattens each card.
class CardColumns
{
public:
    /// First pass: once for every readable card.
    void see(Card &card);
    /// Categories come from elsewhere too (CardGroups).
    void seeCategories() { m_filled[Categories] = true; }
    /// End of the first pass: the columns are those that some card fills.
    void settle();

    const QList<Column> &columns() const { return m_columns; }
    /// The card's cells under columns(). They live in the card and its arena.
    void flatten(Card &card, std::string_view fallbackEncoding, std::vector<std::string_view> &cells);
    /// What no column holds of the card that was flattened last, as content lines with "\n" between them.
    std::string unknownProperties(Card &card, std::string_view fallbackEncoding) const;

    static constexpr int MostOfAKind = 9; ///< phones, e-mails; what is more goes into the last, comma separated

private:
    enum Slot {
        Prefix,
        Given,
        Additional,
        Family,
        Suffix,
        FullName,
        Nickname,
        Tel,
        Fax = Tel + MostOfAKind,
        Email,
        Organisation = Email + MostOfAKind,
        Unit,
        Title,
        Street,
        City,
        Region,
        PostalCode,
        Country,
        Birthday,
        Url,
        Note,
        Categories,
        Gender,
        SlotCount
    };
    struct Extension {
        std::string name;  ///< as first written
        bool plain = true; ///< every value of it is short and on one line
        bool filled = false;
        size_t column = 0; ///< settled: its place
    };
    using Slots = std::array<std::string_view, SlotCount>;

    void fillSlots(Card &card, Slots &slots);
    Extension *extensionOf(const CardProperty &property, bool add);
    static Column slotColumn(int slot);

    std::array<bool, SlotCount> m_filled{};
    std::map<std::string, size_t, std::less<>> m_extensionIndex;
    std::vector<Extension> m_extensions; ///< in the order of the file
    QList<Column> m_columns;
    std::vector<int> m_slotOfColumn; ///< -1: an extension
    std::string m_key;
    size_t m_address = 0;                 ///< of the card that was flattened last: which ADR the columns hold
    std::vector<size_t> m_usedExtensions; ///< properties of that card
    std::vector<std::pair<int, size_t>> m_ranked;
};

} // namespace Elenco
