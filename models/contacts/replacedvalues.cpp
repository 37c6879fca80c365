// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/replacedvalues.h"

#include <algorithm>

namespace Elenco {

namespace {
constexpr int most = 1000;
} // namespace

ReplacedValues::ReplacedValues(AddressBook &addressBook, NumberJudge judge, QObject *parent)
    : QObject(parent), m_addressBook(addressBook), m_judge(std::move(judge))
{
    connect(&addressBook, &AddressBook::changed, this, &ReplacedValues::refresh);
    refresh();
}

void ReplacedValues::refresh()
{
    m_reading = m_addressBook.outbox().replacedValues(this, most);
    m_reading.then([this](const Result<QList<ReplacedEntry>> &entries) {
        if (!entries) // what could be read before is still to be looked at
            return;
        m_entries = *entries;
        Q_EMIT changed();
    });
}

void ReplacedValues::restore(const ReplacedEntry &entry)
{
    if (isBusy())
        return;
    m_restoring =
        m_addressBook.contacts().edit(this, entry.contact, entry.name, {{entry.field, entry.mine.toStdString()}}, m_judge);
    m_restoring.then([this, id = entry.id](const Result<ChangeSetId> &done) {
        if (done)
            return dismiss(id);
        Q_EMIT changed();
        Q_EMIT restoreFailed(done.error());
    });
    Q_EMIT changed();
}

void ReplacedValues::agree(const ReplacedEntry &entry)
{
    if (!isBusy())
        dismiss(entry.id);
}

void ReplacedValues::agreeToAll()
{
    if (isBusy() || m_entries.isEmpty())
        return;
    const auto last = std::max_element(m_entries.begin(), m_entries.end(),
                                       [](const ReplacedEntry &a, const ReplacedEntry &b) { return a.id < b.id; });
    wait(m_addressBook.outbox().dismissReplacedUpTo(this, last->id));
}

void ReplacedValues::dismiss(qint64 id)
{
    wait(m_addressBook.outbox().dismissReplaced(this, id));
}

void ReplacedValues::wait(Command<void> dismissing)
{
    m_dismissing = std::move(dismissing);
    m_dismissing.then([this](const Result<void> &) { refresh(); });
    Q_EMIT changed();
}

} // namespace Elenco
