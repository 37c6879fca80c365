// SPDX-License-Identifier: Apache-2.0
// Any text is read as a filter, typed or canonical; problems lie within the text; what is printed of a filter, and what
// is stored of it, reads as the same filter; what was read is understood when it is asked, and can be said.
#include "core/filter/filterjson.h"
#include "core/filter/filterparser.h"
#include "core/filter/filtersentence.h"

#include <cstdint>
#include <cstdlib>

using namespace Elenco;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

const QList<CustomField> &fields()
{
    static const QList<CustomField> list{{QStringLiteral("Codice cliente"), ValueKind::Number},
                                         {QStringLiteral("lastPurchaseDate"), ValueKind::Date},
                                         {QStringLiteral("Socio"), ValueKind::Bool},
                                         {QStringLiteral("id"), ValueKind::Text}};
    return list;
}

void check(const QString &text, const FilterVocabulary &vocabulary)
{
    const ParsedFilter parsed = readFilter(text, vocabulary);
    for (const FilterProblem &problem : parsed.problems) {
        require(problem.position >= 0 && problem.length > 0 && problem.position + problem.length <= text.size());
        require(!problem.text().isEmpty());
    }
    require(parsed.problems.isEmpty() == !parsed.error(text).has_value());
    const QString printed = filterText(parsed.filter);
    require(readFilter(printed, FilterVocabulary()).filter == parsed.filter);
    const Result<Filter> stored = filterFromJson(filterToJson(parsed.filter));
    require(stored && *stored == parsed.filter);
    if (!vocabulary.isKnown())
        return;
    const ParsedFilter again = readFilter(printed, FilterVocabulary(fields()));
    require(again.problems.isEmpty() && again.filter == parsed.filter);
    const Result<Filter> checked = checkedFilter(parsed.filter, vocabulary);
    require(checked && *checked == parsed.filter);
    require(describeFilter(parsed.filter, vocabulary).isEmpty() == parsed.filter.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const FilterVocabulary none, canonical(fields()),
        typed(fields(), ValueLocale(QLocale::c(), QDate(2026, 3, 15)));
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const FilterVocabulary *vocabulary : {&none, &canonical, &typed})
        check(text, *vocabulary);
    return 0;
}
