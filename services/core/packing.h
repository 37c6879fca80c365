// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
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

/// Texts under names.
using NamedTexts = std::map<std::string, std::string, std::less<>>;

/// The same as one blob: each name and its text.
inline std::string packNamed(const NamedTexts &texts)
{
    std::string blob;
    for (const auto &[name, text] : texts) {
        appendPacked(blob, name);
        appendPacked(blob, text);
    }
    return blob;
}

inline NamedTexts unpackNamed(std::string_view blob)
{
    NamedTexts texts;
    const auto all = unpacked(blob);
    for (size_t i = 0; i + 1 < all.size(); i += 2)
        texts.emplace(all[i], all[i + 1]);
    return texts;
}

} // namespace Elenco
