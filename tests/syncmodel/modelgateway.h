// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/page.h"
#include "gateway/records/remotecontact.h"
#include "gateway/records/remotelist.h"
#include "sync/plan/outcome.h"

#include <QRandomGenerator>

#include <map>
#include <set>

namespace Elenco::Model {

/// A call of the Client's, as a value.
struct Request {
    SyncCall call = SyncCall::ReadPage;
    RemoteId id;          ///< of a contact or list; of ReadPage: the list whose members are read, or none
    QList<RemoteId> ids;  ///< contacts to be deleted, added, removed
    ContactChange change; ///< of CreateContact, UpdateContact
    QString text;         ///< the number looked up, the name of a new list
    qint64 page = 0;
    int limit = 1000;
    bool withDeleted = false;
};

/// How the Client would end it.
struct Answer {
    std::optional<Error> error;
    RemoteContact contact;
    Page<RemoteContact> contacts;
    RemoteList list;
    Page<RemoteList> lists;
};

/// The far side, in memory: it keeps its word, faults are the line's.
class Gateway
{
public:
    /// What the sources disagree about.
    struct Manner {
        bool putReplaces = false;  ///< fields that a PUT leaves out are gone
        bool refusesKnown = false; ///< a number that it knows is 400, not 409
        bool shoutsCities = false; ///< normalises a field
        size_t quota = 999;
    };

    explicit Gateway(Manner manner) : m_manner(manner) {}

    Answer handle(const Request &request);

    const Manner &manner() const { return m_manner; }
    std::map<qint64, RemoteContact> contacts;
    std::map<qint64, RemoteList> lists;
    std::set<std::pair<qint64, qint64>> members; ///< list, contact
    std::map<QString, int> created;              ///< how often a list of this name was made
    /// Everything in it, for comparing and for finding what was typed.
    QByteArray printed() const;

private:
    Answer page(const Request &request) const;
    Answer lookUp(const QString &number) const;
    Answer create(const Request &request);
    Answer update(const Request &request);
    Answer allLists(const Request &request) const;
    bool isTaken(const QString &number, qint64 but) const;
    void write(RemoteContact &contact, const ContactChange &change) const;

    Manner m_manner;
    qint64 m_lastId = 100;
};

/// The line between, which does everything a line and what stands in it can do (sync.md section 3).
class Line
{
public:
    Line(Gateway &gateway, QRandomGenerator &random) : m_gateway(gateway), m_random(random) {}

    Answer send(const Request &request);
    bool isFaulty = true;
    int requests = 0;
    int faults = 0;

private:
    Answer lost(const Request &request) const;

    Gateway &m_gateway;
    QRandomGenerator &m_random;
};

} // namespace Elenco::Model
