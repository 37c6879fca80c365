// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pagespelling.h"

#include "gateway/http/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr int mostSpellings = 5;         // after the first
constexpr int smallestMaximum = 100; // rows a page, of all documents

QString valueOf(const Request &request, QStringView name)
{
    for (const Request::Parameter &parameter : request.query) {
        if (parameter.name == name)
            return parameter.value;
    }
    return {};
}

bool has(const Request &request, QStringView name)
{
    return std::any_of(request.query.begin(), request.query.end(), [name](auto &each) { return each.name == name; });
}

// Filters that every row can be checked against (a row that shows no gender can't), and wishes that change nothing else
// than the order, or show more.
const QStringList &droppable()
{
    static const QStringList names{u"phoneNumber"_s, u"email"_s, u"includeDeleted"_s, u"sortPriorityListId"_s,
                                   u"isDraft"_s};
    return names;
}

bool isSorting(QStringView name)
{
    return name == u"sortBy" || name == u"sortOrder" || name == u"sort" || name == u"order";
}

} // namespace

const PageKind contactPages{&Capabilities::paging, &Capabilities::firstPage, "contacts"_L1};
const PageKind memberPages{&Capabilities::memberPaging, &Capabilities::memberFirstPage, "contacts"_L1};
const PageKind listPages{&Capabilities::listPaging, &Capabilities::listFirstPage, "lists"_L1};

void PageKind::learn(Capabilities &known, const PageRequest &asked, int rowsGiven, const PageEcho &echo) const
{
    constexpr qint64 defaultSize = 10; // of all documents, where a server hears no limit
    if (echo.offset)
        known.*style = PagingStyle::OffsetAndLimit;
    else if (echo.page && known.*style == PagingStyle::OffsetAndLimit)
        known.*style = PagingStyle::PageAndLimit; // it counts pages, and has passed over the offset
    else if (echo.saysSize && known.*style == PagingStyle::PageAndLimit && echo.limit == defaultSize &&
             limitOf(asked, known) != defaultSize)
        known.*style = PagingStyle::PageAndSize;
    if (asked.page == 0 && (echo.page == 0 || echo.page == 1) && known.*firstPage != 1)
        known.*firstPage = int(*echo.page);
    if (style != &Capabilities::paging)
        return;
    if (echo.isBare)
        known.envelope = PageEnvelope::Bare;
    else if (echo.offset)
        known.envelope = PageEnvelope::Offset;
    else if (rowsGiven > 0 || echo.page)
        known.envelope = echo.saysSize ? PageEnvelope::Content : PageEnvelope::Pages;
}

int limitOf(const PageRequest &page, const Capabilities &known)
{
    return std::clamp(page.limit > 0 ? page.limit : known.pageLimit, 1, 1000);
}

void askPage(Request &request, const PageRequest &page, const PageKind &kind, const Capabilities &known)
{
    const int asked = limitOf(page, known);
    const PagingStyle style = known.*kind.style;
    if (style == PagingStyle::OffsetAndLimit) {
        request.ask(u"offset"_s, QString::number(page.page * asked));
        request.ask(u"limit"_s, QString::number(std::min(asked, known.pageLimit)));
        return;
    }
    // Fewer rows than asked for are no wrong page, where it is the first.
    const int limit = page.page == 0 ? std::min(asked, known.pageLimit) : asked;
    const int first = known.*kind.firstPage;
    if (page.page > 0 || first >= 0)
        request.ask(u"page"_s, QString::number(page.page + std::max(first, 0)));
    request.ask(style == PagingStyle::PageAndSize ? u"size"_s : u"limit"_s, QString::number(limit));
}

void askFilter(Request &request, const QString &name, const QString &value, const PageKind &kind,
               const Capabilities &known)
{
    if (!known.refuses(kind.scope + u'?' + name))
        request.ask(name, value);
}

PageSpelling::PageSpelling(const PageKind &kind, const Capabilities &known, bool keepsOrder)
    : m_kind(kind), m_base(known), m_now(known), m_keepsOrder(keepsOrder)
{
}

bool PageSpelling::change(const Request &sent, const QString &words)
{
    if (m_tries == mostSpellings)
        return false;
    ++m_tries;
    QStringList names;
    for (const Request::Parameter &parameter : sent.query)
        names.append(parameter.name);
    const QStringList named = namedIn(words, names);
    bool isRespelt = false;
    for (const QString &name : named)
        isRespelt = respell(name, sent) || isRespelt;
    return isRespelt || (named.isEmpty() && nextVariant(sent));
}

bool PageSpelling::respell(const QString &name, const Request &sent)
{
    // Proved before: now it is the value that is refused, or the account has changed.
    if ((isSorting(name) && m_keepsOrder) || (name == u"phoneNumber" && m_base.filtersByPhone == Known::Yes) ||
        (name == u"email" && m_base.filtersByEmail == Known::Yes)) {
        m_doubted.append(name);
        return false;
    }
    if (isSorting(name)) {
        const bool isFirst = m_now.sortNames == SortNames::SortByAndOrder && m_kind.scope == "contacts"_L1;
        const SortNames next = isFirst ? SortNames::SortAndOrder : SortNames::Neither;
        // Both names of a pair may be named at once.
        if ((name == u"sortBy" || name == u"sortOrder") == (m_now.sortNames == SortNames::SortByAndOrder))
            m_now.sortNames = next;
        return true;
    }
    if (droppable().contains(name)) {
        m_now.refusedNames.append(m_kind.scope + u'?' + name);
        return true;
    }
    if (name == u"limit" || name == u"size") {
        // The number may be what is too large, not the name what is unknown.
        if (m_now.pageLimit > smallestMaximum && valueOf(sent, name).toInt() > smallestMaximum)
            m_now.pageLimit = smallestMaximum;
        else
            nextStyle();
        return true;
    }
    if (name == u"page" && valueOf(sent, name) == u"0" && m_now.*m_kind.firstPage == 0) {
        m_now.*m_kind.firstPage = 1;
        return true;
    }
    if (name == u"page" || name == u"offset") {
        nextStyle();
        return true;
    }
    return false; // a filter that only the gateway can apply
}

void PageSpelling::nextStyle()
{
    m_now.*m_kind.style = PagingStyle((int(m_now.*m_kind.style) + 1) % 3);
    if (m_now.*m_kind.style == PagingStyle::OffsetAndLimit)
        m_now.*m_kind.firstPage = 0;
}

// Nothing of ours was named: one thing at a time, so that what is remembered is what it was.
bool PageSpelling::nextVariant(const Request &sent)
{
    const Capabilities before = m_now;
    m_now = m_base;
    const bool isSorted = std::any_of(sent.query.begin(), sent.query.end(), [](auto &p) { return isSorting(p.name); });
    while (m_now == m_base && m_variant < 6) {
        switch (m_variant++) {
        case 0:
            if (isSorted && !m_keepsOrder)
                m_now.sortNames = SortNames::Neither;
            break;
        case 1: m_now.*m_kind.style = PagingStyle((int(m_base.*m_kind.style) + 1) % 3); break;
        case 2: m_now.*m_kind.style = PagingStyle((int(m_base.*m_kind.style) + 2) % 3); break;
        case 3:
            if (valueOf(sent, u"page") == u"0")
                m_now.*m_kind.firstPage = 1;
            break;
        case 4:
            for (const QString &name : droppable()) {
                if (has(sent, name))
                    m_now.refusedNames.append(m_kind.scope + u'?' + name);
            }
            break;
        case 5: m_now.pageLimit = std::min(m_base.pageLimit, smallestMaximum); break;
        default: break;
        }
    }
    if (m_now != m_base)
        return true;
    m_now = before;
    return false;
}

void PageSpelling::adopt(Capabilities &known) const
{
    known.*m_kind.style = m_now.*m_kind.style;
    known.*m_kind.firstPage = m_now.*m_kind.firstPage;
    known.sortNames = m_now.sortNames;
    if (m_now.sortNames == SortNames::Neither)
        known.sortById = Known::No;
    known.pageLimit = std::min(known.pageLimit, m_now.pageLimit);
    for (const QString &name : m_now.refusedNames) {
        if (!known.refusedNames.contains(name))
            known.refusedNames.append(name);
    }
    if (known.refuses(u"contacts?phoneNumber"_s))
        known.filtersByPhone = Known::No;
    if (known.refuses(u"contacts?email"_s))
        known.filtersByEmail = Known::No;
}

void PageSpelling::doubt(Capabilities &known) const
{
    for (const QString &name : m_doubted) {
        if (isSorting(name))
            known.sortById = Known::Unknown;
        else
            known.*(name == u"email" ? &Capabilities::filtersByEmail : &Capabilities::filtersByPhone) = Known::Unknown;
    }
}

} // namespace Elenco
