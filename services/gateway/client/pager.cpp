// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pager.h"

#include "gateway/client/client.h"
#include "gateway/client/pagewalk.h"
#include "gateway/records/idset.h"

namespace Elenco {

/// What both pagers do: ask for a page, take from it what is new, say where it stands.
template <typename Row>
struct PageEnumeration {
    using Ask = std::function<Task<Page<Row>>(const PageRequest &)>;

    PageEnumeration(Client &client, const PagingStart &start, Ask ask)
        : client(client), walk(start, client.capabilities().pageLimit), ask(std::move(ask))
    {
    }

    Task<PagedRows<Row>> next()
    {
        if (walk.atEnd())
            return Task<PagedRows<Row>>::finished(&client, PagedRows<Row>{{}, walk.progress()});
        step = std::make_unique<Step>(&client);
        step->promise.onStop([this] { step->request.requestStop(); });
        auto task = step->promise.task();
        run();
        return task;
    }

    struct Step {
        explicit Step(QObject *context) : promise(context) {}
        TaskPromise<PagedRows<Row>> promise;
        Task<Page<Row>> request;
    };

    void run()
    {
        step->request = ask(walk.next());
        step->request.then([this](Result<Page<Row>> page) {
            if (!page && walk.endsWith(page.error())) {
                page = Page<Row>();
                page->total = walk.progress().lastTotal;
            }
            if (!page)
                return finish(page.error());
            if (const Result<void> checked = walk.check(*page); !checked)
                return finish(checked.error());
            const bool counting = walk.isCounting();
            QList<Row> rows;
            for (Row &row : page->rows) {
                if (!counting && seen.insert(row.id))
                    rows.append(std::move(row));
            }
            walk.take(*page, rows.size());
            if (counting)
                return run();
            finish(PagedRows<Row>{std::move(rows), walk.progress()});
        });
    }

    void finish(Result<PagedRows<Row>> result)
    {
        const std::unique_ptr<Step> ended = std::move(step);
        ended->promise.finish(std::move(result));
    }

    Client &client;
    PageWalk walk;
    Ask ask;
    IdSet seen;
    std::unique_ptr<Step> step; ///< last, so that it ends first
};

struct ContactPager::State : PageEnumeration<RemoteContact> {
    using PageEnumeration::PageEnumeration;
};

struct ListPager::State : PageEnumeration<RemoteList> {
    using PageEnumeration::PageEnumeration;
};

ContactPager::ContactPager(Client &client, RemoteContactQuery query, PagingStart start)
    : m_state(std::make_unique<State>(client, start, [=, &client](const PageRequest &page) mutable {
          query.page = page;
          return client.contacts(query, start.priority);
      }))
{
}

ContactPager::ContactPager(Client &client, RemoteId listId, RemoteContactQuery query, PagingStart start)
    : m_state(std::make_unique<State>(client, start, [=, &client](const PageRequest &page) mutable {
          query.page = page;
          return client.listContacts(listId, query, start.priority);
      }))
{
}

ContactPager::ContactPager(ContactPager &&) noexcept = default;
ContactPager::~ContactPager() = default;

Task<PagedRows<RemoteContact>> ContactPager::next()
{
    return m_state->next();
}

const PagingProgress &ContactPager::progress() const
{
    return m_state->walk.progress();
}

ListPager::ListPager(Client &client, RemoteListQuery query, PagingStart start)
    : m_state(std::make_unique<State>(client, start, [=, &client](const PageRequest &page) mutable {
          query.page = page;
          return client.lists(query, start.priority);
      }))
{
}

ListPager::ListPager(ListPager &&) noexcept = default;
ListPager::~ListPager() = default;

Task<PagedRows<RemoteList>> ListPager::next()
{
    return m_state->next();
}

const PagingProgress &ListPager::progress() const
{
    return m_state->walk.progress();
}

} // namespace Elenco
