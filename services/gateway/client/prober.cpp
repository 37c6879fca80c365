// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/prober.h"

#include "gateway/json/listjson.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr int defaultPage = 10; // rows, where a server hears no limit (R)
constexpr int largestPage = 1000;
constexpr int smallPage = 100;

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
    const Capabilities fresh;
    m_found.paging = m_found.memberPaging = m_found.listPaging = fresh.paging;
    m_found.firstPage = m_found.memberFirstPage = m_found.listFirstPage = -1;
    m_found.pageLimit = largestPage;
    m_found.sortNames = fresh.sortNames;
    m_found.sortById = Known::Unknown;
    m_found.envelope = fresh.envelope;
    m_found.refusedNames.clear();
    m_found.takenKeys.clear();
}

Task<Capabilities> Prober::start(ClientState &state)
{
    const std::shared_ptr<Prober> prober(new Prober(state));
    auto task = prober->m_flow->task();
    prober->readBare();
    return task;
}

// What an answer is like before anything was asked: its keys are the words of the account.
void Prober::readBare()
{
    readContacts({0, false, {}, {}}, [self = shared_from_this()](const Result<ContactPage> &page) {
        if (!page)
            return self->m_flow->finish(page.error());
        if (page->echo.saysSize)
            self->m_found.paging = PagingStyle::PageAndSize;
        self->readSmallPage(0);
    });
}

void Prober::readContacts(const Ask &ask, std::function<void(Result<ContactPage>)> next)
{
    RemoteContactQuery query;
    query.phoneNumber = ask.phoneNumber;
    query.email = ask.email;
    const PageRequest part{0, ask.size};
    const auto build = [ask, part](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/contacts"), Priority::Person);
        askFilter(request, u"phoneNumber"_s, ask.phoneNumber, contactPages, known);
        askFilter(request, u"email"_s, ask.email, contactPages, known);
        if (part.limit > 0)
            askPage(request, {0, std::min(part.limit, known.pageLimit)}, contactPages, known);
        if (ask.sorted && known.sortNames != SortNames::Neither) {
            const bool isReference = known.sortNames == SortNames::SortByAndOrder;
            request.ask(isReference ? u"sortBy"_s : u"sort"_s, u"id"_s);
            request.ask(isReference ? u"sortOrder"_s : u"order"_s, u"asc"_s);
        }
        return request;
    };
    // A filter that is ignored shows everybody: the rows are looked at below.
    m_state.readPage<Capabilities, RemoteContact>(m_flow.get(), {contactPages, part, build, &m_found},
                                                  m_state.contactRows(query, &m_found), std::move(next));
}

// Two rows: whether the number is heard at all. Each of the three ways to say it at most once.
void Prober::readSmallPage(int turn)
{
    readContacts({2, true, {}, {}}, [self = shared_from_this(), turn](const Result<ContactPage> &page) {
        if (!page)
            return self->m_flow->finish(page.error());
        const bool isHeard = page->rowsGiven <= 2 && page->echo.limit.value_or(2) == 2;
        if (isHeard || turn == 2)
            return self->readLargePage();
        PagingStyle &style = self->m_found.paging;
        style = style == PagingStyle::PageAndSize ? PagingStyle::PageAndLimit : PagingStyle::PageAndSize;
        self->readSmallPage(turn + 1);
    });
}

void Prober::readLargePage()
{
    readContacts({largestPage, true, {}, {}}, [self = shared_from_this()](const Result<ContactPage> &page) {
        if (page)
            return self->judgeLargePage(*page);
        if (page.error().kind != ErrorKind::Refused)
            return self->m_flow->finish(page.error());
        self->m_found.pageLimit = smallPage;
        self->readLists();
    });
}

void Prober::judgeLargePage(const ContactPage &page)
{
    const qint64 given = page.rowsGiven;
    const bool more = page.hasMore.value_or(false) || page.total.value_or(given) > given;
    qint64 limit = m_found.pageLimit;
    if (page.echo.limit && *page.echo.limit > 0 && *page.echo.limit < limit)
        limit = *page.echo.limit;
    else if (given > 0 && given < limit && more)
        limit = given;
    m_found.pageLimit = int(limit == defaultPage && given > defaultPage ? largestPage : limit);
    m_found.memberPaging = m_found.paging;
    const bool telling = page.rows.size() >= 2;
    if (!page.rows.isEmpty())
        m_found.numericIds = allNumeric(page.rows) ? Known::Yes : Known::No;
    if (m_found.sortNames == SortNames::Neither || m_found.numericIds == Known::No)
        m_found.sortById = Known::No;
    else if (telling)
        m_found.sortById = ascend(page.rows) ? Known::Yes : Known::No;
    if (!telling) // one row alone is what an ignored filter would show as well
        return readLists();
    for (const RemoteContact &row : page.rows) {
        if (m_phoneNumber.isEmpty())
            m_phoneNumber = row.phoneNumber.value_or(QString());
        if (m_email.isEmpty())
            m_email = row.email.value_or(QString());
    }
    readByPhone();
}

void Prober::readByPhone()
{
    if (m_phoneNumber.isEmpty())
        return readByEmail();
    readContacts({defaultPage, false, m_phoneNumber, {}}, [self = shared_from_this()](const Result<ContactPage> &page) {
        if (self->judgeFilter(page, u"phoneNumber"_s, &Capabilities::filtersByPhone))
            self->readByEmail();
    });
}

void Prober::readByEmail()
{
    if (m_email.isEmpty())
        return readLists();
    readContacts({defaultPage, false, {}, m_email}, [self = shared_from_this()](const Result<ContactPage> &page) {
        if (self->judgeFilter(page, u"email"_s, &Capabilities::filtersByEmail))
            self->readLists();
    });
}

bool Prober::judgeFilter(const Result<ContactPage> &page, const QString &name, Known Capabilities::*filter)
{
    if (!page && page.error().kind != ErrorKind::Refused) {
        m_flow->finish(page.error());
        return false;
    }
    const bool isHonoured =
        page && page->rowsDropped == 0 && !page->rows.isEmpty() && !m_found.refuses("contacts?"_L1 + name);
    m_found.*filter = isHonoured ? Known::Yes : Known::No;
    return true;
}

void Prober::readLists()
{
    m_found.listPaging =
        m_found.paging == PagingStyle::PageAndSize ? PagingStyle::PageAndSize : PagingStyle::PageAndLimit;
    readListPage(0);
}

void Prober::readListPage(int turn)
{
    const PageRequest part{0, 2};
    const auto build = [part](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/contacts/list"), Priority::Person);
        askPage(request, part, listPages, known);
        return request;
    };
    m_state.readPage<Capabilities, RemoteList>(
        m_flow.get(), {listPages, part, build, &m_found},
        [](const HttpAnswer &answer) {
            return pageFromJson<RemoteList>(answer.body, {"content", "lists"}, listFromJson,
                                            [](const RemoteList &) { return true; });
        },
        [self = shared_from_this(), turn](const Result<Page<RemoteList>> &page) {
            if (!page && page.error().kind != ErrorKind::Refused)
                return self->m_flow->finish(page.error());
            const bool isHeard = page && page->rowsGiven <= 2 && page->echo.limit.value_or(2) == 2;
            if (isHeard || !page || turn == 2)
                return self->readRest(0);
            PagingStyle &style = self->m_found.listPaging;
            style = style == PagingStyle::PageAndSize ? PagingStyle::PageAndLimit : PagingStyle::PageAndSize;
            self->readListPage(turn + 1);
        });
}

void Prober::readRest(size_t index)
{
    if (index == places.size()) {
        m_found.probed = true;
        m_found.firstPage = std::max(m_found.firstPage, 0);
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
