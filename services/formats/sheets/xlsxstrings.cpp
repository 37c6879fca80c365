// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/xlsxstrings.h"

#include "formats/sheets/workbook.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

void appendRuns(SheetXml &xml, std::string &to)
{
    const int outer = xml.depth();
    for (;;) {
        const QXmlStreamReader::TokenType token = xml.next();
        if (token == QXmlStreamReader::Invalid || (token == QXmlStreamReader::EndElement && xml.depth() == outer))
            return;
        if (xml.isStart("rPh"_L1))
            xml.skip();
        else if (xml.isStart("t"_L1))
            appendOfficeText(to, xml.elementText());
    }
}

Result<void> XlsxStrings::read(SheetXml &xml, const QString &path)
{
    while (xml.next() != QXmlStreamReader::Invalid) {
        if (!xml.isStart("si"_L1))
            continue;
        const auto before = std::ssize(m_texts);
        appendRuns(xml, m_texts);
        if (std::ssize(m_texts) - before > SheetLimits::textBytes)
            return damagedWorkbook(path, QT_TRANSLATE_NOOP("Workbook", "a text in it is longer than any cell"));
        m_ends.push_back(static_cast<quint32>(m_texts.size()));
        if (std::ssize(m_texts) + std::ssize(m_ends) * 4 > SheetLimits::sharedBytes)
            return damagedWorkbook(
                path, QT_TRANSLATE_NOOP("Workbook", "it would unpack to more than any workbook of people needs"));
    }
    xml.finish();
    if (const auto failure = xml.failure())
        return *failure;
    return {};
}

} // namespace Elenco
