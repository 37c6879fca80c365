// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// A column of a file of records. For a table `name` is the header's text; for vCards it is the property's label and
/// `key` says what it holds ("N.given", "TEL", "X-TOTALSPENT"), so that it needs no guessing.
struct Column {
    QString name;
    QString key;
    friend bool operator==(const Column &, const Column &) = default;
};

/// One row of a table or one card, as cells under the reader's columns.
/// The cells are UTF-8 and stay valid until the next call of next(); short rows have empty cells at the end, and rows
/// that are longer than the header keep their further cells.
struct Record {
    qint64 row = 0;  ///< 1 for the first record (header and preamble not counted), 1 for the first card
    qint64 line = 0; ///< physical line of the file where it begins, from 1
    std::vector<std::string_view> cells;
    std::string name;                   ///< for a rejected record: who it is, as far as that can be read
    QString reason;                     ///< for a rejected record: why, in the user's language
};

/// Reads a file of records from start to end in constant memory. Not thread-safe; one thread at a time.
class RecordReader
{
public:
    enum class Next {
        Record,   ///< `record` holds it
        Rejected, ///< this one can't be read; `record` has row, line, name, reason; reading goes on
        End,
    };

    virtual ~RecordReader() = default;

    virtual const QList<Column> &columns() const = 0;
    /// Errors: ReadFailed, ChangedWhileRead. After an error or End there is nothing more to read.
    virtual Result<Next> next(Record &record) = 0;
    /// Of the record that was read last: vCard lines that no column holds or that say more than their column, unfolded,
    /// "\n" between them. Made when it is asked for; only who keeps contacts does.
    virtual std::string unknownProperties() { return {}; }
    virtual qint64 bytesRead() const = 0;
    virtual qint64 bytesTotal() const = 0;
};

} // namespace Elenco
