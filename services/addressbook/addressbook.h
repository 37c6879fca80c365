// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/changeset.h"
#include "core/command.h"
#include "core/task.h"
#include "importing/rehearsal.h"
#include "store/contacts/contactquery.h"
#include "store/contacts/drafts.h"
#include "store/contacts/lists.h"
#include "store/database/workspace.h"
#include "store/imports/layouts.h"
#include "store/journal/journal.h"
#include "store/sync/accountrecord.h"
#include "store/sync/conflicts.h"
#include "store/sync/mergestory.h"
#include "store/sync/outbox.h"
#include "store/sync/practicemixture.h"
#include "store/sync/pullruns.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace Elenco {

/// What an inspector shows about one contact.
struct ContactDetails {
    Contact contact;
    QList<ContactList> lists;           ///< without their counts
    QList<ContactHistoryEntry> history; ///< newest first
    QDateTime numberRefused; ///< when the gateway said that the number is not valid; null: it did not
};

/// The sidebar's numbers.
struct Overview {
    qint64 all = 0;
    qint64 recent = 0;
    qint64 needsAttention = 0;
    QList<ContactList> lists;
};

/// What an update does to one person: the row, and the fields old → new.
struct StagedUpdate {
    StagedRow row;
    StateDifference fields;
};

/// A title line: what a scope holds.
struct ScopeSummary {
    qint64 contacts = 0;
    qint64 reachable = 0; ///< with a mobile number
};

/// The one door to the address book for everything with an event loop: changes run one after the other on the writer
/// thread, questions on reader threads, and changes are announced. A question is a Task and ends with who asked it; a
/// change is a Command and happens, whatever becomes of who asked for it. Lives on the GUI thread. The destructor lets
/// the writer finish all that was handed over, and blocks so long; who wants to show something meanwhile waits for
/// commandsUnderWay() to be 0 first.
class AddressBook : public QObject
{
    Q_OBJECT

public:
    explicit AddressBook(std::unique_ptr<Workspace> workspace, QObject *parent = nullptr);
    ~AddressBook() override;

    Workspace &workspace() { return *m_workspace; }
    QString path() const { return m_workspace->path(); }

    // Questions. `context` is who waits: its end ends the question.
    Task<ContactOrder> order(QObject *context, const ContactQuery &query);
    Task<std::vector<Contact>> contacts(QObject *context, std::vector<ContactId> ids);
    /// Everybody with this E.164 number, at most a few.
    Task<std::vector<Contact>> contactsOfNumber(QObject *context, const QString &number);
    Task<ContactDetails> details(QObject *context, ContactId id);
    Task<Overview> overview(QObject *context);
    Task<ScopeSummary> summary(QObject *context, const Filter &scope);
    Task<QList<CustomField>> customFields(QObject *context);
    Task<QStringList> tagNames(QObject *context);
    Task<QList<ChangeSet>> history(QObject *context, int limit);
    Task<QList<ImportRun>> pendingImports(QObject *context);
    Task<ImportRun> importRun(QObject *context, ImportId id);
    Task<ContactState> contactDraft(QObject *context, ContactId id);

    /// Changes that were handed over and have not ended.
    int commandsUnderWay() const { return m_commandsUnderWay; }

    // Changes. Each is one change set; changed() follows.
    Command<ChangeSetId> addTags(QObject *context, std::vector<ContactId> ids, const QStringList &tags);
    Command<ChangeSetId> removeTag(QObject *context, std::vector<ContactId> ids, const QString &tag);
    Command<ChangeSetId> addToList(QObject *context, std::vector<ContactId> ids, ListId list);
    /// Makes the list, too.
    Command<ChangeSetId> addToNewList(QObject *context, std::vector<ContactId> ids, const QString &name);
    Command<ChangeSetId> removeFromList(QObject *context, std::vector<ContactId> ids, ListId list);
    Command<ChangeSetId> createList(QObject *context, const QString &name);
    Command<ChangeSetId> changeList(QObject *context, const ContactList &list);
    Command<ChangeSetId> deleteList(QObject *context, ListId id);
    /// A new contact made of these values, in `list` if it is one; `judge` sees to its number.
    Command<ContactId> createContact(QObject *context, const ContactState &values, const NumberJudge &judge,
                                     ListId list = {});
    /// Lays values over one contact: keys of a ContactState, empty ones erase.
    Command<ChangeSetId> editContact(QObject *context, ContactId id, const QString &name, const ContactState &values,
                                     const NumberJudge &judge);
    Command<ChangeSetId> deleteContacts(QObject *context, std::vector<ContactId> ids);
    /// No change set, and not announced (store/contacts/drafts.h).
    Command<void> keepContactDraft(QObject *context, ContactId id, const ContactState &typed);
    Command<UndoOutcome> undo(QObject *context, ChangeSetId id);
    /// The newest change set that can be undone; id 0 when there is none.
    Task<ChangeSet> lastUndoable(QObject *context);

    // What stands between the address book and the gateway (store/sync/outbox.h, store/sync/conflicts.h).
    Task<UnsentCounts> unsentCounts(QObject *context);
    Task<QList<OutboxEntry>> outbox(QObject *context, int limit);
    Command<ChangeSetId> discardUnsent(QObject *context, const OutboxEntry &entry, const NumberJudge &judge);
    Task<QList<Conflict>> conflicts(QObject *context, int limit);
    Task<MergeStory> mergeStory(QObject *context, ContactId id);
    Command<ChangeSetId> resolveConflicts(QObject *context, const QList<Decision> &decisions, const NumberJudge &judge);
    Task<QList<ReplacedEntry>> replacedValues(QObject *context, int limit);
    Command<void> dismissReplaced(QObject *context, qint64 id);
    Command<void> dismissReplacedUpTo(QObject *context, qint64 id);
    Task<QHash<ImportId, ImportDelivery>> importDeliveries(QObject *context);
    Task<QList<SyncLogEntry>> syncLog(QObject *context, int limit);
    /// What is to become of contacts that the gateway no longer has; the next sync heeds it (store/sync/pullruns.h).
    Command<void> answerMissing(QObject *context, MissingAnswer answer);

    // Imports (importing/rehearsal.h). A Rehearsal is shared: its functions run on the writer thread.
    using SharedRehearsal = std::shared_ptr<Rehearsal>;
    Task<ImportSource> examine(QObject *context, const QString &path, const ReadOptions &options);
    Task<ImportSettings> suggestedSettings(QObject *context, const ImportSource &source, const QString &region);
    /// Let go of, it is played through to its end and waits as a pending import; stopped, nothing of it stays.
    Command<SharedRehearsal> rehearse(QObject *context, const ImportSettings &settings, qint64 rows);
    Command<SharedRehearsal> resumeImport(QObject *context, ImportId id);
    /// Leaves it for another time, with what was chosen.
    Command<void> keepRehearsal(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices);
    Task<ImportLedger> ledger(QObject *context, SharedRehearsal rehearsal, DuplicateStrategy strategy);
    Task<std::vector<StagedRow>> stagedRows(QObject *context, SharedRehearsal rehearsal, std::optional<RowFate> fate,
                                            DuplicateStrategy strategy, qint64 offset, qint64 limit);
    /// The first rows that update somebody, with what they change.
    Task<std::vector<StagedUpdate>> stagedUpdates(QObject *context, SharedRehearsal rehearsal,
                                                  DuplicateStrategy strategy, qint64 limit);
    Task<StagedDuplicates> stagedDuplicates(QObject *context, SharedRehearsal rehearsal, qint64 limit);
    /// Rows that are imported, but not all of them, the first ones.
    Task<std::vector<StagedRow>> stagedNotices(QObject *context, SharedRehearsal rehearsal, qint64 limit);
    Task<FileChanges> fileChanges(QObject *context, SharedRehearsal rehearsal);
    Task<QList<KnownLayout>> knownLayouts(QObject *context);
    Command<void> forgetLayouts(QObject *context, const QStringList &headers);
    Command<StagedRow> keepApart(QObject *context, SharedRehearsal rehearsal, qint64 row, bool isApart);
    Command<StagedRow> mend(QObject *context, SharedRehearsal rehearsal, qint64 row, qsizetype column,
                            const QString &text);
    Command<qint64> acceptRepair(QObject *context, SharedRehearsal rehearsal, qint64 row);
    Task<QList<RepairOffer>> repairs(QObject *context, SharedRehearsal rehearsal);
    Command<qint64> acceptAllRepairs(QObject *context, SharedRehearsal rehearsal, RepairKind kind);
    Command<qint64> takeBackMending(QObject *context, SharedRehearsal rehearsal);
    Command<ImportLedger> commit(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices);
    /// Throws the rehearsal away when the writer comes to it; nobody waits for that.
    void discardLater(SharedRehearsal rehearsal);
    /// The same for one that an earlier session left behind.
    void discardImport(ImportId id);
    Task<bool> exportProblems(QObject *context, ImportId id, const QString &path);

    // The partner account (store/sync/accountrecord.h); no change set, and not announced.
    Task<std::optional<AccountRecord>> account(QObject *context);
    Command<void> saveAccount(QObject *context, const AccountRecord &record);
    Command<void> saveAccountCapabilities(QObject *context, const AccountRecord &record);
    Command<void> removeAccount(QObject *context);
    /// The account has to prove that it is the one the contacts are in step with; confirmed, it need not.
    Command<void> doubtAccount(QObject *context);
    Command<void> confirmAccount(QObject *context);
    /// Who is a person's own and who is invented, where the practice gateway's people came in
    /// (store/sync/practicemixture.h).
    Task<PracticeMixture> practiceMixture(QObject *context);
    Command<ChangeSetId> separatePractice(QObject *context);

    /// For a file that was not closed properly: looks all of it over; Damaged when something is wrong.
    Task<void> lookOver(QObject *context);
    /// Saves all of it in another file (store/database/backup.h); also when its own file is gone.
    Command<void> saveCopy(QObject *context, const QString &path);
    /// Says gone() as if something was to be saved, for whoever sees the file go; after forgetGone() it is said again.
    void noteGone();
    void forgetGone() { m_isGone = false; }
    /// Makes the space that is held back for a full disk, when the writer comes to it (store/database/reserve.h).
    void keepReserve();

    /// The writer's and the readers' threads, for services that bring their own work (exports, sync). Whoever writes
    /// says so with announce().
    QThreadPool &readers() { return m_readers; }
    QThreadPool &writer() { return m_writer; }
    void announce() { Q_EMIT changed(); }

Q_SIGNALS:
    /// Contacts, lists or tags were changed and committed. Ids are not named: whoever shows rows asks again, and
    /// Workspace::revision() tells whether it must.
    void changed();
    /// A change was handed over, or one ended.
    void commandsChanged(int underWay);
    /// How far the change is that the writer works on.
    void commandProgressed(Elenco::Progress progress);
    /// A change failed whose asker does not listen any more.
    void commandFailed(const Elenco::Error &error);
    /// SQLite came upon damage: the file wants to be rescued (store/recovery/rescue.h). Once.
    void damaged(const Elenco::Error &error);
    /// The file is not there any more, and nothing can be saved: a copy may be (saveCopy()). Once.
    void gone(const Elenco::Error &error);
    /// A change was saved, but not as it should be.
    void troubled(const Elenco::WorkspaceTrouble &trouble);

private:
    void heed(const Error &error);

    template <typename T>
    JobWatch<T> watch(std::function<void(const Result<T> &, JobEnd)> ended);
    /// `ended`, if given, is told of the end as well.
    template <typename T, typename Work>
    Command<T> write(QObject *context, Work work, std::function<void(const Result<T> &, JobEnd)> ended = {});
    template <typename T, typename Work>
    Task<T> read(QObject *context, Work work);

    std::unique_ptr<Workspace> m_workspace;
    std::atomic<bool> m_isDamaged = false, m_isGone = false;
    int m_commandsUnderWay = 0;
    QThreadPool m_writer; ///< one thread: the only one that writes
    QThreadPool m_readers;
    QThreadPool m_ordering; ///< one thread: orders keep their caches, and a new one waits for the cancelled one
    std::unique_ptr<ContactQueries> m_orders; ///< used on m_ordering only
};

} // namespace Elenco
