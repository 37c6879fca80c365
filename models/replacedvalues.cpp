// SPDX-License-Identifier: Apache-2.0
#include "models/replacedvalues.h"

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
    m_reading = m_addressBook.replacedValues(this, most);
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
        m_addressBook.editContact(this, entry.contact, entry.name, {{entry.field, entry.mine.toStdString()}}, m_judge);
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

void ReplacedValues::dismiss(qint64 id)
{
    m_dismissing = m_addressBook.dismissReplaced(this, id);
    m_dismissing.then([this](const Result<void> &) { refresh(); });
    Q_EMIT changed();
}

} // namespace Elenco
