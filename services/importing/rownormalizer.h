// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/fullname.h"
#include "importing/columnmapping.h"
#include "importing/rowproblem.h"
#include "importing/rowreach.h"
#include "store/imports/importstaging.h"

#include <span>

namespace Elenco {

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
    /// What a column is to a row, looked up once.
    struct Part {
        size_t custom = 0;     ///< index of its custom key
        int phone = -1;        ///< slot of a number, see RowReach
        int email = -1;        ///< slot of an address
        qsizetype prefix = -1; ///< the column with the prefix of its number
        qsizetype label = -1;  ///< the column that says what kind of number it is
    };
    size_t customIndex(const QString &name, ValueKind kind);
    void readPart(size_t column, std::string_view cell, StagedRow &row);
    void readText(Field field, std::string_view cell, StagedRow &row);
    void readCustom(const ColumnTarget &target, size_t index, std::string_view cell);
    void readStanding(const ColumnTarget &target, qsizetype column, std::string_view cell);
    /// Empties the cells that hold what a calculation failed with.
    std::string withoutErrors();
    SplitName splitPerson() const;
    void finishBirthday();

    ColumnMapping m_mapping;
    QStringList m_customKeys;
    std::vector<Part> m_parts;
    std::array<size_t, numberedFields + 1> m_phoneKeys{};
    std::array<size_t, numberedFields + 1> m_emailKeys{};
    size_t m_birthdayKey = 0, m_faxKey = 0, m_companyKey = 0, m_prefixKey = 0, m_suffixKey = 0;
    bool m_hasBirthParts = false;
    qsizetype m_columns;
    int m_thisYear;
    bool m_isTable; ///< its cells may be guarded (formats/formulaguard.h)

    // Of the row at hand.
    RowReach m_reach;
    RowReach::Further m_phones;
    RowReach::Further m_emails;
    std::vector<std::string> m_custom;
    std::vector<std::string_view> m_cells;
    std::vector<std::string> m_tags;
    std::string m_fullName;
    bool m_familyNameFirst = false;
    std::array<std::string, 3> m_birth; ///< day, month, year
    std::string m_optedOut;             ///< what says so
    std::string m_refused;              ///< the same for a consent
    qint64 m_saidAt = 0;                ///< the latest day of a consent or a refusal
};

} // namespace Elenco
