// SPDX-License-Identifier: Apache-2.0
// Any text is read as one of the parts of a workbook that is otherwise sound: the sheet, the shared texts, the styles,
// the structure of an .xlsx, the content of an .ods; the first byte says which.
#include "readsheets.h"

#include <zip.h>

#include <array>
#include <memory>

namespace {

using Part = std::pair<const char *, std::string_view>;

constexpr std::string_view book = R"(<workbook xmlns:r="r"><sheets><sheet name="A" r:id="s"/></sheets></workbook>)";
constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="s" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)";
constexpr std::string_view sheet =
    R"(<worksheet><sheetData><row><c s="1"><v>46000.5</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>)";
constexpr std::string_view strings = "<sst><si><t>a</t></si></sst>";
constexpr std::string_view styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>)";

QByteArray archiveOf(const std::vector<Part> &parts)
{
    zip_source_t *source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(source);
    zip_t *archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    for (const auto &[name, text] : parts) {
        const auto index =
            zip_file_add(archive, name, zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(archive);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    QByteArray bytes(zip_source_tell(source), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    std::vector<Part> parts{{"xl/workbook.xml", book},
                            {"xl/_rels/workbook.xml.rels", relations},
                            {"xl/worksheets/sheet1.xml", sheet},
                            {"xl/sharedStrings.xml", strings},
                            {"xl/styles.xml", styles}};
    const std::size_t which = data[0] % (parts.size() + 1);
    if (which < parts.size())
        parts[which].second = text;
    else
        parts = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", text}};
    const auto workbook = Elenco::Workbook::of(archiveOf(parts), QStringLiteral("fuzz"));
    if (workbook)
        readSheets(**workbook);
    return 0;
}
