// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// A list of texts as one blob: each as its length (LEB128) and its bytes. How raw rows, journal entries and
/// remembered mappings are kept in the workspace: exact for any bytes, and quick.
inline void appendPacked(std::string &blob, std::string_view text)
{
    uint64_t length = text.size();
    while (length >= 0x80) {
        blob += static_cast<char>(length | 0x80);
        length >>= 7;
    }
    blob += static_cast<char>(length);
    blob.append(text);
}

/// The texts of a blob, as views into it; a blob cut short gives what is whole.
inline std::vector<std::string_view> unpacked(std::string_view blob)
{
    std::vector<std::string_view> result;
    size_t at = 0;
    while (at < blob.size()) {
        uint64_t length = 0;
        for (int shift = 0; at < blob.size() && shift < 63; shift += 7) {
            const auto byte = static_cast<unsigned char>(blob[at++]);
            length |= static_cast<uint64_t>(byte & 0x7F) << shift;
            if (!(byte & 0x80))
                break;
        }
        if (length > blob.size() - at)
            break;
        result.push_back(blob.substr(at, length));
        at += length;
    }
    return result;
}

} // namespace Elenco
