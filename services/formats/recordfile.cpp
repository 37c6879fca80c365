// SPDX-License-Identifier: Apache-2.0
#include "formats/recordfile.h"

#include "formats/cardrecordreader.h"
#include "formats/collectionreader.h"
#include "formats/filekind.h"
#include "formats/mailmessage.h"
#include "formats/sheets/sheetrecordreader.h"
#include "formats/tablerecordreader.h"
#include "formats/wrappedlines.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Elenco {

namespace {

constexpr size_t SampleSize = size_t(128) << 10;

/// What was found in a first pass over cards, of one file or of several.
struct CardSurvey {
    CardColumns columns;
    CardGroups groups;
    qint64 cards = 0; ///< groups are none
};

/// A file that was looked through and stands at its first byte again.
struct Examined {
    std::unique_ptr<FileSource> file;
    EncodingGuess encoding;
    FileDescription description;
    CardSurvey survey;
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

/// Gives how many cards the file has, groups counted.
Result<qint64> surveyCards(FileSource &file, const EncodingGuess &encoding, CardSurvey &survey)
{
    const std::unique_ptr<ByteSource> source = cardSource(file, encoding);
    VCardReader::Options options;
    options.fallbackEncoding = fallbackEncoding(encoding);
    VCardReader reader(*source, options);
    Card card;
    qint64 numbered = 0;
    while (true) {
        const Result<VCardReader::Next> next = reader.next(card);
        if (!next)
            return next.error();
        if (*next == VCardReader::Next::End)
            return numbered;
        ++numbered;
        const bool isRead = *next == VCardReader::Next::Card;
        if (isRead && survey.groups.see(card))
            continue;
        ++survey.cards;
        if (isRead)
            survey.columns.see(card);
    }
}

void settle(CardSurvey &survey, FileDescription &description)
{
    if (!survey.groups.isEmpty())
        survey.columns.seeCategories();
    survey.columns.settle();
    description.columns = survey.columns.columns();
    description.records = survey.cards;
}

Result<void> examineCards(Examined &examined)
{
    const Result<qint64> cards = surveyCards(*examined.file, examined.encoding, examined.survey);
    if (!cards)
        return cards.error();
    settle(examined.survey, examined.description);
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

/// Opens a file, finds its encoding and stands at its first byte again; `start` has its first bytes.
Result<void> openExamined(const QString &path, const ReadOptions &options, Examined &examined, std::string &start)
{
    examined.file = std::make_unique<FileSource>();
    if (const Result<void> opened = examined.file->open(path); !opened)
        return opened.error();
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
    return {};
}

Result<Examined> examine(const QString &path, const ReadOptions &options)
{
    Examined examined;
    std::string start;
    if (const Result<void> opened = openExamined(path, options, examined, start); !opened)
        return opened.error();
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

std::unique_ptr<RecordReader> readerOf(Examined &&examined)
{
    if (examined.description.kind == FileKind::Cards)
        return std::make_unique<CardRecordReader>(std::move(examined.file), examined.encoding,
                                                  std::move(examined.survey.columns),
                                                  std::move(examined.survey.groups));
    return std::make_unique<TableRecordReader>(std::move(examined.file), examined.description, examined.encoding);
}

/// A file that is no collection.
Result<FileDescription> describeFile(const QString &path, const ReadOptions &options)
{
    if (Workbook::isWorkbook(path))
        return describeWorkbook(path, options);
    Result<Examined> examined = examine(path, options);
    return examined ? Result(std::move(examined->description)) : examined.error();
}

Result<std::unique_ptr<RecordReader>> openFile(const QString &path, const ReadOptions &options)
{
    if (Workbook::isWorkbook(path))
        return openWorkbook(path, options);
    Result<Examined> examined = examine(path, options);
    return examined ? Result(readerOf(std::move(*examined))) : examined.error();
}

/// A collection that was looked through.
struct ExaminedFiles {
    FileCollection collection;
    FileDescription description;
    CardSurvey survey;
    std::vector<EncodingGuess> encodings; ///< of each file
};

Result<ExaminedFiles> examineFiles(const QString &path, const ReadOptions &options)
{
    Result<FileCollection> collection = FileCollection::open(path, options.further);
    if (!collection)
        return collection.error();
    ExaminedFiles examined{std::move(*collection), {}, {}, {}};
    const QList<CollectedFile> &files = examined.collection.files();
    if (!examined.collection.isOfCards()) {
        if (files.size() > 1)
            return Error{ErrorKind::InvalidInput, path,
                         QCoreApplication::translate("FileCollection", "%1 tables are in it: import each by itself")
                             .arg(files.size())};
        Result<FileDescription> table = describeFile(files.first().path, options);
        if (!table)
            return Error{table.error().kind, files.first().name, table.error().detail};
        examined.description = std::move(*table);
        examined.description.files = {{files.first().name, 1}};
        examined.description.passedOver = examined.collection.passedOver();
        return examined;
    }
    FileDescription &description = examined.description;
    description.kind = FileKind::Cards;
    description.passedOver = examined.collection.passedOver();
    qint64 row = 1;
    for (const CollectedFile &file : files) {
        Examined one;
        std::string start;
        const auto named = [&file](const Error &error) { return Error{error.kind, file.name, error.detail}; };
        if (const Result<void> opened = openExamined(file.path, options, one, start); !opened)
            return named(opened.error());
        const Result<qint64> cards = surveyCards(*one.file, one.encoding, examined.survey);
        if (!cards)
            return named(cards.error());
        description.files.append({file.name, row});
        description.size += one.file->size();
        if (row == 1)
            description.encoding = QString::fromStdString(one.encoding.name);
        else if (description.encoding.toStdString() != one.encoding.name)
            description.encoding.clear(); // each has its own
        examined.encodings.push_back(std::move(one.encoding));
        row += *cards;
    }
    settle(examined.survey, description);
    return examined;
}

Result<std::unique_ptr<RecordReader>> openFiles(const QString &path, const ReadOptions &options)
{
    Result<ExaminedFiles> examined = examineFiles(path, options);
    if (!examined)
        return examined.error();
    const QList<CollectedFile> files = examined->collection.files();
    const auto open = [files, options, survey = std::move(examined->survey),
                       encodings =
                           std::move(examined->encodings)](qsizetype at) -> Result<std::unique_ptr<RecordReader>> {
        const CollectedFile &file = files[at];
        if (encodings.empty()) // a table
            return openFile(file.path, options);
        auto source = std::make_unique<FileSource>();
        if (const Result<void> opened = source->open(file.path); !opened)
            return Error{opened.error().kind, file.name, opened.error().detail};
        return Result(std::unique_ptr<RecordReader>(std::make_unique<CardRecordReader>(
            std::move(source), encodings[static_cast<size_t>(at)], survey.columns, survey.groups)));
    };
    return Result(std::unique_ptr<RecordReader>(
        std::make_unique<CollectionReader>(std::move(examined->collection), std::move(examined->description), open)));
}

} // namespace

bool isOfCards(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(SampleSize);
    EncodingDetector detector;
    detector.feed(start.toStdString());
    const EncodingGuess guess = detector.guess();
    const auto mark = std::min(start.size(), qsizetype(guess.markSize));
    return looksLikeMail(start) || looksLikeCards(toUtf8(start.mid(mark).toStdString(), guess.name));
}

Result<FileDescription> describe(const QString &path, const ReadOptions &options)
{
    if (!options.further.isEmpty() || FileCollection::isCollection(path)) {
        Result<ExaminedFiles> examined = examineFiles(path, options);
        return examined ? Result(std::move(examined->description)) : examined.error();
    }
    return describeFile(path, options);
}

Result<std::unique_ptr<RecordReader>> openRecordFile(const QString &path, const ReadOptions &options)
{
    if (!options.further.isEmpty() || FileCollection::isCollection(path))
        return openFiles(path, options);
    return openFile(path, options);
}

} // namespace Elenco
