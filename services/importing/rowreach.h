// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/numberedfields.h"
#include "phone/phoneparser.h"
#include "store/imports/importstaging.h"

#include <array>

namespace Elenco {

/// How a person of a row is reached: gathers the numbers and addresses of all its cells, picks those of the contact's
/// own fields, and keeps each other one where its column says, or under the next free name. One object per thread.
class RowReach
{
public:
    explicit RowReach(const QString &region) : m_parser(region.toStdString()) {}

    void clear();
    /// `slot`: 0 for the contact's number, 2 for phone2, … `prefix`: the cell of a column of prefixes.
    void addPhone(std::string_view cell, int slot, std::string_view prefix = {});
    void addEmail(std::string_view cell, int slot);

    /// What is kept beside the two fields, by slot; further ones are joined in the last.
    using Further = std::array<std::string, numberedFields + 1>;
    /// Sets number, address, validity and kind of line of the row, and what is wrong with them. A number of hers that
    /// can get messages is taken wherever it stands; else her first valid one.
    void finish(StagedRow &row, Further &phones, Further &emails);

private:
    struct Number {
        int slot = 0;
        std::string text;
        PhoneReading reading;
    };
    struct Address {
        int slot = 0;
        std::string text;
        bool isValid = true;
    };
    PhoneReading read(std::string_view number, std::string_view prefix, std::string &typed);
    const Number *chosen() const;
    void finishPhones(StagedRow &row, Further &further);
    void finishEmails(StagedRow &row, Further &further);

    PhoneParser m_parser;
    std::vector<Number> m_numbers;
    std::vector<Address> m_addresses;
};

} // namespace Elenco
