// SPDX-License-Identifier: Apache-2.0
// Any bytes decode to valid UTF-8 in every encoding, in chunks of any size to the same; text that is valid UTF-8 stays
// as it is; the guess does not hang on the chunks of the bytes where it is sure.
#include "formats/textencoding.h"
#include "formats/utf8.h"

#include <cstdint>
#include <cstdlib>

using namespace Elenco;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    constexpr std::string_view names[] = {"utf-8",     "utf-16le",     "utf-16be",     "utf-32le",
                                          "utf-32be",  "windows-1252", "iso-8859-15",  "macintosh",
                                          "shift_jis", "windows-1251", "windows-1253", "gbk"};
    const std::string_view name = names[data[0] % std::size(names)];
    const size_t chunk = data[1] % 16 + 1u;
    const std::string_view bytes(reinterpret_cast<const char *>(data + 2), size - 2);

    const std::string whole = toUtf8(bytes, name);
    require(isUtf8(whole));
    TextDecoder decoder(name);
    EncodingDetector detector;
    std::string pieces;
    for (size_t at = 0; at < bytes.size(); at += chunk) {
        decoder.decode(bytes.substr(at, chunk), pieces);
        detector.feed(bytes.substr(at, chunk));
    }
    decoder.finish(pieces);
    require(pieces == whole);
    if (name == "utf-8")
        require(isUtf8(bytes) == (whole == bytes));

    EncodingDetector atOnce;
    atOnce.feed(bytes);
    const EncodingGuess guess = atOnce.guess();
    require(guess.markSize <= static_cast<int>(bytes.size()));
    if (guess.name == "utf-8") {
        require(detector.guess() == guess);
        require(!guess.clean || isUtf8(bytes));
    }
    require(encodingName(guess.name) == guess.name);
    encodingName(bytes.substr(0, 32));

    MemorySource memory(bytes, static_cast<qint64>(chunk));
    DecodingSource source(memory, name, 0);
    std::string read;
    char buffer[5];
    while (true) {
        const auto got = source.read(buffer, sizeof buffer);
        require(got.has_value());
        if (*got == 0)
            break;
        read.append(buffer, static_cast<size_t>(*got));
    }
    require(read == whole);
    return 0;
}
