// SPDX-License-Identifier: Apache-2.0
#include "core/values/tagtext.h"

#include "core/textfold.h"
#include "core/values/blanks.h"

#include <algorithm>

namespace Elenco {

namespace {

// Where a text in quotes ends, behind its quote; npos where it is none: the quotes are its own then.
size_t endOfQuoted(std::string_view text, size_t at, std::string &unquoted)
{
    unquoted.clear();
    for (size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != '"') {
            unquoted += text[i];
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == '"') {
            unquoted += text[i++];
            continue;
        }
        const size_t next = text.find_first_not_of(' ', i + 1);
        return next == text.npos || std::string_view(",;|\n").find(text[next]) != text.npos ? i + 1 : text.npos;
    }
    return text.npos;
}

} // namespace

std::vector<std::string> readTags(std::string_view text, bool isTable)
{
    constexpr std::string_view mark = " ::: ", signs = ",;|\n";
    std::vector<std::string> tags;
    const auto add = [&](std::string_view part) {
        std::string tag = simplified(part);
        const bool isThere = std::any_of(tags.begin(), tags.end(),
                                         [&](const std::string &other) { return foldText(other) == foldText(tag); });
        if (!tag.empty() && !isThere)
            tags.push_back(std::move(tag));
    };
    if (!isTable || text.find(mark) != text.npos) {
        for (size_t at = 0; at <= text.size();) {
            const size_t end = std::min(text.find(mark, at), text.size());
            add(text.substr(at, end - at));
            at = end + mark.size();
        }
        return tags;
    }
    std::string unquoted;
    for (size_t at = 0; at < text.size();) {
        at = std::min(text.find_first_not_of(' ', at), text.size());
        const size_t behind = at < text.size() && text[at] == '"' ? endOfQuoted(text, at, unquoted) : text.npos;
        if (behind != text.npos) {
            add(unquoted);
            at = std::min(text.find_first_of(signs, behind), text.size()) + 1;
            continue;
        }
        const size_t end = std::min(text.find_first_of(signs, at), text.size());
        add(text.substr(at, end - at));
        at = end + 1;
    }
    return tags;
}

std::string tagsText(const std::vector<std::string> &tags)
{
    std::string text;
    for (const std::string &tag : tags) {
        text += text.empty() ? "" : ";";
        if (tag.find_first_of(",;|\n") == tag.npos && tag.find(" ::: ") == tag.npos && !tag.starts_with('"')) {
            text += tag;
            continue;
        }
        text += '"';
        for (char c : tag)
            text.append(c == '"' ? 2 : 1, c);
        text += '"';
    }
    return text;
}

} // namespace Elenco
