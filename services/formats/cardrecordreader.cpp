// SPDX-License-Identifier: Apache-2.0
#include "formats/cardrecordreader.h"

#include "formats/tablerecordreader.h"

namespace Elenco {

std::unique_ptr<ByteSource> cardSource(ByteSource &file, const EncodingGuess &encoding)
{
    const bool wide = encoding.name.starts_with("utf-16") || encoding.name.starts_with("utf-32");
    EncodingGuess asWritten = encoding;
    if (!wide) {
        asWritten.name = "utf-8";
        asWritten.clean = true;
    }
    return textSource(file, asWritten);
}

std::string fallbackEncoding(const EncodingGuess &encoding)
{
    return encoding.name.starts_with("utf-") ? std::string("windows-1252") : encoding.name;
}

CardRecordReader::CardRecordReader(std::unique_ptr<FileSource> file, const EncodingGuess &encoding, CardColumns columns,
                                   CardGroups groups)
    : m_file(std::move(file)),
      m_text(cardSource(*m_file, encoding)),
      m_fallback(fallbackEncoding(encoding)),
      m_columns(std::move(columns)),
      m_groups(std::move(groups))
{
    VCardReader::Options options;
    options.fallbackEncoding = m_fallback;
    m_reader = std::make_unique<VCardReader>(*m_text, options);
}

Result<RecordReader::Next> CardRecordReader::next(Record &record)
{
    Result<VCardReader::Next> next = m_reader->next(m_card);
    while (next && *next == VCardReader::Next::Card && CardGroups::isGroup(m_card))
        next = m_reader->next(m_card);
    if (!next)
        return next.error();
    if (*next == VCardReader::Next::End)
        return Next::End;
    record.row = m_card.number;
    record.line = m_card.line;
    record.cells.clear();
    record.name.clear();
    record.reason.clear();
    if (*next == VCardReader::Next::Rejected) {
        record.name = m_card.name();
        record.reason = rejectionText(m_reader->reason());
        return Next::Rejected;
    }
    const size_t own = m_card.categories.size();
    m_groups.addTo(m_card);
    m_columns.flatten(m_card, m_fallback, record.cells);
    m_card.categories.resize(own); // its own line says no more than these
    return Next::Record;
}

std::string CardRecordReader::unknownProperties()
{
    return m_columns.unknownProperties(m_card, m_fallback);
}

} // namespace Elenco
