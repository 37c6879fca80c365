// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/temporarylist.h"

#include "gateway/client/pager.h"

#include <QRegularExpression>

namespace Elenco {

bool isTemporaryList(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^Elenco: contacts being sent \\([0-9a-f]{16}\\)$"));
    return pattern.match(name).hasMatch();
}

Routine<TemporaryList::Making> TemporaryList::make()
{
    m_id = {};
    ListChange change;
    change.name = m_name;
    change.description = QStringLiteral("Made by Elenco for the time of an upload; it goes by itself.");
    auto answerTask = m_course.client().createList(change, Priority::Background);
    const Result<RemoteList> answer = co_await std::move(answerTask);
    const Outcome outcome = m_course.heed(SyncCall::CreateList, answer);
    if (answer) {
        m_id = answer->id;
        co_return Making::Made;
    }
    if (outcome.row == RowStep::KeepUnknown) {
        const bool found = co_await find();
        co_return found ? Making::Made : Making::Failed;
    }
    co_return outcome.row == RowStep::Resend ? Making::Failed : Making::Refused;
}

// Its answer was lost: the name is ours alone.
Routine<bool> TemporaryList::find()
{
    ListPager pager(m_course.client(), RemoteListQuery());
    while (!pager.atEnd()) {
        const Result<PagedRows<RemoteList>> page = co_await pager.next();
        m_course.heed(SyncCall::ReadLists, page);
        if (!page)
            co_return false;
        for (const RemoteList &list : page->rows) {
            if (list.name == m_name && !list.isDeleted.value_or(false))
                m_id = list.id;
        }
    }
    co_return m_id.isValid();
}

// What stays after all is found by its name in the next run.
Routine<bool> TemporaryList::remove(RemoteId list)
{
    const Result<DeletionBatch> batch = DeletionBatch::of({list});
    if (!batch)
        co_return true;
    const Result<void> answer = co_await m_course.client().deleteLists(*batch, Priority::Background);
    m_course.heed(SyncCall::DeleteLists, answer);
    co_return m_course.mayGoOn();
}

} // namespace Elenco
