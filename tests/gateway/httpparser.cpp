// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/httpparser.h"

#include <QUrl>

#include <algorithm>

namespace Elenco::Practice {

namespace {

bool isToken(const QByteArray &text)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

// A number of the given base, digits only (no sign, no blanks); none when it is not or is beyond every limit.
std::optional<qint64> number(const QByteArray &text, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && QByteArrayView("abcdefABCDEF").contains(c));
    };
    if (text.isEmpty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text.toLongLong(nullptr, base);
}

} // namespace

HttpParser::Result HttpParser::refuse(int status)
{
    m_status = status;
    m_stage = Stage::Refused;
    return Result::Refused;
}

std::optional<QByteArray> HttpParser::line(int tooLong)
{
    const qsizetype end = m_buffer.indexOf('\n');
    const qsizetype size = end < 0 ? m_buffer.size() : end + 1;
    if (m_headerBytes + size > m_limits.headerBytes) {
        refuse(tooLong);
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    m_headerBytes += static_cast<int>(size);
    QByteArray text = m_buffer.first(end);
    m_buffer.remove(0, end + 1);
    if (text.endsWith('\r'))
        text.chop(1);
    return text;
}

HttpParser::Result HttpParser::next()
{
    while (true) {
        const Stage before = m_stage;
        bool goesOn = false;
        switch (m_stage) {
        case Stage::Line: goesOn = readLine(); break;
        case Stage::Header: goesOn = readHeader(); break;
        case Stage::Body:
        case Stage::Chunk: goesOn = readBody(); break;
        case Stage::ChunkSize: goesOn = readChunkSize(); break;
        case Stage::ChunkEnd: goesOn = readChunkEnd(); break;
        case Stage::Trailer: goesOn = readTrailer(); break;
        case Stage::Whole: return Result::Complete;
        case Stage::Refused: return Result::Refused;
        }
        if (m_stage == Stage::Refused)
            return Result::Refused;
        if (before == Stage::Header && m_stage != Stage::Header && m_stage != Stage::Whole &&
            std::exchange(m_expects, false))
            return Result::WantsToSend;
        if (!goesOn)
            return Result::NeedsMore;
    }
}

Request HttpParser::take()
{
    m_stage = Stage::Line;
    m_headerBytes = 0;
    return std::exchange(m_request, {});
}

bool HttpParser::readLine()
{
    const std::optional<QByteArray> text = line(414);
    if (!text)
        return false;
    if (text->isEmpty())
        return true; // RFC 9112 2.2: empty lines before a request are passed over
    const QList<QByteArray> parts = text->split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty() ||
        std::any_of(parts[1].begin(), parts[1].end(), isControl)) {
        refuse(400);
        return false;
    }
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
        refuse(parts[2].startsWith("HTTP/") ? 505 : 400);
        return false;
    }
    m_request.method = parts[0];
    m_request.protocol = parts[2];
    QByteArray target = parts[1];
    if (target.startsWith("http://") || target.startsWith("https://")) { // as proxies are asked
        const qsizetype path = target.indexOf('/', target.indexOf("//") + 2);
        target = path < 0 ? QByteArray("/") : target.mid(path);
    }
    if (!target.startsWith('/') && target != "*") {
        refuse(400);
        return false;
    }
    const qsizetype question = target.indexOf('?');
    if (question >= 0)
        m_request.query = target.mid(question + 1);
    target.truncate(question >= 0 ? question : target.size());
    m_request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(target));
    m_keepsAlive = m_request.protocol == "HTTP/1.1";
    m_stage = Stage::Header;
    return true;
}

bool HttpParser::readHeader()
{
    const std::optional<QByteArray> text = line(431);
    if (!text)
        return false;
    return text->isEmpty() ? beginBody() : readField(*text);
}

bool HttpParser::readField(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    // A line that begins with a blank continues the one before: out of use, and a way to smuggle.
    const QByteArray name = text.left(std::max<qsizetype>(colon, 0));
    const QByteArray value = text.mid(colon + 1).trimmed();
    if (!isToken(name) || std::any_of(value.begin(), value.end(), isControl)) {
        refuse(400);
        return false;
    }
    m_request.headers.append({name.toLower(), value});
    if (m_request.headers.size() > 100) {
        refuse(431);
        return false;
    }
    return true;
}

bool HttpParser::beginBody()
{
    const bool isNew = m_request.protocol == "HTTP/1.1";
    const QByteArray connection = m_request.header("connection").toLower();
    if (connection.contains("close"))
        m_keepsAlive = false;
    else if (connection.contains("keep-alive"))
        m_keepsAlive = true;
    int hosts = 0;
    std::optional<QByteArray> length, coding;
    bool isAmbiguous = false;
    for (const auto &[name, value] : m_request.headers) {
        hosts += name == "host";
        if (name == "content-length") {
            isAmbiguous |= length && *length != value;
            length = value;
        } else if (name == "transfer-encoding") {
            isAmbiguous |= coding.has_value();
            coding = value.toLower();
        }
    }
    isAmbiguous |= length && coding;
    if (isAmbiguous || (isNew && hosts != 1) || (coding && !isNew) || (length && !number(*length, 10))) {
        refuse(400);
        return false;
    }
    if (coding && *coding != "chunked") {
        refuse(501);
        return false;
    }
    if (const QByteArray expectation = m_request.header("expect").toLower(); !expectation.isEmpty()) {
        if (expectation != "100-continue") {
            refuse(417);
            return false;
        }
        m_expects = isNew;
    }
    m_wanted = length ? *number(*length, 10) : 0;
    if (m_wanted > m_limits.bodyBytes) {
        refuse(413);
        return false;
    }
    m_stage = coding ? Stage::ChunkSize : m_wanted > 0 ? Stage::Body : Stage::Whole;
    return true;
}

bool HttpParser::readBody()
{
    const qsizetype taken = std::min<qint64>(m_wanted, m_buffer.size());
    m_request.body += QByteArrayView(m_buffer).first(taken);
    m_buffer.remove(0, taken);
    m_wanted -= taken;
    if (m_wanted > 0)
        return false;
    m_stage = m_stage == Stage::Body ? Stage::Whole : Stage::ChunkEnd;
    return true;
}

bool HttpParser::readChunkSize()
{
    m_headerBytes = 0; // each line of its own
    const std::optional<QByteArray> text = line(400);
    if (!text)
        return false;
    const std::optional<qint64> size = number(text->split(';').first().trimmed(), 16);
    if (!size) {
        refuse(400);
        return false;
    }
    if (m_request.body.size() + *size > m_limits.bodyBytes) {
        refuse(413);
        return false;
    }
    m_wanted = *size;
    m_headerBytes = 0;
    m_stage = m_wanted > 0 ? Stage::Chunk : Stage::Trailer;
    return true;
}

bool HttpParser::readChunkEnd()
{
    const std::optional<QByteArray> text = line(400);
    if (!text)
        return false;
    if (!text->isEmpty()) {
        refuse(400);
        return false;
    }
    m_stage = Stage::ChunkSize;
    return true;
}

bool HttpParser::readTrailer()
{
    const std::optional<QByteArray> text = line(431);
    if (!text)
        return false;
    if (text->isEmpty())
        m_stage = Stage::Whole;
    return true;
}

} // namespace Elenco::Practice
