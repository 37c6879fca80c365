// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/bytesource.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace Elenco {

/// The name by which this program knows an encoding ("utf-8", "windows-1252", "utf-16le"), or empty if it can't decode
/// it. Takes every usual spelling ("UTF8", "ISO_8859-1", "cp1252", "Shift_JIS"). ISO-8859-1 and ASCII give
/// windows-1252, as the WHATWG Encoding Standard has it: files that say Latin-1 hold its curly quotes.
std::string encodingName(std::string_view label);

/// Of a file that two programs have written to: each line is UTF-8, or windows-1252 where it is none.
inline constexpr std::string_view MixedEncoding = "utf-8+windows-1252";

/// Bytes of one encoding to UTF-8, chunk by chunk. What is no text becomes U+FFFD, one for each broken sequence.
class TextDecoder
{
public:
    /// `name` as encodingName() gives it; an unknown one decodes as windows-1252.
    explicit TextDecoder(std::string_view name);
    ~TextDecoder();
    TextDecoder(TextDecoder &&) noexcept;
    TextDecoder &operator=(TextDecoder &&) noexcept;

    void decode(std::string_view bytes, std::string &out);
    /// The end of the text: a sequence that was cut becomes U+FFFD.
    void finish(std::string &out);

private:
    class Step;
    std::unique_ptr<Step> m_step;
};

/// The whole of `bytes` as UTF-8.
std::string toUtf8(std::string_view bytes, std::string_view encoding);

/// What the bytes of a file say about their encoding.
struct EncodingGuess {
    std::string name = "utf-8";
    int markSize = 0;  ///< bytes of a byte order mark at the start
    bool clean = true; ///< every byte is text in this encoding, so that UTF-8 needs no check while reading
    friend bool operator==(const EncodingGuess &, const EncodingGuess &) = default;
};

/// Guesses the encoding of a file that is fed to it as a whole: byte order mark, NUL parity, strict UTF-8, Shift_JIS
/// with kana, letters of Mac Roman, the euro of ISO-8859-15, else windows-1252; MixedEncoding where letters of UTF-8 stand
/// beside bytes that are none.
class EncodingDetector
{
public:
    void feed(std::string_view bytes);
    EncodingGuess guess() const;

private:
    void feedHighBytes(std::string_view bytes);
    void feedUtf8(std::string_view bytes);
    void feedShiftJis(unsigned char byte);
    std::optional<EncodingGuess> guessFromNuls() const;
    bool looksLikeMac() const;

    std::string m_start; ///< the first bytes: marks, and NULs by position
    std::string m_cut;   ///< a UTF-8 sequence that the last chunk cut
    qint64 m_size = 0;
    qint64 m_utf8Sequences = 0;
    qint64 m_utf8Errors = 0;
    qint64 m_utf8Letters = 0; ///< of Latin, among the sequences
    qint64 m_nuls = 0;
    qint64 m_highBytes = 0;
    qint64 m_macLetters = 0;
    qint64 m_winLetters = 0;
    qint64 m_controls = 0; ///< 0x80..0x9F
    qint64 m_currency = 0; ///< 0xA4
    qint64 m_kana = 0;
    qint64 m_sjisErrors = 0;
    unsigned char m_sjisLead = 0;
    unsigned char m_previous = 0;
};

/// Another source's bytes as UTF-8.
class DecodingSource final : public ByteSource
{
public:
    /// `skip`: bytes at the start that are no text (a byte order mark). `source` must outlive it.
    DecodingSource(ByteSource &source, std::string_view encoding, int skip);
    Result<qint64> read(char *data, qint64 size) override;

private:
    ByteSource &m_source;
    TextDecoder m_decoder;
    int m_skip;
    bool m_ended = false;
    std::string m_bytes;
    std::string m_text;
    size_t m_taken = 0;
};

} // namespace Elenco
