// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/bytesource.h"
#include "formats/cardcolumns.h"
#include "formats/cardgroups.h"
#include "formats/record.h"
#include "formats/textencoding.h"
#include "formats/vcardreader.h"

#include <memory>
#include <string>

namespace Elenco {

/// The cards of a vCard file as rows.
class CardRecordReader final : public RecordReader
{
public:
    /// `columns` has seen the whole file and is settled; `file` is at its start.
    CardRecordReader(std::unique_ptr<FileSource> file, const EncodingGuess &encoding, CardColumns columns,
                     CardGroups groups);

    const QList<Column> &columns() const override { return m_columns.columns(); }
    Result<Next> next(Record &record) override;
    std::string unknownProperties() override;
    qint64 bytesRead() const override { return m_file->position(); }
    qint64 bytesTotal() const override { return m_file->size(); }

private:
    std::unique_ptr<FileSource> m_file;
    std::unique_ptr<ByteSource> m_text;
    std::unique_ptr<VCardReader> m_reader;
    std::string m_fallback;
    CardColumns m_columns;
    CardGroups m_groups;
    Card m_card;
};

/// What VCardReader reads of a file: bytes as they are where ASCII is part of the encoding, since each property may
/// have its own; else UTF-8. `file` must outlive it.
std::unique_ptr<ByteSource> cardSource(ByteSource &file, const EncodingGuess &encoding);

/// The encoding of lines in a vCard file that are no UTF-8 and name no charset.
std::string fallbackEncoding(const EncodingGuess &encoding);

} // namespace Elenco
