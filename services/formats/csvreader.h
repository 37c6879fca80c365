// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "formats/bytesource.h"
#include "formats/csvdialect.h"

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// Cuts UTF-8 into records as RFC 4180 has it, and reads around what files do to it: CR, LF and CRLF as line ends, a
/// stray quote inside a field is text, text behind a closing quote belongs to the field, NULs are text, blank lines are
/// no records. Where nothing delimits, the file is plain text, and its lines end where Unicode has them end: behind VT,
/// FF, FS, GS, RS, NEL, LS and PS too. In a table these are text of a cell, as databases export them (FileMaker: VT for
/// a line end, GS between repeated values). Constant memory: the longest record, up to the limits.
class CsvReader
{
public:
    struct Limits {
        qint64 field = qint64(16) << 20;
        qint64 record = qint64(64) << 20;
        qint64 fields = 100000;
    };

    /// The source must outlive it.
    CsvReader(ByteSource &source, const CsvDialect &dialect) : CsvReader(source, dialect, Limits()) {}
    CsvReader(ByteSource &source, const CsvDialect &dialect, Limits limits);

    enum class Next {
        Record,
        Rejected, ///< the line is passed over; reason() says why; fields() is empty
        End,
    };
    enum class Reason { None, FieldTooLong, RecordTooLong, TooManyFields, QuoteNotClosed };

    /// Errors: those of the source.
    Result<Next> next();
    /// Of the last record; valid until the next call. Their texts are not changed but for quotes and escapes.
    const std::vector<std::string_view> &fields() const { return m_fields; }
    Reason reason() const { return m_reason; }
    /// Physical line where the last record begins, from 1.
    qint64 line() const { return m_recordLine; }
    /// Bytes of the source's text that are behind us.
    qint64 position() const { return m_position; }
    /// Fields that began with a quote, and those of them that went on behind the closing one or were never closed.
    qint64 quotedFields() const { return m_quotedFields; }
    qint64 strayQuotes() const { return m_strayQuotes; }
    /// How many fields a record should have; used to tell a quote that is never closed from a long field.
    void setExpectedFields(int count) { m_expectedFields = count; }

private:
    enum class Scan { Complete, NeedMore, NotClosed };

    Result<void> fill();
    Scan scanRecord(size_t &at);
    Scan scanQuoted(size_t &at);
    Scan scanPlain(size_t &at);
    Scan scanText(size_t &at);
    bool endsBehindText(size_t at) const;
    Scan scanEscaped(size_t &at);
    std::string_view resolved(std::string_view raw);
    bool swallowsRecords(std::string_view raw) const;
    Result<Next> skipLine(Reason reason);
    Result<bool> skipBlankLines();
    Result<bool> skipComment();
    Reason limitReached() const;

    ByteSource &m_source;
    CsvDialect m_dialect;
    bool m_plainText = false; ///< nothing delimits
    Limits m_limits;
    std::vector<char> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_atEnd = false;
    qint64 m_position = 0;
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
    qint64 m_newlines = 0; ///< inside the fields of the record being read
    int m_expectedFields = 0;
    qint64 m_quotedFields = 0;
    qint64 m_strayQuotes = 0;
    Reason m_reason = Reason::None;
    size_t m_fieldAt = 0; ///< where the field begins that was being read when bytes ran out
    std::vector<std::string_view> m_fields;
    std::vector<size_t> m_unresolved; ///< fields that still hold their quotes and escapes
};

/// The reason in the user's language.
QString rejectionText(CsvReader::Reason reason);

} // namespace Elenco
