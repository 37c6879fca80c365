// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/capabilities.h"
#include "gateway/records/account.h"
#include "store/sync/accountrecord.h"

namespace Elenco {

/// Where the key of an account is kept; the user chooses.
enum class SecretPlace {
    Keychain,       ///< the system's keyring
    PassphraseFile, ///< a file beside the workspace that a passphrase opens
    Session,        ///< asked for once a session
};

/// An account as its workspace remembers it.
struct SavedAccount {
    Account account;
    SecretPlace place = SecretPlace::Keychain;
    Capabilities capabilities;

    friend bool operator==(const SavedAccount &, const SavedAccount &) = default;
};

AccountRecord toRecord(const SavedAccount &account);
/// InvalidInput when the file has words that this version does not know.
Result<SavedAccount> savedAccount(const AccountRecord &record);

/// The name that the key of an account goes by in a SecretStore: "https://host/api" or "user@https://host/api".
QString secretName(const Account &account);
/// The file of SecretPlace::PassphraseFile.
QString passphraseFilePath(const QString &workspacePath);

} // namespace Elenco
