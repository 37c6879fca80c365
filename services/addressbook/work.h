// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

// How the doors of AddressBook do their work; for its own sources only.

namespace Elenco {

template <typename T>
JobWatch<T> AddressBook::watch(std::function<void(const Result<T> &, JobEnd)> ended)
{
    // It may be told after this object is gone: what the writer ended last.
    const QPointer<AddressBook> book(this);
    return {[book](Progress progress) {
                if (book)
                    Q_EMIT book->commandProgressed(progress);
            },
            [book, ended = std::move(ended)](const Result<T> &result, JobEnd end) {
                if (!book)
                    return;
                if (ended)
                    ended(result, end);
                Q_EMIT book->commandsChanged(--book->m_commandsUnderWay);
                if (end != JobEnd::Heard && !result && result.error().kind != ErrorKind::Cancelled)
                    Q_EMIT book->commandFailed(result.error());
            }};
}

template <typename T, typename Work>
Command<T> AddressBook::write(QObject *context, Work work, std::function<void(const Result<T> &, JobEnd)> ended)
{
    Q_EMIT commandsChanged(++m_commandsUnderWay);
    return Command<T>::start(m_writer, context, watch<T>(std::move(ended)),
                             [this, work = std::move(work)](const JobControl &control) mutable -> Result<T> {
                                 const qint64 revision = m_workspace->revision();
                                 Result<T> result = work(control);
                                 if (m_workspace->revision() != revision)
                                     Q_EMIT changed(); // queued to receivers on other threads, as all of them are
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
Task<T> AddressBook::read(QObject *context, Work work)
{
    return Task<T>::start(m_readers, context,
                          [this, work = std::move(work)](const JobControl &control) mutable -> Result<T> {
                              Result<T> result = work(control);
                              if (!result)
                                  heed(result.error());
                              return result;
                          });
}

} // namespace Elenco
