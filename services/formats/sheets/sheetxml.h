// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/zippackage.h"

#include <QXmlStreamReader>

#include <memory>
#include <optional>
#include <string>

namespace Elenco {

/// The XML of a part, token by token within SheetLimits. A document type is refused: no program writes one into a
/// workbook, and the entities in it grow.
class SheetXml
{
public:
    explicit SheetXml(std::unique_ptr<ZipPart> part, QString path);

    /// To the next token. Invalid at the end of the document and after a failure; failure() tells which.
    QXmlStreamReader::TokenType next();
    /// Which element the token begins or ends, without its prefix.
    QStringView name() const { return m_xml.name(); }
    bool isStart(QLatin1StringView name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    bool isEnd(QLatin1StringView name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    bool isEndElement() const { return m_xml.isEndElement(); }
    QXmlStreamAttributes attributes() const { return m_xml.attributes(); }
    QStringView text() const { return m_xml.text(); }
    /// How many elements are open, that of a start token counted.
    int depth() const { return m_depth; }
    /// Passes over an element whose start is the token; its end is the token then.
    void skip();
    /// What an element holds, that of elements in it too; its end is the token then.
    QString elementText();

    /// Leaves the rest unread but for its checksum.
    void finish();
    std::optional<Error> failure() const;
    qint64 bytesRead() const { return m_part->unpackedBytes(); }
    qint64 bytesTotal() const { return m_part->saidBytes(); }

private:
    QString m_path;
    std::unique_ptr<ZipPart> m_part;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_closes = false; ///< the token before was an end
    bool m_ended = false;
    std::optional<Error> m_failure;
};

/// At the end of a sheet: false, when the rest of its part is sound and the file is what it was.
Result<bool> endSheet(SheetXml &xml, const ZipPackage &package);

/// An attribute by its name without prefix: programs are free to choose prefixes.
QStringView attributeOf(const QXmlStreamAttributes &attributes, QLatin1StringView name);

/// Text of an Office document as UTF-8, behind what is there: "_x000D_" is a sign that XML can't hold.
void appendOfficeText(std::string &to, QStringView text);
void appendUtf8(std::string &to, QStringView text);

} // namespace Elenco
