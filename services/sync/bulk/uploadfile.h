// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/upload.h"
#include "sync/records/syncrecord.h"

#include <set>
#include <vector>

namespace Elenco {

/// New contacts as one CSV file for the gateway (gateway.md section 4): our own, never the user's. A head of field
/// names; custom fields are columns of their own, which a gateway may leave out.
class UploadFile
{
public:
    enum class Columns {
        All,        ///< those of which some row has a value
        Documented, ///< of these the five that a description of the upload names
        Basic,      ///< the four that every description of the gateway names
    };
    enum class Names {
        Parts, ///< firstName, lastName
        Whole, ///< name, for accounts that know no others and take none from files
    };
    /// The most that a file may have (sync.md section 2.5).
    static constexpr qint64 mostRows = 20'000;
    static constexpr qint64 mostBytes = 8'000'000;
    /// Nobody says beforehand which fields an account takes from files. What it leaves out costs two requests a row, so the
    /// first file has so many such rows only, which are read by their ids.
    static constexpr int mostTrialRows = 5;
    /// After so many uploads without a result the rows go one by one, until the next run.
    static constexpr int mostSetbacks = 3;

    explicit UploadFile(Columns columns, Names names = Names::Parts) : m_columns(columns), m_names(names) {}

    /// False: a cell of it is nothing for a table (line breaks, control characters), or its names for a head.
    static bool canCarry(const SyncRecord &record);
    static bool isBasic(std::string_view key);
    /// Whether a file of these columns has one for it.
    static bool holds(Columns columns, std::string_view key);
    /// True when it has more than the basic columns hold.
    static bool isMoreThanBasic(const SyncRecord &record);
    static bool hasName(const SyncRecord &record);
    /// The name under which an account's carriage of names is noted (AccountFields::carried).
    static std::string carriageKey(Names names) { return names == Names::Whole ? "name" : "firstName"; }

    /// `record` as it is to be over there, its number E.164. False: it would be too heavy, and is not taken.
    bool add(SyncRecord record);
    qint64 rows() const { return static_cast<qint64>(m_records.size()); }
    Names names() const { return m_names; }
    QByteArray content() const;
    /// Each column under the name of its field, for a gateway that asks.
    QList<ColumnChoice> mapping() const { return mapping(m_columns); }
    /// The same file read for fewer of its columns.
    QList<ColumnChoice> mapping(Columns columns) const;

private:
    std::vector<std::string> keys(Columns columns) const;
    std::vector<std::string> parts(Columns columns) const;

    Columns m_columns;
    Names m_names;
    std::vector<SyncRecord> m_records;
    std::set<std::string> m_custom; ///< keys
    std::set<std::string, std::less<>> m_filled; ///< keys of which some row has a value
    qint64 m_weight = 0;            ///< of the cells, at most
};

} // namespace Elenco
