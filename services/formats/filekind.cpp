// SPDX-License-Identifier: Apache-2.0
#include "formats/filekind.h"

#include "formats/vcardlexer.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Elenco {

namespace {

struct Signature {
    std::string_view bytes;
    const char *what;
};

const Signature signatures[] = {
    {"\x89PNG\r\n", QT_TRANSLATE_NOOP("FileKind", "a picture (PNG)")},
    {"\xFF\xD8\xFF", QT_TRANSLATE_NOOP("FileKind", "a picture (JPEG)")},
    {"GIF8", QT_TRANSLATE_NOOP("FileKind", "a picture (GIF)")},
    {"%PDF-", QT_TRANSLATE_NOOP("FileKind", "a PDF document")},
    {"\x7F"
     "ELF",
     QT_TRANSLATE_NOOP("FileKind", "a program")},
    {std::string_view("MZ\x90\0", 4), QT_TRANSLATE_NOOP("FileKind", "a program")},
    {"\xCF\xFA\xED\xFE", QT_TRANSLATE_NOOP("FileKind", "a program")},
    {"\x1F\x8B", QT_TRANSLATE_NOOP("FileKind", "a compressed file (gzip)")},
    {"7z\xBC\xAF", QT_TRANSLATE_NOOP("FileKind", "a compressed archive (7z)")},
    {"Rar!\x1A", QT_TRANSLATE_NOOP("FileKind", "a compressed archive (RAR)")},
    {"SQLite format 3", QT_TRANSLATE_NOOP("FileKind", "a database (SQLite)")},
    {"{\\rtf", QT_TRANSLATE_NOOP("FileKind", "a text document (RTF)")},
    {"!BDN", QT_TRANSLATE_NOOP("FileKind", "an Outlook data file (PST)")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("FileKind", text);
}

// Workbooks are not met here: they are opened as what they are.
Error zipError(const QString &path, std::string_view start)
{
    const auto holds = [&](std::string_view text) { return start.find(text) != std::string_view::npos; };
    if (holds("word/") || holds("ppt/") || holds("[Content_Types].xml") || holds("vnd.oasis.opendocument"))
        return {ErrorKind::NotRecognised, path, translated(QT_TRANSLATE_NOOP("FileKind", "an Office document"))};
    return {ErrorKind::Unsupported, path, translated(QT_TRANSLATE_NOOP("FileKind", "a compressed archive (ZIP)"))};
}

bool startsWithTag(std::string_view text, std::string_view tag)
{
    const size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text.size() - first >= tag.size() &&
           equalsIgnoringCase(text.substr(first, tag.size()), tag);
}

/// More than a third of the bytes are no text at all.
bool isBinary(std::string_view start)
{
    const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x0B &&
               byte != 0x1A && byte != 0x1B;
    });
    return start.size() >= 512 && odd * 3 > static_cast<qint64>(start.size());
}

} // namespace

Result<void> refuseForeignFile(const QString &path, std::string_view start, const EncodingGuess &encoding)
{
    if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06"))
        return zipError(path, start);
    for (const Signature &signature : signatures) {
        if (start.starts_with(signature.bytes))
            return Error{ErrorKind::NotRecognised, path, translated(signature.what)};
    }
    for (const std::string_view tag : {"<!DOCTYPE html", "<html"}) {
        if (startsWithTag(start, tag))
            return Error{ErrorKind::NotRecognised, path,
                         translated(QT_TRANSLATE_NOOP("FileKind", "a web page (HTML)"))};
    }
    if (startsWithTag(start, "<?xml") && start.find("urn:schemas-microsoft-com:office:spreadsheet") != start.npos)
        return Error{ErrorKind::Unsupported, path,
                     translated(QT_TRANSLATE_NOOP("FileKind", "an XML workbook of Excel 2003: save it as .xlsx"))};
    if (startsWithTag(start, "<?xml") && start.find("opendocument.spreadsheet") != start.npos)
        return Error{ErrorKind::Unsupported, path,
                     translated(QT_TRANSLATE_NOOP("FileKind", "a flat XML workbook of Calc: save it as .ods"))};
    if (startsWithTag(start, "<?xml"))
        return Error{ErrorKind::NotRecognised, path, translated(QT_TRANSLATE_NOOP("FileKind", "an XML document"))};
    // Text in UTF-16 and UTF-32 is full of NULs, if any of it is Latin; a first character alone is weak evidence.
    const bool wide = encoding.name.starts_with("utf-16") || encoding.name.starts_with("utf-32");
    const bool marked = encoding.markSize > 0 || std::count(start.begin(), start.end(), '\0') * 5 > std::ssize(start);
    if (!(wide && marked) && isBinary(start))
        return Error{ErrorKind::NotRecognised, path, translated(QT_TRANSLATE_NOOP("FileKind", "binary data"))};
    return {};
}

bool looksLikeCards(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    LineScanner lines(text, true);
    std::string_view line;
    bool first = true;
    bool version = false;
    while (lines.next(line) == LineScanner::Next::Line) {
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
            line.remove_prefix(1);
        if (line.empty())
            continue;
        if (equalsIgnoringCase(line, "BEGIN:VCARD"))
            return true;
        if (first)
            version = line.size() > 8 && equalsIgnoringCase(line.substr(0, 8), "VERSION:");
        if (version && equalsIgnoringCase(line, "END:VCARD"))
            return true;
        first = false;
    }
    return false;
}

} // namespace Elenco
