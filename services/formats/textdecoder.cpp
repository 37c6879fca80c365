// SPDX-License-Identifier: Apache-2.0
#include "formats/codepages.h"
#include "formats/textencoding.h"
#include "formats/utf8.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>

namespace Elenco {

class TextDecoder::Step
{
public:
    virtual ~Step() = default;
    virtual void decode(std::string_view bytes, std::string &out) = 0;
    virtual void finish(std::string &out) = 0;
};

namespace {

template <typename Base>
class Utf8Step final : public Base
{
public:
    void decode(std::string_view bytes, std::string &out) override
    {
        while (!m_cut.empty() && !bytes.empty()) {
            m_cut += bytes.front();
            const Utf8Sequence sequence = utf8Sequence(m_cut);
            if (sequence.state == Utf8Sequence::State::Cut) {
                bytes.remove_prefix(1);
                continue;
            }
            if (sequence.state == Utf8Sequence::State::Valid) {
                out += m_cut;
                bytes.remove_prefix(1);
            } else {
                out += ReplacementCharacter; // the byte that broke it starts anew
            }
            m_cut.clear();
        }
        while (!bytes.empty()) {
            const size_t ascii = asciiPrefix(bytes);
            out.append(bytes.data(), ascii);
            bytes.remove_prefix(ascii);
            if (bytes.empty())
                break;
            const Utf8Sequence sequence = utf8Sequence(bytes);
            switch (sequence.state) {
            case Utf8Sequence::State::Valid: out.append(bytes.data(), sequence.length); break;
            case Utf8Sequence::State::Invalid: out += ReplacementCharacter; break;
            case Utf8Sequence::State::Cut: m_cut.assign(bytes); return;
            }
            bytes.remove_prefix(sequence.length);
        }
    }
    void finish(std::string &out) override
    {
        if (!m_cut.empty())
            out += ReplacementCharacter;
        m_cut.clear();
    }

private:
    std::string m_cut;
};

template <typename Base>
class SingleByteStep final : public Base
{
public:
    explicit SingleByteStep(const CodePage &page) : m_page(page) {}
    void decode(std::string_view bytes, std::string &out) override
    {
        while (!bytes.empty()) {
            const size_t ascii = asciiPrefix(bytes);
            out.append(bytes.data(), ascii);
            bytes.remove_prefix(ascii);
            for (; !bytes.empty() && static_cast<unsigned char>(bytes.front()) >= 0x80; bytes.remove_prefix(1))
                appendUtf8(out, m_page[static_cast<unsigned char>(bytes.front()) - 0x80]);
        }
    }
    void finish(std::string &) override {}

private:
    const CodePage &m_page;
};

/// Line by line: UTF-8, or windows-1252 where a line has more bytes that are none than letters that are. A line of
/// UTF-8 that is broken somewhere loses that place alone.
template <typename Base>
class MixedStep final : public Base
{
public:
    void decode(std::string_view bytes, std::string &out) override
    {
        while (!bytes.empty()) {
            const size_t end = bytes.find('\n');
            const size_t length = end == std::string_view::npos ? bytes.size() : end + 1;
            if (m_line.empty() && end != std::string_view::npos) {
                line(bytes.substr(0, length), out);
            } else {
                m_line += bytes.substr(0, length);
                if (end != std::string_view::npos || m_line.size() > longest)
                    finish(out);
            }
            bytes.remove_prefix(length);
        }
    }
    void finish(std::string &out) override
    {
        line(m_line, out);
        m_line.clear();
    }

private:
    static constexpr size_t longest = 1 << 20; // no line of a table; kept short for what is none

    void line(std::string_view text, std::string &out)
    {
        qint64 valid = 0, invalid = 0;
        for (std::string_view rest = text; !rest.empty();) {
            rest.remove_prefix(asciiPrefix(rest));
            if (rest.empty())
                break;
            const Utf8Sequence sequence = utf8Sequence(rest);
            ++(sequence.state == Utf8Sequence::State::Valid ? valid : invalid);
            rest.remove_prefix(sequence.state == Utf8Sequence::State::Cut ? rest.size() : sequence.length);
        }
        if (invalid > valid) {
            m_windows.decode(text, out);
            return;
        }
        Utf8Step<Base> utf8;
        utf8.decode(text, out);
        utf8.finish(out);
    }

    std::string m_line; ///< what came of a line that is not at its end
    SingleByteStep<Base> m_windows{*codePage("windows-1252")};
};

/// UTF-16 and UTF-32, without a mark.
template <typename Base, int Width, bool BigEndian>
class WideStep final : public Base
{
public:
    void decode(std::string_view bytes, std::string &out) override
    {
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            m_unit = BigEndian ? m_unit << 8 | byte : m_unit | static_cast<char32_t>(byte) << (8 * m_count);
            if (++m_count < Width)
                continue;
            unit(m_unit, out);
            m_unit = 0;
            m_count = 0;
        }
    }
    void finish(std::string &out) override
    {
        if (m_count || m_high)
            out += ReplacementCharacter;
        m_count = 0;
        m_high = 0;
        m_unit = 0;
    }

private:
    void unit(char32_t value, std::string &out)
    {
        if constexpr (Width == 2) {
            const bool low = value >= 0xDC00 && value <= 0xDFFF;
            if (m_high && low) {
                appendUtf8(out, 0x10000 + ((m_high - 0xD800) << 10) + (value - 0xDC00));
                m_high = 0;
                return;
            }
            if (m_high)
                out += ReplacementCharacter;
            m_high = value >= 0xD800 && value <= 0xDBFF ? value : 0;
            if (m_high)
                return;
        }
        appendUtf8(out, value);
    }

    char32_t m_unit = 0;
    char32_t m_high = 0;
    int m_count = 0;
};

/// The rest (Shift_JIS, windows-1251, …) by Qt, which asks ICU.
template <typename Base>
class QtStep final : public Base
{
public:
    explicit QtStep(QStringDecoder decoder) : m_decoder(std::move(decoder)) {}
    void decode(std::string_view bytes, std::string &out) override
    {
        const QString text = m_decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        const QByteArray utf8 = text.toUtf8();
        out.append(utf8.constData(), static_cast<size_t>(utf8.size()));
    }
    void finish(std::string &) override {}

private:
    QStringDecoder m_decoder;
};

} // namespace

TextDecoder::TextDecoder(std::string_view name)
{
    if (name == "utf-8") {
        m_step = std::make_unique<Utf8Step<Step>>();
    } else if (name == MixedEncoding) {
        m_step = std::make_unique<MixedStep<Step>>();
    } else if (name == "utf-16le") {
        m_step = std::make_unique<WideStep<Step, 2, false>>();
    } else if (name == "utf-16be") {
        m_step = std::make_unique<WideStep<Step, 2, true>>();
    } else if (name == "utf-32le") {
        m_step = std::make_unique<WideStep<Step, 4, false>>();
    } else if (name == "utf-32be") {
        m_step = std::make_unique<WideStep<Step, 4, true>>();
    } else if (const CodePage *page = codePage(name)) {
        m_step = std::make_unique<SingleByteStep<Step>>(*page);
    } else {
        QStringDecoder decoder(std::string(name).c_str(), QStringConverter::Flag::Default);
        if (decoder.isValid())
            m_step = std::make_unique<QtStep<Step>>(std::move(decoder));
        else
            m_step = std::make_unique<SingleByteStep<Step>>(*codePage("windows-1252"));
    }
}

TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder &&) noexcept = default;
TextDecoder &TextDecoder::operator=(TextDecoder &&) noexcept = default;

void TextDecoder::decode(std::string_view bytes, std::string &out)
{
    m_step->decode(bytes, out);
}

void TextDecoder::finish(std::string &out)
{
    m_step->finish(out);
}

std::string toUtf8(std::string_view bytes, std::string_view encoding)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    TextDecoder decoder(encoding);
    decoder.decode(bytes, out);
    decoder.finish(out);
    return out;
}

std::string encodingName(std::string_view label)
{
    std::string plain;
    for (const char c : label) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    struct Alias {
        std::string_view plain;
        std::string_view name;
    };
    static constexpr Alias aliases[] = {
        {"utf8", "utf-8"},
        {"utf8sig", "utf-8"},
        {"unicode11utf8", "utf-8"},
        {"utf16le", "utf-16le"},
        {"utf16", "utf-16le"},
        {"utf16be", "utf-16be"},
        {"utf32le", "utf-32le"},
        {"utf32", "utf-32le"},
        {"utf32be", "utf-32be"},
        {"ascii", "windows-1252"},
        {"usascii", "windows-1252"},
        {"iso88591", "windows-1252"},
        {"latin1", "windows-1252"},
        {"cp1252", "windows-1252"},
        {"windows1252", "windows-1252"},
        {"ansi", "windows-1252"},
        {"iso885915", "iso-8859-15"},
        {"latin9", "iso-8859-15"},
        {"macintosh", "macintosh"},
        {"macroman", "macintosh"},
        {"xmacroman", "macintosh"},
        {"shiftjis", "shift_jis"},
        {"sjis", "shift_jis"},
        {"xsjis", "shift_jis"},
        {"cp932", "shift_jis"},
        {"windows31j", "shift_jis"},
        {"gb2312", "gbk"},
        {"cp1250", "windows-1250"},
        {"cp1251", "windows-1251"},
        {"cp1253", "windows-1253"},
        {"cp1254", "windows-1254"},
        {"utf8windows1252", MixedEncoding},
    };
    for (const Alias &alias : aliases) {
        if (plain == alias.plain)
            return std::string(alias.name);
    }
    std::string lower(label);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower.empty() || lower.find('\0') != std::string::npos)
        return {};
    if (plain.starts_with("windows125") && plain.size() == 11)
        lower = "windows-125" + plain.substr(10);
    return QStringDecoder(lower.c_str()).isValid() ? lower : std::string();
}

DecodingSource::DecodingSource(ByteSource &source, std::string_view encoding, int skip)
    : m_source(source), m_decoder(encoding), m_skip(skip)
{
}

Result<qint64> DecodingSource::read(char *data, qint64 size)
{
    while (m_taken == m_text.size() && !m_ended) {
        m_text.clear();
        m_taken = 0;
        m_bytes.resize(1 << 16);
        const Result<qint64> got = m_source.read(m_bytes.data(), static_cast<qint64>(m_bytes.size()));
        if (!got)
            return got.error();
        if (*got == 0) {
            m_ended = true;
            m_decoder.finish(m_text);
            break;
        }
        std::string_view bytes(m_bytes.data(), static_cast<size_t>(*got));
        const auto skipped = std::min(bytes.size(), static_cast<size_t>(m_skip));
        m_skip -= static_cast<int>(skipped);
        m_decoder.decode(bytes.substr(skipped), m_text);
    }
    const auto count = std::min(static_cast<size_t>(size), m_text.size() - m_taken);
    m_text.copy(data, count, m_taken);
    m_taken += count;
    return static_cast<qint64>(count);
}

} // namespace Elenco
