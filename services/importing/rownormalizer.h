// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnmapping.h"
#include "phone/phoneparser.h"
#include "store/importstaging.h"

#include <span>

namespace Elenco {

/// Why a row can't be imported. Stored in staging: add at the end only. Codes from FirstPhone on are FirstPhone plus
/// the PhoneProblem.
struct RowProblem {
    enum Code {
        None = 0,
        Unreadable = 1,
        NoNumberNoEmail = 2,
        TooManyCells = 3,
        MalformedEmail = 4, ///< and no number
        FirstPhone = 100
    };
    static PhoneProblem phone(int code)
    {
        return code >= FirstPhone ? static_cast<PhoneProblem>(code - FirstPhone) : PhoneProblem::None;
    }
};

/// Turns the cells of a row into a contact-to-be under a mapping. One object per thread (it keeps a phone memo).
class RowNormalizer
{
public:
    /// `region`: of numbers without prefix. `columns`: how many cells a row may have. `thisYear` tells
    /// the century of years of two digits.
    RowNormalizer(const ColumnMapping &mapping, const QString &region, qsizetype columns, int thisYear,
                  bool isTable = true);

    /// Fills everything that normalising finds; `row.raw` holds the packed cells already.
    void normalize(StagedRow &row);
    /// A row that could not be read as a record.
    static StagedRow rejected(qint64 row, qint64 line, const std::string &name, const QString &reason);

    /// The custom keys (customKey() texts) that the rows' custom values are counted by.
    const QStringList &customKeys() const { return m_customKeys; }

private:
    size_t customIndex(const QString &name, ValueKind kind);
    void setCustom(size_t index, std::string value);
    void readPhone(std::string_view cell);
    void readEmail(std::string_view cell, StagedRow &row);
    void finishPhone(StagedRow &row);
    void readCustom(const ColumnTarget &target, size_t index, std::string_view cell);

    ColumnMapping m_mapping;
    QStringList m_customKeys;
    std::vector<size_t> m_customOfColumn;
    std::array<size_t, 3> m_morePhones{};
    std::array<size_t, 2> m_moreEmails{};
    qsizetype m_columns;
    int m_thisYear;
    bool m_isTable; ///< its cells may be guarded (formats/formulaguard.h)
    PhoneParser m_phones;

    // Of the row at hand.
    std::vector<std::string> m_custom;
    std::vector<PhoneReading> m_readings;
    std::vector<std::string> m_readTexts;
    std::string m_malformedEmail;
};

} // namespace Elenco
