// SPDX-License-Identifier: Apache-2.0
#include "app/cli/inspectcommand.h"

#include "app/cli/inspectsheets.h"
#include "app/cli/output.h"
#include "app/cli/outputlines.h"
#include "formats/cardrecordreader.h"
#include "formats/jsontext.h"
#include "formats/recordfile.h"
#include "formats/sheets/workbook.h"
#include "formats/tablerecordreader.h"

#include <cstdio>

namespace Elenco {

namespace {

void appendTyped(std::string &out, const Card &card, const std::vector<CardValue> &values)
{
    out += '[';
    for (size_t i = 0; i < values.size(); ++i) {
        out += i ? ",{\"v\":" : "{\"v\":";
        appendJson(out, values[i].text);
        out += ",\"t\":";
        appendJsonArray(out, card.typesOf(values[i]));
        out += '}';
    }
    out += ']';
}

void appendCard(std::string &out, const Card &card, qint64 index)
{
    out +=
        "{\"kind\":\"card\",\"card\":" + std::to_string(index) + ",\"line\":" + std::to_string(card.line) + ",\"fn\":";
    appendJson(out, card.fn);
    out += ",\"n\":";
    appendJsonArray(out, card.n);
    out += ",\"tel\":";
    appendTyped(out, card, card.tel);
    out += ",\"email\":";
    appendTyped(out, card, card.email);
    out += ",\"org\":";
    appendJsonArray(out, card.org);
    out += ",\"adr\":[";
    for (size_t i = 0; i < card.adr.size(); ++i) {
        out += i ? ",{\"v\":" : "{\"v\":";
        appendJsonArray(out, card.adr[i].parts);
        out += ",\"t\":";
        appendJsonArray(out, card.typesOf(card.adr[i]));
        out += '}';
    }
    out += "],\"note\":";
    appendJsonArray(out, card.note);
    out += ",\"title\":";
    appendJsonArray(out, card.title);
    out += ",\"url\":";
    appendJsonArray(out, card.url);
    std::vector<std::string> warnings;
    for (const CardProblem &problem : card.problems)
        warnings.push_back("line " + std::to_string(problem.line) + ": " + problem.what);
    out += ",\"warnings\":";
    appendJsonArray(out, warnings);
    out += '}';
}

int inspectCards(FileSource &file, const FileDescription &description, const CommandContext &context)
{
    EncodingGuess encoding{description.encoding.toStdString(), description.markSize, false};
    const std::unique_ptr<ByteSource> source = cardSource(file, encoding);
    VCardReader::Options options;
    options.fallbackEncoding = fallbackEncoding(encoding);
    VCardReader reader(*source, options);
    OutputLines output;
    Card card;
    qint64 cards = 0;
    qint64 rejected = 0;
    std::vector<CardProblem> problems;
    while (!context.control.isCancelled()) {
        const Result<VCardReader::Next> next = reader.next(card);
        if (!next) {
            output.flush();
            return refuse(next.error());
        }
        if (*next == VCardReader::Next::End)
            break;
        if (*next == VCardReader::Next::Rejected) {
            ++rejected;
            const std::string name = card.name();
            problems.push_back(
                {card.line, (name.empty() ? name : name + ": ") + rejectionText(reader.reason()).toStdString()});
            continue;
        }
        appendCard(output.line, card, cards++);
        if (!output.endLine())
            return Refused;
    }
    const auto &stray = reader.strayLines();
    problems.insert(problems.end(), stray.begin(), stray.end());
    output.line += "{\"kind\":\"summary\",\"cards\":" + std::to_string(cards) +
                   ",\"rejected\":" + std::to_string(rejected) + ",\"problems\":[";
    for (size_t i = 0; i < problems.size(); ++i) {
        output.line += (i ? ",{\"line\":" : "{\"line\":") + std::to_string(problems[i].line) + ",\"what\":";
        appendJson(output.line, problems[i].what);
        output.line += '}';
    }
    output.line += "]}";
    output.endLine();
    return output.flush() ? Done : Refused;
}

void appendByte(std::string &out, char c)
{
    if (c == '\0')
        out += "null";
    else
        appendJson(out, std::string_view(&c, 1));
}

int inspectTable(FileSource &file, const FileDescription &description, const CommandContext &context)
{
    const EncodingGuess encoding{description.encoding.toStdString(), description.markSize, false};
    OutputLines output;
    qint64 rows = 0;
    // Twice: the first line says how many rows follow.
    for (const bool printing : {false, true}) {
        if (const Result<void> back = file.rewind(); !back)
            return refuse(back.error());
        const std::unique_ptr<ByteSource> text = tableSource(file, encoding, description.isWrapped);
        SkippingSource table(*text, description.preamble);
        CsvReader reader(table, description.dialect);
        reader.setExpectedFields(static_cast<int>(description.columns.size()));
        if (printing) {
            output.line += "{\"kind\":\"table\",\"encoding\":";
            appendJson(output.line, description.encoding.toStdString());
            output.line += ",\"delimiter\":";
            appendByte(output.line, description.dialect.delimiter);
            output.line += ",\"quote\":";
            appendByte(output.line, description.dialect.quote);
            output.line += ",\"escape\":";
            appendByte(output.line, description.dialect.escape);
            output.line += description.header ? ",\"header\":true" : ",\"header\":false";
            output.line += ",\"preamble\":" + std::to_string(description.preamble) + ",\"columns\":";
            std::vector<std::string> columns;
            for (const Column &column : description.columns)
                columns.push_back(column.name.toStdString());
            appendJsonArray(output.line, columns);
            output.line += ",\"rows\":" + std::to_string(rows) + "}";
            output.endLine();
        }
        while (!context.control.isCancelled()) {
            const Result<CsvReader::Next> next = reader.next();
            if (!next) {
                output.flush();
                return refuse(next.error());
            }
            if (*next == CsvReader::Next::End)
                break;
            if (*next == CsvReader::Next::Rejected) {
                if (printing)
                    std::fprintf(stderr, "elenco-cli: line %lld: %s\n",
                                 static_cast<long long>(reader.line() + description.preamble),
                                 rejectionText(reader.reason()).toUtf8().constData());
                continue;
            }
            ++rows;
            if (!printing)
                continue;
            appendJsonArray(output.line, reader.fields());
            if (!output.endLine())
                return Refused;
        }
    }
    return output.flush() ? Done : Refused;
}

/// False if the arguments can't be understood.
bool readArguments(QStringList arguments, QString &path, ReadOptions &options)
{
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (!argument.startsWith(QLatin1String("--"))) {
            if (!path.isEmpty())
                return false;
            path = argument;
            continue;
        }
        if (arguments.isEmpty())
            return false;
        const QString value = arguments.takeFirst();
        const char byte = value == QLatin1String("none") || value.isEmpty() ? '\0'
                          : value == QLatin1String("tab")                   ? '\t'
                                                                            : value.at(0).toLatin1();
        if (argument == QLatin1String("--encoding"))
            options.encoding = value;
        else if (argument == QLatin1String("--delimiter"))
            options.delimiter = byte;
        else if (argument == QLatin1String("--quote"))
            options.quote = byte;
        else if (argument == QLatin1String("--header"))
            options.header = value == QLatin1String("yes");
        else if (argument == QLatin1String("--preamble"))
            options.preamble = value.toInt();
        else if (argument == QLatin1String("--sheet"))
            options.sheet = value;
        else
            return false;
    }
    return !path.isEmpty();
}

} // namespace

int inspectCommand(const QStringList &arguments, const CommandContext &context)
{
    QString path;
    ReadOptions options;
    if (!readArguments(arguments, path, options)) {
        std::fprintf(stderr, "usage: elenco-cli inspect [--encoding NAME] [--delimiter C] [--quote C] "
                             "[--header yes|no] [--preamble N] [--sheet NAME|NUMBER] FILE\n");
        return WrongUsage;
    }
    if (Workbook::isWorkbook(path))
        return inspectSheets(path, options.sheet, context);
    const Result<FileDescription> description = describe(path, options);
    if (!description)
        return refuse(description.error());
    FileSource file;
    if (const Result<void> opened = file.open(path); !opened)
        return refuse(opened.error());
    return description->kind == FileKind::Cards ? inspectCards(file, *description, context)
                                                : inspectTable(file, *description, context);
}

} // namespace Elenco
