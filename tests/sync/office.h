// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/journal.h"
#include "store/sync/conflicts.h"
#include "sync/run/syncengine.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"
#include "tests/support/testworkspace.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <source_location>

namespace Elenco {

class Office;

/// One desk of an office: a real workspace file, a client and an engine of its own.
class Desk
{
public:
    /// `mostSingles`: as in SyncDesk.
    explicit Desk(Office &office, qint64 mostSingles = 300);
    ~Desk();

    TestWorkspace &files() { return m_files; }
    Workspace &workspace() { return *m_files; }
    Journal journal() { return Journal(*m_files); }
    SyncEngine &engine() { return *m_engine; }
    Client &client() { return *m_client; }

    /// Runs a sync to its end.
    SyncReport sync(const SyncOptions &options = {});
    /// The same, ended by hand when the `request`th request is at the gateway; gives how many came to it.
    int syncEndedAt(int request);
    /// On the thread that the next sync writes on, with its connection.
    void onWriter(const std::function<void(Connection &)> &work);
    /// As a restart of the program: workspace, client and engine anew.
    void restart();
    /// Given the key of another account.
    void moveTo(Office &office);

    // Edits, as a person makes them. Names are "First Last".
    ContactId add(const QString &name, const QString &number, const QString &city = {});
    void set(ContactId id, const std::string &field, const QString &value);
    void remove(ContactId id);
    ListId addList(const QString &name);
    void join(ContactId id, const QString &list);
    void leave(ContactId id, const QString &list);
    ContactId named(const QString &name);
    /// One of Office::addPeople().
    ContactId person(int i);
    Result<ChangeSetId> resolve(qint64 conflict, Choice choice, const ContactState &fields = {});

    /// One person a line, sorted: "Giulia Rossi +393401234567 Milano {spent=12} <VIP>".
    QString people();
    QString listNames();
    qint64 trashed();  ///< contacts in the trash
    QString waiting(); ///< the unsent counts that are not 0: "created 2, conflicts 1"

private:
    void open();

    Office *m_office;
    const qint64 m_mostSingles;
    TestWorkspace m_files;
    QThreadPool m_writer;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<SyncEngine> m_engine;
};

/// A practice gateway and the desks that share its account.
class Office
{
public:
    explicit Office(const Practice::Options &options = {}, quint32 seed = 1);

    Practice::Gateway &gateway() { return m_gateway.gateway(); }
    Practice::State &state() { return m_gateway.state(); }
    Practice::RequestLog &log() { return m_gateway.log(); }
    GatewayDesk &far() { return m_gateway; }

    /// How many requests like this came to the gateway since its log was cleared.
    qsizetype requests(const Practice::CallPattern &pattern) { return log().count(pattern); }

    /// What is over there, written as Desk::people() does.
    QString people();
    QString listNames();
    /// Another desk, or the web dashboard, at work.
    qint64 add(const QString &name, const QString &number, const QString &city = {});
    /// "Person 1" and so on of Milano, with numberOf() each.
    void addPeople(int count);
    static QString numberOf(int i);
    void change(qint64 id, const std::function<void(Practice::Contact &)> &edit);
    qint64 numbered(const QString &number);
    /// Does this once, when the first request like that is at the gateway and before it is carried out.
    void atFirst(const Practice::CallPattern &call, std::function<void()> what);
    /// It has been done.
    bool wasReached() const { return m_wasReached; }
    static Practice::Options threeRowsAPage();

private:
    GatewayDesk m_gateway;
    bool m_wasReached = false;
};

/// Nothing fails any more: after two syncs at most all has been read, and here is what is there.
void verifySame(Office &office, Desk &desk, const SyncOptions &options = {},
                std::source_location where = std::source_location::current());
/// Besides, nothing waits, nothing dangerous was asked for, and another sync sends nothing.
void verifyInStep(Office &office, Desk &desk, const SyncOptions &options = {},
                  std::source_location where = std::source_location::current());

} // namespace Elenco
