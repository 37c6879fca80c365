// SPDX-License-Identifier: Apache-2.0
#include "sync/run/accountidentity.h"

#include "core/textfold.h"
#include "sync/run/listing.h"

#include <QCoreApplication>

namespace Elenco {

namespace {

constexpr int asked = 20;

std::string_view numberOf(const SyncRow &row)
{
    return stateValue(row.shadow ? row.shadow->base : row.state, "phoneNumber");
}

// Another number alone may be a new one; with another name and another address it is another person.
bool isSomebodyElse(const RemoteContact &there, const SyncRow &row)
{
    const ContactState &here = row.shadow ? row.shadow->base : row.state;
    const auto differs = [&here](const std::optional<QString> &value, const char *key) {
        return foldText(value.value_or(QString()).toStdString()) != foldText(stateValue(here, key));
    };
    const auto isSame = [&](const std::optional<QString> &value, const char *key) {
        return value && !value->isEmpty() && !differs(value, key);
    };
    const bool isNamed =
        (there.firstName && !there.firstName->isEmpty()) || (there.lastName && !there.lastName->isEmpty());
    return differs(there.phoneNumber, "phoneNumber") && !isSame(there.email, "email") &&
           (isNamed ? differs(there.firstName, "firstName") || differs(there.lastName, "lastName")
                    : there.phoneNumber && !there.phoneNumber->isEmpty());
}

} // namespace

Routine<bool> AccountIdentity::check()
{
    auto trustTask = m_course.write<AccountTrust>([](Workspace &workspace) { return accountTrust(workspace); });
    const Result<AccountTrust> trust = co_await std::move(trustTask);
    if (!m_course.heedStore(trust))
        co_return false;
    if (*trust == AccountTrust::Known)
        co_return true;
    auto rowsTask =
        m_course.write<std::vector<SyncRow>>([](Workspace &workspace) { return SyncRows(workspace).anyBound(asked); });
    const Result<std::vector<SyncRow>> rows = co_await std::move(rowsTask);
    if (!m_course.heedStore(rows))
        co_return false;
    int same = 0, strangers = 0;
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
        else if (contact && isSomebodyElse(*contact, row))
            ++strangers;
    }
    // Some may be deleted or have another number by now. A person knows better, unless the ids that are known here are
    // other people's over there: bound to them, every row would be overwritten by a stranger.
    const bool areOthers = strangers > 2 && strangers * 2 >= int(rows->size());
    if (areOthers) {
        m_course.end(Error{ErrorKind::OtherAccount, m_course.client().account().root.host(),
                           QCoreApplication::translate("Error", "%1 of %2 contacts that are known here are other "
                                                                "people there")
                               .arg(strangers)
                               .arg(rows->size())});
        co_return false;
    }
    if (same * 2 < int(rows->size()) && *trust == AccountTrust::Doubtful) {
        m_course.end(Error{ErrorKind::OtherAccount, m_course.client().account().root.host(), {}});
        co_return false;
    }
    auto notedTask =
        m_course.write<void>([](Workspace &workspace) { return setAccountTrust(workspace, AccountTrust::Known); });
    const Result<void> noted = co_await std::move(notedTask);
    co_return m_course.heedStore(noted);
}

} // namespace Elenco
