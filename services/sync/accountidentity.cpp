// SPDX-License-Identifier: Apache-2.0
#include "sync/accountidentity.h"

#include "sync/listing.h"

namespace Elenco {

namespace {

constexpr int asked = 20;

std::string_view numberOf(const SyncRow &row)
{
    return stateValue(row.shadow ? row.shadow->base : row.state, "phoneNumber");
}

} // namespace

Routine<bool> AccountIdentity::check()
{
    auto knownTask = m_course.write<bool>([](Workspace &workspace) { return isAccountKnown(workspace); });
    const Result<bool> known = co_await std::move(knownTask);
    if (!m_course.heedStore(known))
        co_return false;
    if (*known)
        co_return true;
    auto rowsTask =
        m_course.write<std::vector<SyncRow>>([](Workspace &workspace) { return SyncRows(workspace).anyBound(asked); });
    const Result<std::vector<SyncRow>> rows = co_await std::move(rowsTask);
    if (!m_course.heedStore(rows))
        co_return false;
    int same = 0;
    for (const SyncRow &row : *rows) {
        auto contactTask = m_course.client().contact(row.remoteId, Priority::Background);
        const Result<RemoteContact> contact = co_await std::move(contactTask);
        m_course.heed(SyncCall::ReadContact, contact);
        if (sightingOf(contact) == Sighting::Unclear) {
            m_course.end(contact.error());
            co_return false;
        }
        if (contact && contact->phoneNumber.value_or(QString()).toStdString() == numberOf(row))
            ++same;
    }
    // Some may be deleted or have another number by now.
    if (same * 2 < int(rows->size())) {
        m_course.end(Error{ErrorKind::OtherAccount, m_course.client().account().root.host(), {}});
        co_return false;
    }
    auto notedTask = m_course.write<void>([](Workspace &workspace) { return setAccountKnown(workspace, true); });
    const Result<void> noted = co_await std::move(notedTask);
    co_return m_course.heedStore(noted);
}

} // namespace Elenco
