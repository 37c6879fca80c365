// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "formats/bytesource.h"
#include "formats/vcard.h"

#include <string>
#include <vector>

namespace Elenco {

/// Reads cards of every version from a source, one after the other, in the memory of the largest one. A card that is
/// broken is rejected and the rest is read; a file that is cut in its last card gives that card as far as it goes.
class VCardReader
{
public:
    struct Options {
        /// The encoding of bytes that are no UTF-8 and whose property names no charset.
        std::string fallbackEncoding = "windows-1252";
        /// A card above this is rejected; photos are the reason that it is so high.
        qint64 largestCard = qint64(64) << 20;
    };

    /// The source must outlive it and give UTF-8, or an encoding that ASCII is part of.
    explicit VCardReader(ByteSource &source) : VCardReader(source, Options()) {}
    VCardReader(ByteSource &source, Options options);

    enum class Next {
        Card,
        Rejected, ///< `card` has number, line and as much as could be read; reason() says why
        End,
    };
    /// Errors: those of the source. `card` is valid until the next call.
    Result<Next> next(Card &card);
    /// Why the last card was rejected; fixed English words of rejectionText().
    enum class Reason { None, NoBegin, NoEnd, NothingReadable, TooLarge };
    Reason reason() const { return m_reason; }

    /// Lines between the cards that belong to none.
    const std::vector<CardProblem> &strayLines() const { return m_strayLines; }

private:
    enum class Parse { Done, NeedMore };

    Result<void> fill();
    std::string_view rest() const { return std::string_view(m_buffer).substr(m_begin, m_end - m_begin); }
    void consume(size_t size, qint64 lines);
    Result<bool> findBegin();
    Result<Next> readStray(Card &card);
    Parse parseCard(Card &card, Next &next);
    Result<Next> skipLargeCard(Card &card);
    void decode(Card &card);
    Next judge(Card &card);
    void addStray(qint64 line, std::string_view text);

    ByteSource &m_source;
    Options m_options;
    std::string m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_atEnd = false;
    qint64 m_line = 1;
    qint64 m_number = 0;
    Reason m_reason = Reason::None;
    std::string m_stray; ///< content lines without a BEGIN, until their END shows that they are a card
    qint64 m_strayLine = 0;
    bool m_inOther = false; ///< inside an object of another kind (BEGIN:VCALENDAR …)
    std::vector<CardProblem> m_strayLines;
};

/// The reason in the user's language.
QString rejectionText(VCardReader::Reason reason);

} // namespace Elenco
