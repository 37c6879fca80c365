// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/door.h"
#include "exporting/contactexport.h"
#include "store/contacts/contactquery.h"
#include "store/contacts/contactstate.h"
#include "store/contacts/lists.h"
#include "store/journal/journal.h"

namespace Elenco {

/// What an inspector shows about one contact.
struct ContactDetails {
    Contact contact;
    QList<ContactList> lists;           ///< without their counts
    QList<ContactHistoryEntry> history; ///< newest first
    QDateTime numberRefused; ///< when the gateway said that the number is not valid; null: it did not
};

/// A contact as a table shows it.
struct ShownContact : Contact {
    bool isNumberRefused = false; ///< the gateway says that the number is not valid
};

/// A title line: what a scope holds.
struct ScopeSummary {
    qint64 contacts = 0;
    qint64 reachable = 0; ///< with a mobile number
};

/// Who is in the address book: asked for, made, edited, tagged, removed, written to files. Each change is one change
/// set.
class ContactsDoor : public Door
{
    Q_OBJECT

public:
    using Door::Door;

    /// A newer one waits until the older one has ended: cancel that.
    Task<ContactOrder> order(QObject *context, const ContactQuery &query);
    /// In the sequence of the ids; one that is gone is a Contact without an id.
    Task<std::vector<Contact>> read(QObject *context, std::vector<ContactId> ids);
    /// The same with what is shown of each besides, for tables.
    Task<std::vector<ShownContact>> rows(QObject *context, std::vector<ContactId> ids);
    /// Everybody with this E.164 number, at most a few.
    Task<std::vector<Contact>> ofNumber(QObject *context, const QString &number);
    Task<ContactDetails> details(QObject *context, ContactId id);
    Task<ScopeSummary> summary(QObject *context, const Filter &scope);
    Task<QList<CustomField>> customFields(QObject *context);
    Task<QStringList> tagNames(QObject *context);

    /// A new contact made of these values, in `list` if it is one; `judge` sees to its number.
    Command<ContactId> create(QObject *context, const ContactState &values, const NumberJudge &judge, ListId list = {});
    /// Lays values over one contact: keys of a ContactState, empty ones erase.
    Command<ChangeSetId> edit(QObject *context, ContactId id, const QString &name, const ContactState &values,
                              const NumberJudge &judge);
    Command<ChangeSetId> remove(QObject *context, std::vector<ContactId> ids);
    Command<ChangeSetId> addTags(QObject *context, std::vector<ContactId> ids, const QStringList &tags);
    Command<ChangeSetId> removeTag(QObject *context, std::vector<ContactId> ids, const QString &tag);

    /// What was typed about a contact (none: about a new one) and not saved (store/contacts/drafts.h).
    Task<ContactState> draft(QObject *context, ContactId id);
    /// No change set, and not announced.
    Command<void> keepDraft(QObject *context, ContactId id, const ContactState &typed);

    /// Writes a file (exporting/contactexport.h), and gives how many contacts are in it.
    Task<qint64> exportTo(QObject *context, const ExportRequest &request, const QString &path);
};

} // namespace Elenco
