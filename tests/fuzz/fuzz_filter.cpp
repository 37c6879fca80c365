// SPDX-License-Identifier: Apache-2.0
// Any text is read as a filter, typed or canonical; problems lie within the text; what is printed of a filter reads as
// the same filter.
#include "core/filter/filterparser.h"

#include <cstdint>
#include <cstdlib>

using namespace Elenco;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const QString &text, const FilterVocabulary &vocabulary)
{
    const ParsedFilter parsed = readFilter(text, vocabulary);
    for (const FilterProblem &problem : parsed.problems) {
        require(problem.position >= 0 && problem.length > 0 && problem.position + problem.length <= text.size());
        require(!problem.text().isEmpty());
    }
    require(parsed.problems.isEmpty() == !parsed.error(text).has_value());
    const QString printed = parsed.filter.toText();
    require(readFilter(printed, FilterVocabulary()).filter == parsed.filter);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QList<CustomField> fields{{QStringLiteral("Codice cliente"), ValueKind::Number},
                                           {QStringLiteral("lastPurchaseDate"), ValueKind::Date},
                                           {QStringLiteral("id"), ValueKind::Text}};
    static const FilterVocabulary none, canonical(fields), typed(fields, ValueLocale(QLocale::c(), QDate(2026, 3, 15)));
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const FilterVocabulary *vocabulary : {&none, &canonical, &typed})
        check(text, *vocabulary);
    return 0;
}
