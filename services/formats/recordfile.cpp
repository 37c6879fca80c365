// SPDX-License-Identifier: Apache-2.0
#include "formats/recordfile.h"

#include "formats/cardrecordreader.h"
#include "formats/filekind.h"
#include "formats/tablerecordreader.h"
#include "formats/wrappedlines.h"

#include <QFileInfo>

namespace Elenco {

namespace {

constexpr size_t SampleSize = size_t(128) << 10;

/// A file that was looked through and stands at its first byte again.
struct Examined {
    std::unique_ptr<FileSource> file;
    EncodingGuess encoding;
    FileDescription description;
    CardColumns cardColumns;
    CardGroups cardGroups;
};

/// Reads all of it: an encoding is known only when the last accent has been seen.
Result<EncodingGuess> detectEncoding(FileSource &file, std::string &start)
{
    EncodingDetector detector;
    std::string chunk(size_t(1) << 18, '\0');
    while (true) {
        const Result<qint64> got = file.read(chunk.data(), static_cast<qint64>(chunk.size()));
        if (!got)
            return got.error();
        if (*got == 0)
            return detector.guess();
        const std::string_view bytes(chunk.data(), static_cast<size_t>(*got));
        if (start.size() < SampleSize)
            start.append(bytes.substr(0, SampleSize - start.size()));
        detector.feed(bytes);
    }
}

Result<void> examineCards(Examined &examined)
{
    const std::unique_ptr<ByteSource> source = cardSource(*examined.file, examined.encoding);
    VCardReader::Options options;
    options.fallbackEncoding = fallbackEncoding(examined.encoding);
    VCardReader reader(*source, options);
    Card card;
    qint64 cards = 0;
    while (true) {
        const Result<VCardReader::Next> next = reader.next(card);
        if (!next)
            return next.error();
        if (*next == VCardReader::Next::End)
            break;
        const bool isRead = *next == VCardReader::Next::Card;
        if (isRead && examined.cardGroups.see(card))
            continue;
        ++cards;
        if (isRead)
            examined.cardColumns.see(card);
    }
    if (!examined.cardGroups.isEmpty())
        examined.cardColumns.seeCategories();
    examined.cardColumns.settle();
    examined.description.columns = examined.cardColumns.columns();
    examined.description.records = cards;
    return {};
}

Result<void> examineTable(Examined &examined, std::string_view sample, bool complete, const ReadOptions &options)
{
    FileDescription &description = examined.description;
    description.isWrapped = hasWrappedLines(sample);
    const std::string unwrapped = description.isWrapped ? withoutWrapping(sample) : std::string();
    sample = description.isWrapped ? unwrapped : sample;
    CsvLayout layout = guessCsvLayout(sample, complete);
    const bool dialectGiven = options.delimiter || options.quote;
    if (options.delimiter)
        layout.dialect.delimiter = *options.delimiter;
    if (options.quote)
        layout.dialect.quote = *options.quote;
    if (dialectGiven || options.preamble)
        layout = csvLayoutOf(sample, complete, layout.dialect);
    description.dialect = layout.dialect;
    description.preamble = options.preamble.value_or(layout.preamble);
    description.header = options.header.value_or(layout.header);

    const std::unique_ptr<ByteSource> text = tableSource(*examined.file, examined.encoding, description.isWrapped);
    SkippingSource table(*text, description.preamble);
    CsvReader reader(table, description.dialect);
    const Result<CsvReader::Next> first = reader.next();
    if (!first)
        return first.error();
    description.columns = tableColumns(reader.fields(), description.header);
    return {};
}

Result<Examined> examine(const QString &path, const ReadOptions &options)
{
    Examined examined;
    examined.file = std::make_unique<FileSource>();
    if (const Result<void> opened = examined.file->open(path); !opened)
        return opened.error();
    std::string start;
    const Result<EncodingGuess> guess = detectEncoding(*examined.file, start);
    if (!guess)
        return guess.error();
    examined.encoding = *guess;
    if (start.empty())
        return Error{ErrorKind::Empty, path, {}};
    if (const Result<void> ours = refuseForeignFile(path, start, *guess); !ours)
        return ours.error();
    if (options.encoding) {
        const std::string name = encodingName(options.encoding->toStdString());
        if (name.empty())
            return Error{ErrorKind::InvalidInput, path, *options.encoding};
        if (name != examined.encoding.name)
            examined.encoding = {name, examined.encoding.markSize, false};
    }
    if (const Result<void> back = examined.file->rewind(); !back)
        return back.error();

    const auto mark = std::min(start.size(), static_cast<size_t>(examined.encoding.markSize));
    const std::string sample = toUtf8(std::string_view(start).substr(mark), examined.encoding.name);
    FileDescription &description = examined.description;
    description.encoding = QString::fromStdString(examined.encoding.name);
    description.markSize = examined.encoding.markSize;
    description.size = examined.file->size();
    if (sample.find_first_not_of(" \t\r\n") == std::string::npos && description.size <= static_cast<qint64>(SampleSize))
        return Error{ErrorKind::Empty, path, {}};
    description.kind = looksLikeCards(sample) ? FileKind::Cards : FileKind::Table;
    const Result<void> done = description.kind == FileKind::Cards
                                  ? examineCards(examined)
                                  : examineTable(examined, sample, start.size() < SampleSize, options);
    if (!done)
        return done.error();
    if (const Result<void> back = examined.file->rewind(); !back)
        return back.error();
    return examined;
}

} // namespace

Result<FileDescription> describe(const QString &path, const ReadOptions &options)
{
    const Result<Examined> examined = examine(path, options);
    if (!examined)
        return examined.error();
    return examined->description;
}

Result<std::unique_ptr<RecordReader>> openRecordFile(const QString &path, const ReadOptions &options)
{
    Result<Examined> examined = examine(path, options);
    if (!examined)
        return examined.error();
    std::unique_ptr<RecordReader> reader;
    if (examined->description.kind == FileKind::Cards) {
        reader = std::make_unique<CardRecordReader>(std::move(examined->file), examined->encoding,
                                                    std::move(examined->cardColumns), std::move(examined->cardGroups));
    } else {
        reader =
            std::make_unique<TableRecordReader>(std::move(examined->file), examined->description, examined->encoding);
    }
    return reader;
}

} // namespace Elenco
