// SPDX-License-Identifier: Apache-2.0
#include "addressbook/executor.h"

namespace Elenco {

Executor::Executor(std::unique_ptr<Workspace> workspace)
    : m_workspace(std::move(workspace)), m_orders(std::make_unique<ContactQueries>(*m_workspace))
{
    m_writer.setMaxThreadCount(1);
    m_ordering.setMaxThreadCount(1);
    m_rows.setMaxThreadCount(2);
    m_counts.setMaxThreadCount(1);
    m_files.setMaxThreadCount(2);
    for (QThreadPool *pool : {&m_ordering, &m_rows, &m_counts, &m_files, &m_writer})
        pool->setExpiryTimeout(-1); // with a thread end its connections, and with them what they remember of the file
    later([this](Workspace &workspace) {
        if (const Result<void> connected = workspace.connectWriter(); !connected)
            heed(connected.error());
    });
}

Executor::~Executor()
{
    for (QThreadPool *pool : {&m_ordering, &m_rows, &m_counts, &m_files, &m_writer})
        pool->waitForDone();
}

QThreadPool &Executor::readers(Wait wait)
{
    switch (wait) {
    case Wait::Rows: return m_rows;
    case Wait::Counts: return m_counts;
    case Wait::Files: return m_files;
    }
    Q_UNREACHABLE();
}

Task<ContactOrder> Executor::order(QObject *context, const ContactQuery &query)
{
    return Task<ContactOrder>::start(m_ordering, context,
                                     [this, query](const JobControl &control) -> Result<ContactOrder> {
                                         if (control.isCancelled())
                                             return Error{ErrorKind::Cancelled, {}, {}}; // superseded before it began
                                         Result<ContactOrder> order = m_orders->order(query, control);
                                         if (!order)
                                             heed(order.error());
                                         return order;
                                     });
}

void Executor::announce()
{
    if (const auto change = m_workspace->takeChange())
        Q_EMIT changed(*change); // queued to receivers on other threads, as all of them are
}

void Executor::announceAnyway()
{
    Q_EMIT changed(m_workspace->takeChange().value_or(BookChange()));
}

void Executor::heed(const Error &error)
{
    if (error.kind == ErrorKind::Gone && !m_isGone.exchange(true))
        Q_EMIT gone(error);
    if (error.kind != ErrorKind::Damaged || m_isDamaged.exchange(true))
        return;
    m_workspace->markDamaged();
    Q_EMIT damaged(error);
}

} // namespace Elenco
