// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/importer.h"

#include "tests/gateway/contactcalls.h"
#include "tests/gateway/contactjson.h"

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// What the row says goes over what was known; what it leaves open stays.
void takeOver(const Contact &row, Contact *known)
{
    for (QString Contact::*field : {&Contact::firstName, &Contact::lastName, &Contact::email, &Contact::gender,
                                    &Contact::city, &Contact::province, &Contact::region}) {
        if (!(row.*field).isEmpty())
            known->*field = row.*field;
    }
    for (auto field = row.customFields.begin(); field != row.customFields.end(); ++field)
        known->customFields[field.key()] = *field;
    for (const QString &tag : row.tags) {
        if (!known->tags.contains(tag))
            known->tags.append(tag);
    }
}

QString complaintOf(const ImportRow &row, const QString &number)
{
    if (!row.complaint.isEmpty())
        return row.complaint;
    if (number.isEmpty())
        return row.contact.phoneNumber.isEmpty() ? u"Missing phone number"_s : u"Invalid phone number format"_s;
    if (!row.contact.email.isEmpty() && row.contact.email.indexOf(u'@') < 1)
        return u"Invalid e-mail address"_s;
    return {};
}

} // namespace

ImportOutcome importRows(Service &service, const QList<ImportRow> &rows, qint64 listId, DuplicateStrategy strategy)
{
    ImportOutcome outcome;
    State &state = service.state;
    qint64 room = service.options.quota - state.contacts().count();
    for (const ImportRow &row : rows) {
        const QString number = normalNumber(row.contact.phoneNumber, service.manner);
        if (const QString complaint = complaintOf(row, number); !complaint.isEmpty()) {
            outcome.problems.append({row.line, row.contact.fullName(), complaint});
            continue;
        }
        Contact contact = row.contact;
        contact.phoneNumber = number;
        std::optional<Contact> known = state.contactOfNumber(number);
        outcome.duplicates += known.has_value();
        if (known && strategy == DuplicateStrategy::Skip) {
            ++outcome.skipped;
            continue;
        }
        qint64 id = 0;
        if (known && strategy == DuplicateStrategy::Update) {
            const Contact before = *known;
            takeOver(contact, &*known);
            dropFields(service, before, &*known);
            state.changeContact(*known);
            ++outcome.updated;
            id = known->id;
        } else if (room > 0) {
            contact.communicationSupported = QStringList{u"SMS"_s};
            dropFields(service, {}, &contact);
            id = state.addContact(contact);
            ++outcome.imported;
            --room;
        } else if (service.manner.importsWhatFits) {
            outcome.problems.append({row.line, contact.fullName(), u"The quota is exhausted"_s});
            continue;
        } else {
            throw quotaExceeded(service);
        }
        if (listId != 0)
            state.addMember(listId, id);
    }
    return outcome;
}

} // namespace Elenco::Practice
