// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/sheetxml.h"

#include "formats/sheets/workbook.h"

#include <QCoreApplication>
#include <QStringEncoder>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype escapeLength = 7;

// "_x000D_" at this place: the sign that it stands for.
std::optional<char16_t> escapedAt(QStringView text, qsizetype at)
{
    if (text.size() - at < escapeLength || text[at + 1] != u'x' || text[at + escapeLength - 1] != u'_')
        return {};
    bool isNumber = false;
    const ushort code = text.sliced(at + 2, 4).toUShort(&isNumber, 16);
    return isNumber ? std::optional<char16_t>(code) : std::nullopt;
}

} // namespace

SheetXml::SheetXml(std::unique_ptr<ZipPart> part, QString path)
    : m_path(std::move(path)), m_part(std::move(part)), m_xml(m_part.get())
{
}

// Not atEnd() of the reader: it is never true on a device that failed.
QXmlStreamReader::TokenType SheetXml::next()
{
    if (m_ended)
        return QXmlStreamReader::Invalid;
    m_part->allow(SheetLimits::textBytes * 2);
    const QXmlStreamReader::TokenType token = m_xml.readNext();
    m_depth += (token == QXmlStreamReader::StartElement ? 1 : 0) - (m_closes ? 1 : 0);
    m_closes = token == QXmlStreamReader::EndElement;
    if (token == QXmlStreamReader::DTD)
        m_failure = damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "there is a document type in it"));
    else if (m_depth > SheetLimits::depth)
        m_failure = damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "its parts are nested too deeply"));
    else if (token == QXmlStreamReader::Invalid && m_part->failure())
        m_failure = m_part->failure();
    else if (token == QXmlStreamReader::Invalid)
        m_failure = damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "a part of it is damaged"));
    m_ended = m_failure || token == QXmlStreamReader::EndDocument;
    return m_ended ? QXmlStreamReader::Invalid : token;
}

void SheetXml::skip()
{
    const int outer = m_depth;
    while (next() != QXmlStreamReader::Invalid && !(m_xml.isEndElement() && m_depth == outer)) {
    }
}

QString SheetXml::elementText()
{
    QString text;
    const int outer = m_depth;
    while (next() != QXmlStreamReader::Invalid && !(m_xml.isEndElement() && m_depth == outer)) {
        if (m_xml.isCharacters())
            text += m_xml.text();
    }
    return text;
}

void SheetXml::finish()
{
    m_ended = true;
    if (m_failure)
        return;
    m_part->drain();
    m_failure = m_part->failure();
}

std::optional<Error> SheetXml::failure() const
{
    return m_failure;
}

Result<bool> endSheet(SheetXml &xml, const ZipPackage &package)
{
    xml.finish();
    if (const auto failure = xml.failure())
        return *failure;
    if (const Result<void> same = package.unchanged(); !same)
        return same.error();
    return false;
}

QStringView attributeOf(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value();
    }
    return {};
}

void appendUtf8(std::string &to, QStringView text)
{
    const size_t before = to.size();
    to.resize(before + (static_cast<size_t>(text.size()) + 1) * 3);
    QStringEncoder encode(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *end = encode.appendToBuffer(to.data() + before, text);
    to.resize(static_cast<size_t>(end - to.data()));
}

void appendOfficeText(std::string &to, QStringView text)
{
    qsizetype at = text.indexOf("_x"_L1);
    if (at < 0)
        return appendUtf8(to, text);
    QString meant;
    qsizetype taken = 0;
    for (; at >= 0; at = text.indexOf("_x"_L1, at)) {
        const std::optional<char16_t> sign = escapedAt(text, at);
        if (!sign) {
            ++at;
            continue;
        }
        meant += text.sliced(taken, at - taken);
        meant += QChar(*sign);
        taken = at += escapeLength;
    }
    appendUtf8(to, meant.append(text.sliced(taken)));
}

} // namespace Elenco
