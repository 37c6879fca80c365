// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// The types of records of an old workbook that say something about its cells ([MS-XLS] 2.3).
namespace Biff {
enum Type : quint16 {
    Formula = 0x0006,
    Eof = 0x000A,
    Date1904 = 0x0022,
    FilePass = 0x002F,
    Continue = 0x003C,
    CodePage = 0x0042,
    BoundSheet = 0x0085,
    MulRk = 0x00BD,
    RString = 0x00D6,
    Xf = 0x00E0,
    Sst = 0x00FC,
    LabelSst = 0x00FD,
    Number = 0x0203,
    Label = 0x0204,
    BoolErr = 0x0205,
    String = 0x0207,
    Rk = 0x027E,
    Format = 0x041E,
    Bof = 0x0809,
};
} // namespace Biff

/// A record: its type, and its bytes, which records of the type Continue go on with.
struct BiffRecord {
    quint16 type = 0;
    std::vector<std::string_view> parts;
    std::string_view bytes() const { return parts.front(); }
};

/// The records of a stream, one after the other. A record that is cut off is the end.
class BiffStream
{
public:
    explicit BiffStream(std::string_view stream, size_t at = 0) : m_stream(stream), m_at(at) {}
    bool next(BiffRecord &record);
    size_t position() const { return m_at; }

private:
    bool take(quint16 &type, std::string_view &bytes);

    std::string_view m_stream;
    size_t m_at;
};

/// Reads a record from its start; beyond its end everything is 0 and empty, and isCut() says so.
class BiffCursor
{
public:
    explicit BiffCursor(const BiffRecord &record, size_t at = 0) : m_record(record), m_at(at) {}

    quint32 number(int bytes);
    double real();
    void skip(size_t bytes);
    /// Signs of a text of BIFF8 whose length is known: its flags, and what they announce, come first
    /// ([MS-XLS] 2.5.293).
    std::string unicode(size_t length);
    /// The bytes of a text of BIFF5.
    std::string bytes(size_t length);
    bool isCut() const { return m_isCut; }
    bool isAtEnd() const;

private:
    unsigned char byte();

    const BiffRecord &m_record;
    size_t m_part = 0;
    size_t m_at;
    bool m_isCut = false;
};

/// A number in 30 bits ([MS-XLS] 2.5.217).
double rkNumber(quint32 rk);
/// What a spreadsheet shows for an error's code ([MS-XLS] 2.5.10).
std::string biffError(quint32 code);

} // namespace Elenco
