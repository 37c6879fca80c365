// SPDX-License-Identifier: Apache-2.0
#include "core/filter/wordneeds.h"

#include "core/asciitext.h"
#include "core/textfold.h"

#include <algorithm>
#include <cstring>

namespace Elenco {

namespace {

bool isLetterOrFigure(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || isDigit(c) || (c >= 'a' && c <= 'z');
}

bool looksLikeNumber(std::string_view folded)
{
    return std::any_of(folded.begin(), folded.end(), isDigit) && std::all_of(folded.begin(), folded.end(), [](char c) {
               return isDigit(c) || (c != '\0' && std::strchr(" +-./()", c));
           });
}

std::string figuresOf(std::string_view text)
{
    std::string figures;
    std::copy_if(text.begin(), text.end(), std::back_inserter(figures), isDigit);
    return figures;
}

WordNeeds beginning(std::string text)
{
    return {WordNeeds::Kind::Beginning, std::move(text), {}};
}

std::vector<std::string> cut(std::string_view folded)
{
    std::vector<std::string> words(1);
    for (char c : folded) {
        if (isLetterOrFigure(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::vector<std::string> sortedWords(SearchText &text)
{
    std::vector<std::string> words = cut(text.take());
    std::sort(words.begin(), words.end());
    return words;
}

// With and without 00 or +, by its beginning or by its end.
WordNeeds needsOfFigures(const std::string &figures)
{
    WordNeeds needs{WordNeeds::Kind::Any, {}, {beginning(figures)}};
    if (figures.starts_with("00") && figures.size() > 2)
        needs.parts.push_back(beginning(figures.substr(2)));
    if (figures.size() >= 3)
        needs.parts.push_back(beginning(reversedDigits(figures)));
    return needs;
}

/// Runs of figures side by side, which may be one number.
class NumberRun
{
public:
    void add(const std::string &figures)
    {
        m_number += figures;
        m_words.parts.push_back(needsOfFigures(figures));
    }
    void flushInto(WordNeeds &needs)
    {
        if (m_words.parts.size() > 1)
            needs.parts.push_back({WordNeeds::Kind::Any, {}, {m_words, needsOfFigures(m_number)}});
        else if (!m_words.parts.empty())
            needs.parts.push_back(m_words.parts.front());
        *this = NumberRun();
    }

private:
    std::string m_number;
    WordNeeds m_words;
};

} // namespace

bool WordNeeds::isMetBy(const std::vector<std::string> &words) const
{
    const auto isMet = [&](const WordNeeds &part) { return part.isMetBy(words); };
    switch (kind) {
    case Kind::All: return std::all_of(parts.begin(), parts.end(), isMet);
    case Kind::Any: return std::any_of(parts.begin(), parts.end(), isMet);
    case Kind::Beginning: {
        const auto found = std::lower_bound(words.begin(), words.end(), beginning);
        return found != words.end() && found->starts_with(beginning);
    }
    }
    Q_UNREACHABLE();
}

WordNeeds WordNeeds::ofWord(const QString &word)
{
    const std::string folded = foldText(word.toStdString());
    if (looksLikeNumber(folded))
        return needsOfFigures(figuresOf(folded));
    WordNeeds needs;
    for (std::string &each : cut(folded))
        needs.parts.push_back(Elenco::beginning(std::move(each)));
    return needs;
}

WordNeeds WordNeeds::ofNumber(std::string_view number)
{
    const std::string figures = figuresOf(number);
    return figures.empty() ? WordNeeds() : needsOfFigures(figures);
}

std::vector<std::string> wordsOf(const Contact &contact)
{
    SearchText text;
    text.add(contact.firstName.toStdString());
    text.add(contact.lastName.toStdString());
    text.addPhone(contact.phoneNumber.toStdString());
    text.add(contact.email.toStdString());
    text.add(contact.city.toStdString());
    for (const QString &tag : contact.tags)
        text.add(tag.toStdString());
    for (const CustomValue &value : contact.customFields)
        text.add(value.text.toStdString());
    return sortedWords(text);
}

std::vector<std::string> wordsOfNumber(std::string_view number)
{
    SearchText text;
    text.addPhone(number);
    return sortedWords(text);
}

SplitFilter splitWords(const Filter &filter)
{
    SplitFilter split;
    NumberRun run;
    const QList<Filter> parts = filter.kind == Filter::Kind::All ? filter.children : QList<Filter>{filter};
    for (const Filter &part : parts) {
        const bool isWord = part.kind == Filter::Kind::Word;
        const std::string folded = isWord ? foldText(part.values.value(0).toStdString()) : std::string();
        if (looksLikeNumber(folded)) {
            run.add(figuresOf(folded));
            continue;
        }
        run.flushInto(split.words);
        if (!isWord) {
            split.rest += part;
            continue;
        }
        WordNeeds needs = WordNeeds::ofWord(part.values.value(0));
        if (!needs.isEmpty())
            split.words.parts.push_back(std::move(needs));
    }
    run.flushInto(split.words);
    return split;
}

} // namespace Elenco
