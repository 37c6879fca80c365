// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "sync/run/syncscheduler.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Elenco {

/// Reads a contact by its id when a person opens it, where listings hide some of it: once an opening, in the
/// background, and only while nothing else is under way with the account. What comes back is taken as a sync takes it.
/// A gateway that is away costs nothing but a sign: failed() with what is shown. Lives on the thread of the Client.
class OpenedReading : public QObject
{
    Q_OBJECT

public:
    OpenedReading(const SyncSurroundings &surroundings, SyncScheduler &scheduler, QObject *parent = nullptr);
    ~OpenedReading() override;

    /// The account's client from now on; nullptr: none.
    void setClient(Client *client);
    /// This contact is shown now; one without an id: none is. Going through contacts with the arrow keys asks for
    /// nobody: it is read when it has been shown for a moment. The same one again is no other opening.
    void open(ContactId id);

    /// The last reading of the contact that is shown did not come to its end.
    bool hasFailed() const { return m_hasFailed; }

Q_SIGNALS:
    /// The contact that is shown was read just now; `hasNews`: its values here are others than before.
    void read(bool hasNews);
    /// hasFailed() is another.
    void changed();

private:
    void wait();
    void begin();
    Routine<bool> readOne(ContactId id);
    void setFailed(bool hasFailed);
    bool mayRead() const;

    SyncSurroundings m_surroundings;
    SyncScheduler &m_scheduler;
    QPointer<Client> m_client;
    std::unique_ptr<SyncCourse> m_course;
    std::shared_ptr<bool> m_hasNews;
    Routine<bool> m_reading; ///< ends before the course that it uses
    std::unique_ptr<Alarm> m_alarm;
    ContactId m_opened;
    qint64 m_attempts = 0;    ///< of the scheduler, when the reading began
    bool m_isPending = false; ///< a sync was in the way
    bool m_hasFailed = false;
};

} // namespace Elenco
