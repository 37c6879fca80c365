// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/clientstate.h"

namespace Elenco {

/// Has one contact created or changed, in the words that the account takes: names as one or as two, and without the
/// keys that it refuses. One key that a 400 names, or that is found by halves where it names none, costs that key and
/// not the contact; it is remembered. A key that was taken before is not given up: then its value is what is refused.
class ContactSender : public std::enable_shared_from_this<ContactSender>
{
public:
    using Step = std::function<void(Request, std::function<Result<RemoteContact>(const HttpAnswer &)>,
                                    std::function<void(Result<RemoteContact>)>)>;
    using Done = std::function<void(Result<SentContact>)>;
    /// Told of a refusal that names nothing; calls what it is given if no other reason is known.
    using Doubt = std::function<void(const Error &, std::function<void()>)>;

    /// `id`: of whom to change; none: a new one. `step` carries out one request of the flow that waits for `done`.
    static void send(ClientState &state, const RemoteId &id, const ContactChange &change, Priority priority, Step step,
                     Doubt doubt, Done done);

private:
    ContactSender(ClientState &state, RemoteId id, ContactChange change, Priority priority, Step step, Doubt doubt,
                  Done done);

    void begin();
    void readGiven();
    void takeGiven(const ContactChange::ReadName &name);
    void readInstead();
    void sendAll();
    void write(const ContactChange &part, std::function<void(Result<RemoteContact>)> next);
    void readWritten(std::function<void(Result<RemoteContact>)> next);
    std::optional<QString> wholeNameIn(const ContactChange &part) const;
    void judge(const Error &error, std::function<void()> again);
    bool heedNamed();
    void repeat(const Error &error);
    void search(const Error &error);
    void tryHalves();
    void writeRest();
    void succeed(RemoteContact contact);
    void nameAnew(const RemoteContact &contact);
    QStringList suspects() const;
    void drop(const QStringList &keys);
    void learn(const RemoteContact &contact);

    ClientState &m_state;
    RemoteId m_id;
    ContactChange m_change; ///< what is left of the wish
    Priority m_priority;
    Step m_step;
    Doubt m_doubt;
    Done m_done;
    QString m_given; ///< the whole name over there
    QString m_words; ///< of the last 400
    bool m_wasHeard = false;
    bool m_isWhole;
    QStringList m_dropped;
    QList<QStringList> m_halves;
    RemoteContact m_shown;
    Error m_refusal; ///< that names nothing
    int m_tries = 0;
    int m_triesBefore = 0; ///< those before the halves
};

} // namespace Elenco
