// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/searchreading.h"

namespace Elenco {

using namespace Qt::StringLiterals;

SearchReading SearchReading::of(const QStringList &tokens, const QString &text, const FilterVocabulary &vocabulary)
{
    SearchReading reading;
    for (const QString &token : tokens) {
        const ParsedFilter parsed = readFilter(token, vocabulary);
        reading.tokenProblems += parsed.problems.isEmpty() ? QString() : parsed.problems.first().text();
        reading.isUsable = reading.isUsable && parsed.problems.isEmpty();
    }
    const ParsedFilter typed = readFilter(text, vocabulary);
    reading.problems = typed.problems;
    reading.isUsable = reading.isUsable && typed.isUsable();
    reading.filter =
        tokens.isEmpty() ? typed.filter : readFilter((tokens + QStringList{text}).join(u' '), vocabulary).filter;
    return reading;
}

QString SearchReading::sentence() const
{
    for (const QString &problem : tokenProblems) {
        if (!problem.isEmpty())
            return problem;
    }
    return problems.isEmpty() ? QString() : problems.first().text();
}

SearchParts SearchParts::of(const QString &search, const FilterVocabulary &vocabulary)
{
    SearchParts result;
    QStringList words;
    const ParsedFilter parsed = readFilter(search, vocabulary);
    for (const ParsedFilter::Part &part : parsed.parts) {
        const QString text = search.mid(part.position, part.length);
        if (part.isWord)
            words += text;
        else // alternatives beside more of a search would take it in
            result.tokens += part.isEither ? u'(' + text + u')' : text;
    }
    result.text = words.join(u' ');
    return result;
}

qsizetype conditionAtEnd(const QString &text, const FilterVocabulary &vocabulary)
{
    const ParsedFilter whole = readFilter(text, vocabulary);
    if (whole.parts.isEmpty() || whole.parts.last().position + whole.parts.last().length != text.size())
        return -1;
    const qsizetype start = whole.parts.last().position;
    const ParsedFilter part = readFilter(text.mid(start), vocabulary);
    const QStringView typed = QStringView(text).mid(start);
    bool isCondition = part.problems.isEmpty() && !whole.parts.last().isEither && !part.filter.isEmpty() &&
                       !typed.startsWith(u'(') && !typed.startsWith("-("_L1); // a group goes on
    part.filter.walk([&](const Filter &piece) { isCondition = isCondition && piece.kind != Filter::Kind::Word; });
    return isCondition ? start : -1;
}

} // namespace Elenco
