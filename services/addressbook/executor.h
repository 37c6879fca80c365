// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "core/task.h"
#include "store/contacts/contactquery.h"
#include "store/database/bookchange.h"
#include "store/database/workspace.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace Elenco {

/// The threads of an address book, for its doors only: commands run one after the other on the one that writes,
/// questions on those that read, and what was committed is announced. Lives on the GUI thread. The destructor lets the
/// writer finish all that was handed over, and blocks so long.
class Executor : public QObject
{
    Q_OBJECT

public:
    /// Who waits for the answer. Those of one kind wait for each other; no kind waits for another.
    enum class Wait {
        Rows,   ///< a person looks at the place where it will be: rows, one contact, a choice
        Counts, ///< a number beside a name, for which everybody is looked at
        Files,  ///< a whole file is read or written, or all of the address book: it takes as long as it takes
    };

    explicit Executor(std::unique_ptr<Workspace> workspace);
    ~Executor() override;

    Workspace &workspace() { return *m_workspace; }
    const Workspace &workspace() const { return *m_workspace; }
    QThreadPool &writer() { return m_writer; }
    QThreadPool &readers(Wait wait);
    int commandsUnderWay() const { return m_commandsUnderWay; }

    /// `work(Workspace &, const JobControl &)` gives a Result<T>. `context` is who waits: its end ends the question.
    template <typename T, typename Work>
    Task<T> question(QObject *context, Wait wait, Work work);
    /// The same for a change. `ended`, if given, is told of the end as well.
    template <typename T, typename Work>
    Command<T> command(QObject *context, Work work, std::function<void(const Result<T> &, JobEnd)> ended = {});
    /// When the writer comes to it; nobody waits for that.
    template <typename Work>
    void later(Work work)
    {
        m_writer.start([this, work = std::move(work)] { work(*m_workspace); });
    }

    Task<ContactOrder> order(QObject *context, const ContactQuery &query);

    /// Says what was committed since the last time, if anything was. Any thread.
    void announce();
    /// Says it also when no contact and no list is another: something else that is shown was committed. Any thread.
    void announceAnyway();
    /// Passes on what a failure means for the file. Any thread.
    void heed(const Error &error);
    /// Says gone() once more when the next one finds the file gone.
    void forgetGone() { m_isGone = false; }

Q_SIGNALS:
    // As of an AddressBook.
    void changed(const Elenco::BookChange &change);
    void commandsChanged(int underWay);
    void commandProgressed(Elenco::Progress progress);
    void commandFailed(const Elenco::Error &error);
    void damaged(const Elenco::Error &error);
    void gone(const Elenco::Error &error);
    void troubled(const Elenco::WorkspaceTrouble &trouble);

private:
    template <typename T>
    JobWatch<T> watch(std::function<void(const Result<T> &, JobEnd)> ended);

    std::unique_ptr<Workspace> m_workspace;
    std::atomic<bool> m_isDamaged = false, m_isGone = false;
    int m_commandsUnderWay = 0;
    QThreadPool m_writer; ///< one thread: the only one that writes
    QThreadPool m_rows, m_counts, m_files;
    QThreadPool m_ordering; ///< one thread: orders keep their caches, and a new one waits for the cancelled one
    std::unique_ptr<ContactQueries> m_orders; ///< used on m_ordering only
};

template <typename T>
JobWatch<T> Executor::watch(std::function<void(const Result<T> &, JobEnd)> ended)
{
    // It may be told after this object is gone: what the writer ended last.
    const QPointer<Executor> executor(this);
    return {[executor](Progress progress) {
                if (executor)
                    Q_EMIT executor->commandProgressed(progress);
            },
            [executor, ended = std::move(ended)](const Result<T> &result, JobEnd end) {
                if (!executor)
                    return;
                if (ended)
                    ended(result, end);
                Q_EMIT executor->commandsChanged(--executor->m_commandsUnderWay);
                if (end != JobEnd::Heard && !result && result.error().kind != ErrorKind::Cancelled)
                    Q_EMIT executor->commandFailed(result.error());
            }};
}

template <typename T, typename Work>
Command<T> Executor::command(QObject *context, Work work, std::function<void(const Result<T> &, JobEnd)> ended)
{
    Q_EMIT commandsChanged(++m_commandsUnderWay);
    return Command<T>::start(m_writer, context, watch<T>(std::move(ended)),
                             [this, work = std::move(work)](const JobControl &control) mutable -> Result<T> {
                                 Result<T> result = work(*m_workspace, control);
                                 announce();
                                 // Of a change that was saved all the same; one that was not has its error.
                                 const auto trouble = m_workspace->takeTrouble();
                                 if (!result)
                                     heed(result.error());
                                 else if (trouble)
                                     Q_EMIT troubled(*trouble);
                                 return result;
                             });
}

template <typename T, typename Work>
Task<T> Executor::question(QObject *context, Wait wait, Work work)
{
    return Task<T>::start(readers(wait), context,
                          [this, work = std::move(work)](const JobControl &control) mutable -> Result<T> {
                              Result<T> result = work(*m_workspace, control);
                              if (!result)
                                  heed(result.error());
                              return result;
                          });
}

} // namespace Elenco
