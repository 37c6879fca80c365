// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/task.h"
#include "gateway/client/idbatch.h"
#include "gateway/http/credential.h"
#include "gateway/http/requestlog.h"
#include "gateway/http/transport.h"
#include "gateway/json/capabilities.h"
#include "gateway/pacing/priority.h"
#include "gateway/records/account.h"
#include "gateway/records/campaign.h"
#include "gateway/records/exportjob.h"
#include "gateway/records/remotecontactquery.h"
#include "gateway/records/remotelist.h"
#include "gateway/records/subscription.h"
#include "gateway/records/upload.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Elenco {

class ClientState;

/// What a Client is given instead of looking for it: network, time, chance, a place for its log.
struct ClientSurroundings {
    std::shared_ptr<Transport> transport;
    std::shared_ptr<Clock> clock;
    std::function<double()> random;  ///< evenly in [0, 1)
    std::shared_ptr<RequestLog> log; ///< may be none
    bool debug = false;              ///< the log names queries, numbers shortened

    /// The real ones: the network, the monotonic clock, the system's source of random numbers.
    static ClientSurroundings system(const TransportOptions &options = {});
};

/// The partner gateway, one function a call (gateway.md): values in, a Task of values out. The one way to it; paces all
/// requests of its account and repeats those that may be repeated.
///
/// Lives on one thread with an event loop and is the context of its Tasks: a Task ends exactly once, or is silent when
/// it or the Client is destroyed. Stopping a Task ends it with Cancelled while nothing has left, with OutcomeUnknown
/// when a write has. Ids that can't stand in an address are refused with InvalidInput before anything leaves
/// (isUsableId).
///
/// Reads end with a value or any of ErrorKind's gateway kinds, and are tried up to three times for a person, five in
/// the background, but twice where nobody answers at all (isHanging()). A write ends as *done*
/// (a value), *refused* (nothing was changed: KeyRefused, NotAllowed, NotFound, Refused, Conflict, QuotaExhausted,
/// TooLarge, RateLimited, or a connection that was never made) or OutcomeUnknown, and leaves exactly once a try.
/// Only what the contract calls safe is tried again by itself after an unknown outcome: removals by id and memberships.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(Account account, Credential credential, Capabilities capabilities, ClientSurroundings surroundings,
           QObject *parent = nullptr);
    ~Client() override;

    const Account &account() const;
    /// What was handed in, and what answers have shown since: capabilitiesChanged() says when.
    const Capabilities &capabilities() const;

    /// The last two requests got no answer at all in their time; until something is answered each is tried once.
    bool isHanging() const;

    /// What answers have shown of the account's fields, all that is known of them by now.
    void noteFields(const AccountFields &fields);

    /// Is it the gateway, does it take the key? One read, tried once. NotTheGateway, KeyRefused, NotAllowed and the
    /// kinds of failed connections say why not.
    Task<void> testConnection();
    /// Finds out what the account can do, by reads only: some ten requests.
    Task<Capabilities> probe();

    /// What the account's answers look like, for whoever has to understand it without an account: a JSON object of
    /// calls with their status, the keys and the types of their answers, the page they say they are; and
    /// capabilities(). Reads only; no value of a contact, a list or the key is in it, nor the name of a custom field.
    Task<QByteArray> describe();

    // Contacts, gateway.md section 2

    /// One page. For all of them: ContactPager.
    Task<Page<RemoteContact>> contacts(const RemoteContactQuery &query, Priority priority = Priority::Person);
    /// NotFound only if the gateway itself says that it has no such contact.
    Task<RemoteContact> contact(const RemoteId &id, Priority priority = Priority::Person);
    /// Needs a number or an e-mail address. Conflict: the number is there already; look it up.
    Task<RemoteContact> createContact(const ContactChange &contact, Priority priority = Priority::Person);
    /// Writes the fields named in `change`. What is cleared is looked at in the answer, and tried both ways ("" and
    /// null).
    Task<ContactUpdate> updateContact(const RemoteId &id, const ContactChange &change,
                                      Priority priority = Priority::Person);
    /// For ever, with their memberships.
    Task<void> deleteContacts(const DeletionBatch &ids, Priority priority = Priority::Person);

    // Lists and memberships, section 3

    Task<Page<RemoteList>> lists(const RemoteListQuery &query = {}, Priority priority = Priority::Person);
    Task<RemoteList> list(const RemoteId &id, Priority priority = Priority::Person);
    /// Names are not unique over there: after OutcomeUnknown compare the lists before and after (sync.md section 2.5).
    Task<RemoteList> createList(const ListChange &list, Priority priority = Priority::Person);
    Task<RemoteList> updateList(const RemoteId &id, const ListChange &change, Priority priority = Priority::Person);
    /// Keeps the contacts; can't be taken back.
    Task<void> deleteLists(const DeletionBatch &ids, Priority priority = Priority::Person);
    Task<Page<RemoteContact>> listContacts(const RemoteId &listId, const RemoteContactQuery &query,
                                           Priority priority = Priority::Person);
    Task<MembershipOutcome> addToLists(const DeletionBatch &listIds, const MemberBatch &contactIds,
                                       Priority priority = Priority::Person);
    /// A body on a DELETE, which a proxy may drop: read the list afterwards.
    Task<MembershipOutcome> removeFromLists(const DeletionBatch &listIds, const MemberBatch &contactIds,
                                            Priority priority = Priority::Person);
    Task<void> removeAssociation(const RemoteId &associationId, Priority priority = Priority::Person);

    // Uploads, section 4: TooLarge before anything leaves, if it would weigh more than uploadLimit

    Task<UploadOutcome> uploadTable(const TableUpload &upload, Priority priority = Priority::Person);
    Task<ImportOutcome> confirmTable(const QString &uploadId, const QList<ColumnChoice> &mapping,
                                     const RemoteId &listId, Priority priority = Priority::Person);
    Task<UploadOutcome> uploadVcard(const VcardUpload &upload, Priority priority = Priority::Person);
    Task<ImportOutcome> confirmVcard(const QString &uploadId, const RemoteId &listId,
                                     Priority priority = Priority::Person);

    // Subscription, campaigns, exports, section 5

    Task<Quota> contactQuota(Priority priority = Priority::Person);
    Task<Subscription> subscription(Priority priority = Priority::Person);
    Task<Credit> credit(Priority priority = Priority::Person);
    Task<Page<Campaign>> campaigns(const CampaignQuery &query = {}, Priority priority = Priority::Person);
    Task<Campaign> campaign(const RemoteId &id, Priority priority = Priority::Person);
    /// Makes a draft; nothing here can send it.
    Task<Campaign> createDraft(const CampaignDraft &draft, Priority priority = Priority::Person);
    /// Reads the campaign first and refuses (InvalidInput) unless it is a draft or scheduled.
    Task<Campaign> setCampaignLists(const RemoteId &id, const QList<RemoteId> &listIds,
                                    Priority priority = Priority::Person);
    /// Asks for a file. The id is empty when the answer names none: look for the newest of exports().
    Task<ExportJob> startExport(const ExportQuery &query, Priority priority = Priority::Background);
    Task<Page<ExportJob>> exports(const PageRequest &page = {}, Priority priority = Priority::Background);
    /// Has an expired file made again.
    Task<void> renewExport(const RemoteId &id, Priority priority = Priority::Background);
    /// The address of a finished file: good for a short time and for whoever has it. Never to be logged.
    Task<QUrl> exportUrl(const RemoteId &id, Priority priority = Priority::Background);
    /// Fetches the file, without the key, from whichever host: https, or http on the loopback. `sink` gets it piece by
    /// piece and says whether it could be written. The value is the number of bytes. Without a Content-Length a file
    /// that broke off may look whole (Qt 6.4 can take the end of the connection for the end of a chunked answer): count
    /// its rows before it decides anything.
    Task<qint64> downloadExport(const QUrl &url, std::function<bool(QByteArrayView)> sink);

    /// All of it: ordered, waited for (a look every five seconds, for half an hour), made again if it has expired, and
    /// fetched without the key. The value is the number of bytes that `sink` got.
    Task<qint64> fetchExport(const ExportQuery &query, std::function<bool(QByteArrayView)> sink);

Q_SIGNALS:
    void capabilitiesChanged();

private:
    std::unique_ptr<ClientState> m_state;
    Task<Capabilities> m_probe;
    std::vector<std::shared_ptr<TaskPromise<Capabilities>>> m_probeWaiting;
};

} // namespace Elenco
