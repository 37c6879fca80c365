// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace Elenco {

/// What the bytes 0x80..0xFF of an encoding mean; U+FFFD where they mean nothing.
using CodePage = std::array<char16_t, 128>;

/// The encodings that are decoded without Qt and ICU, because every platform must read them: "windows-1252",
/// "iso-8859-15", "macintosh". Null for any other.
const CodePage *codePage(std::string_view name);

} // namespace Elenco
