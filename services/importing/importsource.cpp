// SPDX-License-Identifier: Apache-2.0
#include "importing/importsource.h"

#include "core/packing.h"
#include "core/values/fullname.h"
#include "formats/formulaguard.h"
#include "importing/headerreading.h"
#include "importing/mappingguess.h"
#include "importing/taxcode.h"
#include "store/contacts/contactquery.h"
#include "store/imports/importrun.h"
#include "store/imports/layouts.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t previewRows = 100;

std::string number(const std::optional<char> &value)
{
    return value ? std::to_string(static_cast<int>(*value)) : std::string();
}

constexpr char filesMark[] = "files";     // no id of a list
constexpr char furtherMark[] = "further"; // no row
constexpr char sheetMark[] = "sheet";     // no row

/// Size and time of a file; of a folder, those of all that is in it.
std::pair<qint64, qint64> stampOf(const QString &path, const QStringList &further = {})
{
    if (!further.isEmpty()) {
        std::pair<qint64, qint64> all = stampOf(path);
        for (const QString &each : further) {
            const auto [size, time] = stampOf(each);
            all = {all.first + size, std::max(all.second, time)};
        }
        return all;
    }
    const QFileInfo file(path);
    if (!file.isDir())
        return {file.size(), file.lastModified().toMSecsSinceEpoch()};
    std::pair<qint64, qint64> stamp{0, 1};
    QDirIterator entries(path, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        stamp.first += entries.fileInfo().size();
        stamp.second = std::max(stamp.second, entries.fileInfo().lastModified().toMSecsSinceEpoch());
    }
    return stamp;
}

// Size and time of the file, strategy, joining, how many tags, the tags, then the lists as id and name, then the files
// of a collection as first row and name, then the sheet of a workbook, then the files that were chosen with it.
std::string packedExtras(const ImportSettings &settings)
{
    std::string blob;
    appendPacked(blob, std::to_string(settings.fileSize));
    appendPacked(blob, std::to_string(settings.fileTime));
    appendPacked(blob, std::to_string(static_cast<int>(settings.choices.strategy)));
    appendPacked(blob, settings.choices.addExistingToLists ? "1" : "");
    appendPacked(blob, std::to_string(settings.choices.tags.size()));
    for (const QString &tag : settings.choices.tags)
        appendPacked(blob, tag.toStdString());
    for (const ListChoice &list : settings.choices.lists) {
        appendPacked(blob, std::to_string(list.id.value));
        appendPacked(blob, list.name.toStdString());
    }
    appendPacked(blob, filesMark);
    for (const FilePart &file : settings.files) {
        appendPacked(blob, std::to_string(file.firstRow));
        appendPacked(blob, file.name.toStdString());
    }
    if (settings.options.sheet) {
        appendPacked(blob, sheetMark);
        appendPacked(blob, settings.options.sheet->toStdString());
    }
    appendPacked(blob, furtherMark);
    for (const QString &path : settings.options.further)
        appendPacked(blob, path.toStdString());
    return blob;
}

void unpackExtras(std::string_view blob, ImportSettings &settings)
{
    const auto texts = unpacked(blob);
    const auto integer = [&](size_t i) {
        return i < texts.size() ? std::strtoll(std::string(texts[i]).c_str(), nullptr, 10) : 0;
    };
    if (texts.size() < 5)
        return;
    settings.fileSize = integer(0);
    settings.fileTime = integer(1);
    settings.choices.strategy =
        static_cast<DuplicateStrategy>(std::clamp(int(integer(2)), 0, int(DuplicateStrategy::Fill)));
    settings.choices.addExistingToLists = texts[3] == "1";
    const size_t lists = std::min(texts.size(), 5 + static_cast<size_t>(std::max<qint64>(0, integer(4))));
    for (size_t i = 5; i < lists; ++i)
        settings.choices.tags.append(QString::fromUtf8(texts[i]));
    size_t i = lists;
    for (; i + 1 < texts.size() && texts[i] != filesMark; i += 2)
        settings.choices.lists.append({ListId(integer(i)), QString::fromUtf8(texts[i + 1])});
    for (++i; i + 1 < texts.size() && texts[i] != furtherMark; i += 2) {
        if (texts[i] == sheetMark)
            settings.options.sheet = QString::fromUtf8(texts[i + 1]);
        else
            settings.files.append({QString::fromUtf8(texts[i + 1]), integer(i)});
    }
    for (++i; i < texts.size(); ++i)
        settings.options.further.append(QString::fromUtf8(texts[i]));
}

// "1.250" is a thousand or a little more than one: the file's other columns tell, then the language of its headers. A
// comma for decimals is a person's; points are also what computers write among commas.
void settleSigns(ImportSource &source)
{
    std::optional<DecimalSign> sign;
    if (source.description.isWorkbook())
        sign = DecimalSign::Point; // as its numbers are written out, whatever its language
    for (const ColumnProfile &profile : source.profiles) {
        const auto certain = profile.kind() == ValueKind::Number ? profile.certainSign() : std::nullopt;
        if (certain && sign != DecimalSign::Comma && !source.description.isWorkbook())
            sign = certain;
    }
    for (const Column &column : source.description.columns) {
        if (!sign && column.key.isEmpty() && hasCommaLanguage(column.name))
            sign = DecimalSign::Comma;
    }
    for (ColumnProfile &profile : source.profiles) {
        if (sign)
            profile.setFileSign(*sign);
    }
}

// Whether the first rows with a tax code beside a whole name write the family's name first; nothing where none has
// both.
std::optional<bool> familyNameFirst(const ImportSource &source, size_t column)
{
    qsizetype first = 0, last = 0;
    for (const std::vector<std::string> &cells : source.first) {
        const auto code =
            std::find_if(cells.begin(), cells.end(), [](std::string_view cell) { return isTaxCode(cell); });
        if (code == cells.end() || column >= cells.size())
            continue;
        const bool isFirst = isFamilyNameOf(*code, splitFullName(cells[column], true).last);
        const bool isLast = isFamilyNameOf(*code, splitFullName(cells[column], false).last);
        first += isFirst && !isLast;
        last += isLast && !isFirst;
    }
    return first == last ? std::nullopt : std::optional(first > last);
}

// Rows without a code are written as those with one are.
void settleNameOrder(const ImportSource &source, ColumnMapping &mapping)
{
    for (qsizetype i = 0; i < mapping.targets.size(); ++i) {
        ColumnTarget &target = mapping.isOpen(i) ? mapping.suggestions[i] : mapping.targets[i];
        if (target.kind == ColumnTarget::Kind::FullName)
            target.familyNameFirst = familyNameFirst(source, static_cast<size_t>(i)).value_or(target.familyNameFirst);
    }
}

} // namespace

QString namesOf(const QString &path, const QStringList &further)
{
    const QString first = QFileInfo(path).fileName();
    return further.isEmpty() ? first
                             : QCoreApplication::translate("FileCollection", "%1 and %n more", nullptr,
                                                           static_cast<int>(further.size()))
                                   .arg(first);
}

Result<ImportSource> examine(const QString &path, const ReadOptions &options, const JobControl &control)
{
    ImportSource source{path, options, {}, {}, {}, 0, 0};
    Result<FileDescription> description = describe(path, options);
    if (!description)
        return description.error();
    source.description = std::move(*description);
    Result<std::unique_ptr<RecordReader>> reader = openRecordFile(path, options);
    if (!reader)
        return reader.error();
    source.description.columns = (*reader)->columns();
    const bool isTable = source.description.kind == FileKind::Table;
    for (Column &column : source.description.columns) {
        if (isTable)
            column.name = QString::fromUtf8(withoutGuard(column.name.toStdString()));
        source.profiles.emplace_back().setSeparator(isTable ? source.description.dialect.delimiter : '\0');
    }
    Record record;
    for (;;) {
        const Result<RecordReader::Next> next = (*reader)->next(record);
        if (!next)
            return next.error();
        if (*next == RecordReader::Next::End)
            break;
        ++source.rows;
        if (source.rows % 4096 == 0) {
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, path, {}};
            control.report({(*reader)->bytesRead(), (*reader)->bytesTotal()});
        }
        if (*next == RecordReader::Next::Rejected) {
            ++source.rejected;
            continue;
        }
        for (std::string_view &cell : record.cells)
            cell = isTable ? withoutGuard(cell) : cell;
        for (size_t i = 0; i < record.cells.size() && i < source.profiles.size(); ++i)
            source.profiles[i].add(record.cells[i]);
        if (source.first.size() < previewRows)
            source.first.emplace_back(record.cells.begin(), record.cells.end());
    }
    settleSigns(source);
    return source;
}

ImportSettings::FileState ImportSettings::fileState() const
{
    for (const QString &each : QStringList{path} + options.further) {
        if (!QFileInfo::exists(each))
            return FileState::Gone;
    }
    const bool isSame = fileTime == 0 || stampOf(path, options.further) == std::pair(fileSize, fileTime);
    return isSame ? FileState::Same : FileState::Changed;
}

void ImportSettings::stamp()
{
    std::tie(fileSize, fileTime) = stampOf(path, options.further);
}

QString ImportSettings::fileName() const
{
    return namesOf(path, options.further);
}

QString ImportSettings::placeOfRow(qint64 row, qint64 line) const
{
    return options.sheet ? QCoreApplication::translate("RowProblem", "sheet “%1”, row %2").arg(*options.sheet).arg(line)
                         : QCoreApplication::translate("RowProblem", "row %1, line %2 of the file").arg(row).arg(line);
}

QString ImportSettings::fileOfRow(qint64 row) const
{
    QString name;
    for (const FilePart &file : files) {
        if (file.firstRow > row)
            break;
        name = file.name;
    }
    return name;
}

std::string ImportSettings::pack() const
{
    std::string blob;
    appendPacked(blob, {}); // an older version has the path here
    appendPacked(blob, packedExtras(*this));
    appendPacked(blob, path.toStdString());
    appendPacked(blob, options.encoding.value_or(QString()).toStdString());
    appendPacked(blob, number(options.delimiter));
    appendPacked(blob, number(options.quote));
    appendPacked(blob, options.header ? (*options.header ? "1" : "0") : "");
    appendPacked(blob, options.preamble ? std::to_string(*options.preamble) : "");
    appendPacked(blob, region.toStdString());
    appendPacked(blob, mapping.pack());
    for (const Column &column : columns) {
        appendPacked(blob, column.name.toStdString());
        appendPacked(blob, column.key.toStdString());
    }
    appendPacked(blob, std::string{origin.separator, origin.hasMark ? '1' : '0'});
    return blob;
}

ImportSettings ImportSettings::unpack(std::string_view blob)
{
    ImportSettings settings;
    auto texts = unpacked(blob);
    if (texts.size() >= 2 && texts[0].empty()) {
        unpackExtras(texts[1], settings);
        texts.erase(texts.begin(), texts.begin() + 2);
    }
    if (texts.size() < 8)
        return settings;
    const auto integer = [&](size_t i) { return std::atoi(std::string(texts[i]).c_str()); };
    settings.path = QString::fromUtf8(texts[0]);
    if (!texts[1].empty())
        settings.options.encoding = QString::fromUtf8(texts[1]);
    if (!texts[2].empty())
        settings.options.delimiter = static_cast<char>(integer(2));
    if (!texts[3].empty())
        settings.options.quote = static_cast<char>(integer(3));
    if (!texts[4].empty())
        settings.options.header = texts[4] == "1";
    if (!texts[5].empty())
        settings.options.preamble = integer(5);
    settings.region = QString::fromUtf8(texts[6]);
    settings.mapping = ColumnMapping::unpack(texts[7]);
    for (size_t i = 8; i + 1 < texts.size(); i += 2)
        settings.columns.append({QString::fromUtf8(texts[i]), QString::fromUtf8(texts[i + 1])});
    if (const std::string_view origin = texts.back(); texts.size() % 2 == 1 && origin.size() == 2)
        settings.origin = {origin[0], origin[1] == '1'}; // those of older versions end with the columns
    return settings;
}

ImportSettings suggestedSettings(Workspace &workspace, const ImportSource &source, const QString &region,
                                 const QLocale &locale, bool *wasKnown)
{
    const FileDescription &file = source.description;
    ImportSettings settings{source.path, source.options, region, file.columns, {}, {}, {}, 0, 0, file.files};
    if (file.isWorkbook()) {
        settings.options.sheet = file.sheetName(); // the one that was shown, whatever comes before it one day
        settings.origin = {locale.decimalPoint() == ","_L1 ? ';' : ',', true};
    } else if (file.kind == FileKind::Table) {
        settings.origin = {file.dialect.delimiter ? file.dialect.delimiter : ',',
                           file.markSize > 0 || file.encoding != "utf-8"_L1};
    }
    const Result<KnownLayout> layout = knownLayout(workspace, layoutKey(settings.columns));
    const bool known = layout && !layout->mapping.empty();
    if (wasKnown)
        *wasKnown = known;
    QList<std::pair<QString, ValueKind>> existing;
    if (const Result<QList<CustomField>> fields = customFields(workspace)) {
        for (const CustomField &field : *fields)
            existing.append({field.name, field.kind});
    }
    const auto guess = [&] {
        ColumnMapping mapping = guessMapping(settings.columns, source.profiles, existing, locale, region,
                                             file.kind != FileKind::Table || file.header);
        settleNameOrder(source, mapping);
        return mapping;
    };
    if (!known) {
        settings.mapping = guess();
        return settings;
    }
    ColumnMapping &mapping = settings.mapping = applyLayout(layout->mapping, settings.columns);
    ColumnMapping guessed;
    for (qsizetype i = 0; i < mapping.targets.size(); ++i) {
        const ColumnProfile &profile = source.profiles[static_cast<size_t>(i)];
        // A column that the last file had no values in: what it is was not known then.
        if (mapping.targets[i].evidence == ColumnTarget::Evidence::Empty && profile.filled() > 0) {
            if (guessed.targets.isEmpty())
                guessed = guess();
            mapping.set(i, guessed.guessOf(i));
            if (guessed.isOpen(i))
                mapping.leaveOpen(i, guessed.targets[i].name);
        }
        // Dates and numbers are of this file, not of the last one: their notation is judged again.
        ColumnTarget &target = mapping.isOpen(i) ? mapping.suggestions[i] : mapping.targets[i];
        target = withProfile(target, profile, locale);
    }
    return settings;
}

} // namespace Elenco
