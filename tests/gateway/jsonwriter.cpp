// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/jsonwriter.h"

namespace Elenco::Practice {

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_bytes += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_bytes += bracket;
    m_needsComma = true;
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_bytes += ',';
    m_needsComma = true;
}

void JsonWriter::quote(std::string_view utf8)
{
    m_bytes += '"';
    size_t plain = 0; // where the run of characters began that need no escape
    for (size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        m_bytes.append(utf8.data() + plain, static_cast<qsizetype>(i - plain));
        plain = i + 1;
        static constexpr char hex[] = "0123456789abcdef";
        if (c == '"' || c == '\\')
            (m_bytes += '\\') += c;
        else
            ((m_bytes += "\\u00") += hex[(c >> 4) & 0xf]) += hex[c & 0xf];
    }
    m_bytes.append(utf8.data() + plain, static_cast<qsizetype>(utf8.size() - plain));
    m_bytes += '"';
}

JsonWriter &JsonWriter::key(const char *name)
{
    separate();
    quote(name);
    m_bytes += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(std::string_view utf8)
{
    separate();
    quote(utf8);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    m_bytes += QByteArray::number(number);
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    separate();
    m_bytes += QByteArray::number(number, 'f', 2);
    return *this;
}

JsonWriter &JsonWriter::value(bool flag)
{
    return raw(flag ? "true" : "false");
}

JsonWriter &JsonWriter::raw(std::string_view json)
{
    separate();
    m_bytes.append(json.data(), static_cast<qsizetype>(json.size()));
    return *this;
}

JsonWriter &JsonWriter::members(std::string_view object)
{
    return object.size() <= 2 ? *this : raw(object.substr(1, object.size() - 2));
}

} // namespace Elenco::Practice
