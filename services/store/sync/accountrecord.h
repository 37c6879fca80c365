// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Elenco {

class Workspace;

/// The account of a workspace as the file holds it: which gateway, as whom, what it can do. Never its key. The words of
/// `authentication`, `plan` and `secretPlace` and the JSON of `capabilities` belong to the layers above.
struct AccountRecord {
    QString root; ///< the gateway's root address; empty for the practice gateway, whose port changes
    QString authentication;
    QString user;
    QString plan;
    QString secretPlace; ///< where the key is kept
    QByteArray capabilities;
    bool practice = false;

    friend bool operator==(const AccountRecord &, const AccountRecord &) = default;
};

/// nullopt: the workspace has none. Any thread.
Result<std::optional<AccountRecord>> accountRecord(Workspace &workspace);
/// Takes the place of the one before. Writer thread.
Result<void> saveAccountRecord(Workspace &workspace, const AccountRecord &record);
/// Changes what this very account can do; nothing happens if the workspace has another one by now, or none, since
/// what an account can do is learned from answers that may come late. Writer thread.
Result<void> saveAccountCapabilities(Workspace &workspace, const AccountRecord &record);
/// Whether the account in use is the one that the contacts here are in step with.
enum class AccountTrust {
    Doubtful,  ///< a person saved it with a key in hand, and nobody has looked yet
    Confirmed, ///< a person says that it is; what is there may still say that it can't be
    Known,     ///< the contacts that were looked at are there
};
/// Any thread; writing on the writer thread.
Result<AccountTrust> accountTrust(Workspace &workspace);
Result<void> setAccountTrust(Workspace &workspace, AccountTrust trust);
/// Writer thread.
Result<void> removeAccountRecord(Workspace &workspace);

} // namespace Elenco
