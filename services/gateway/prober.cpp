// SPDX-License-Identifier: Apache-2.0
#include "gateway/prober.h"

#include "gateway/contactjson.h"
#include "gateway/listjson.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr int defaultPage = 10; // rows, where a server hears no limit (R)
constexpr int largestPage = 1000;

std::optional<quint64> numberOf(const RemoteId &id)
{
    bool ok = false;
    const quint64 number = id.value.toULongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool allNumeric(const QList<RemoteContact> &rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const RemoteContact &row) { return numberOf(row.id).has_value(); });
}

bool ascend(const QList<RemoteContact> &rows)
{
    return std::is_sorted(rows.begin(), rows.end(), [](const RemoteContact &a, const RemoteContact &b) {
        return numberOf(a.id) < numberOf(b.id);
    });
}

/// A page that is there or not.
struct Place {
    QString (*prefix)(QStringView);
    const char16_t *path;
    Known Capabilities::*member;
};
const std::array places{
    Place{subscriptionPath, u"/contacts", &Capabilities::quota},
    Place{subscriptionPath, u"", &Capabilities::subscription},
    Place{subscriptionPath, u"/credit", &Capabilities::credit},
    Place{gatewayPath, u"/campaigns", &Capabilities::campaigns},
    Place{gatewayPath, u"/exports", &Capabilities::exports},
};

// What says "there is no such thing for you", and what only says "not now".
bool isAbsence(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::NotAllowed || kind == ErrorKind::Refused ||
           kind == ErrorKind::NotTheGateway;
}

} // namespace

Prober::Prober(ClientState &state) : m_state(state), m_flow(state.begin<Capabilities>()), m_found(state.capabilities)
{
    // Found out anew; what only writes show is kept.
    m_found.paging = PagingStyle::PageAndLimit;
    m_found.listPaging = PagingStyle::PageAndLimit;
    m_found.firstPage = 0;
    m_found.pageLimit = largestPage;
}

Task<Capabilities> Prober::start(ClientState &state)
{
    const std::shared_ptr<Prober> prober(new Prober(state));
    auto task = prober->m_flow->task();
    prober->readSmallPage(true);
    return task;
}

void Prober::readContacts(const Ask &ask, std::function<void(Result<ContactPage>)> next)
{
    Request request = readRequest(gatewayPath(u"/contacts"), Priority::Person);
    request.ask(u"phoneNumber"_s, ask.phoneNumber);
    if (m_found.paging == PagingStyle::OffsetAndLimit)
        request.ask(u"offset"_s, u"0"_s);
    else
        request.ask(u"page"_s, QString::number(m_found.firstPage));
    request.ask(ask.sizeName, QString::number(ask.size));
    if (ask.sorted) {
        request.ask(u"sortBy"_s, u"id"_s);
        request.ask(u"sortOrder"_s, u"asc"_s);
    }
    RemoteContactQuery query;
    query.phoneNumber = ask.phoneNumber;
    m_flow->step<ContactPage>(
        request,
        [query](const HttpAnswer &answer) {
            return pageFromJson<RemoteContact>(answer.body, {"content", "contacts"}, contactFromJson,
                                               [&query](const RemoteContact &row) { return query.matches(row); });
        },
        std::move(next));
}

void Prober::readSmallPage(bool sorted)
{
    m_sorted = sorted;
    readContacts({u"limit"_s, 2, sorted, {}}, [self = shared_from_this()](const Result<ContactPage> &page) {
        if (page)
            return self->judgeSmallPage(*page);
        if (self->m_sorted && page.error().kind == ErrorKind::Refused)
            return self->readSmallPage(false);
        self->m_flow->finish(page.error());
    });
}

void Prober::judgeSmallPage(const ContactPage &page)
{
    if (page.echo.offset)
        m_found.paging = PagingStyle::OffsetAndLimit;
    else if (page.echo.page == 1 && page.rowsGiven > 0)
        m_found.firstPage = 1;
    const bool heard = page.rowsGiven <= 2 && page.echo.limit.value_or(2) == 2;
    if (heard || page.echo.offset)
        return readLargePage();
    // "limit" means nothing here; "size" may (U7).
    readContacts({u"size"_s, 2, m_sorted, {}}, [self = shared_from_this()](const Result<ContactPage> &second) {
        if (second && second->rowsGiven <= 2 && second->echo.limit.value_or(2) == 2)
            self->m_found.paging = PagingStyle::PageAndSize;
        else if (!second && second.error().kind != ErrorKind::Refused)
            return self->m_flow->finish(second.error());
        self->readLargePage();
    });
}

void Prober::readLargePage()
{
    const QString sizeName = m_found.paging == PagingStyle::PageAndSize ? u"size"_s : u"limit"_s;
    readContacts({sizeName, largestPage, m_sorted, {}}, [self = shared_from_this()](const Result<ContactPage> &page) {
        if (page)
            return self->judgeLargePage(*page);
        if (page.error().kind != ErrorKind::Refused)
            return self->m_flow->finish(page.error());
        // A limit above the account's own may be refused instead of lowered.
        self->m_found.pageLimit = 100;
        self->readLists(u"limit"_s);
    });
}

void Prober::judgeLargePage(const ContactPage &page)
{
    const qint64 given = page.rowsGiven;
    const bool more = page.hasMore.value_or(false) || page.total.value_or(given) > given;
    qint64 limit = largestPage;
    if (page.echo.limit && *page.echo.limit > 0 && *page.echo.limit < largestPage)
        limit = *page.echo.limit;
    else if (given > 0 && given < largestPage && more)
        limit = given;
    m_found.pageLimit = int(limit == defaultPage && given > defaultPage ? largestPage : limit);
    const bool telling = page.rows.size() >= 2;
    if (!page.rows.isEmpty())
        m_found.numericIds = allNumeric(page.rows) ? Known::Yes : Known::No;
    if (!m_sorted || m_found.numericIds == Known::No)
        m_found.sortById = Known::No;
    else if (telling)
        m_found.sortById = ascend(page.rows) ? Known::Yes : Known::No;
    const auto callable = std::find_if(page.rows.begin(), page.rows.end(), [](const RemoteContact &row) {
        return !row.phoneNumber.value_or(QString()).isEmpty();
    });
    // One row alone is what an ignored filter would show as well.
    if (telling && callable != page.rows.end())
        return readByPhone(*callable->phoneNumber);
    readLists(u"limit"_s);
}

void Prober::readByPhone(const QString &phoneNumber)
{
    const QString sizeName = m_found.paging == PagingStyle::PageAndSize ? u"size"_s : u"limit"_s;
    readContacts(
        {sizeName, defaultPage, false, phoneNumber}, [self = shared_from_this()](const Result<ContactPage> &page) {
            if (page)
                self->m_found.filtersByPhone = page->rowsDropped == 0 && !page->rows.isEmpty() ? Known::Yes : Known::No;
            else if (page.error().kind == ErrorKind::Refused)
                self->m_found.filtersByPhone = Known::No;
            else
                return self->m_flow->finish(page.error());
            self->readLists(u"limit"_s);
        });
}

void Prober::readLists(const QString &sizeName)
{
    Request request = readRequest(gatewayPath(u"/contacts/list"), Priority::Person);
    request.ask(u"page"_s, QString::number(m_found.firstPage));
    request.ask(sizeName, u"2"_s);
    m_flow->step<Page<RemoteList>>(
        request,
        [](const HttpAnswer &answer) {
            return pageFromJson<RemoteList>(answer.body, {"content", "lists"}, listFromJson,
                                            [](const RemoteList &) { return true; });
        },
        [self = shared_from_this(), sizeName](const Result<Page<RemoteList>> &page) {
            if (!page && page.error().kind != ErrorKind::Refused)
                return self->m_flow->finish(page.error());
            const bool heard = page && page->rowsGiven <= 2 && page->echo.limit.value_or(2) == 2;
            if (page && page->echo.offset)
                self->m_found.listPaging = PagingStyle::OffsetAndLimit;
            else if (sizeName == "size"_L1 && heard)
                self->m_found.listPaging = PagingStyle::PageAndSize;
            else if (sizeName != "size"_L1 && !heard)
                return self->readLists(u"size"_s);
            self->readRest(0);
        });
}

void Prober::readRest(size_t index)
{
    if (index == places.size()) {
        m_found.probed = true;
        m_state.learn([this](Capabilities &known) { known = m_found; });
        return m_flow->finish(m_found);
    }
    const Place &place = places[index];
    Request request = readRequest(place.prefix(place.path), Priority::Person);
    m_flow->step<void>(
        request,
        [](const HttpAnswer &answer) -> Result<void> {
            const auto document = JsonDocument::parse(answer.body);
            return document ? Result<void>() : Result<void>(Error{ErrorKind::UnreadableAnswer, {}, {}});
        },
        [self = shared_from_this(), &place, index](const Result<void> &result) {
            const ErrorKind kind = result ? ErrorKind::Internal : result.error().kind;
            if (result)
                self->m_found.*place.member = Known::Yes;
            else if (isAbsence(kind))
                self->m_found.*place.member = Known::No;
            else
                return self->m_flow->finish(result.error());
            self->readRest(index + 1);
        });
}

} // namespace Elenco
