// SPDX-License-Identifier: Apache-2.0
#include "account/savedaccount.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// The words in the file, in the order of the enumerations; never changed, only added to.
constexpr std::array authentications = {"apiKey"_L1, "basic"_L1};
constexpr std::array plans = {"production"_L1, "trial"_L1};
constexpr std::array places = {"keychain"_L1, "passphraseFile"_L1, "session"_L1};

template <typename Value, size_t Size>
bool readWord(const std::array<QLatin1StringView, Size> &words, const QString &word, Value &value)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return false;
    value = static_cast<Value>(std::distance(words.begin(), found));
    return true;
}

} // namespace

AccountRecord toRecord(const SavedAccount &saved)
{
    AccountRecord record;
    const Account &account = saved.account;
    record.practice = account.practice;
    if (!account.practice)
        record.root = account.root.toString(QUrl::FullyEncoded);
    record.authentication = authentications[size_t(account.authentication)];
    record.user = account.user;
    record.plan = plans[size_t(account.plan)];
    record.secretPlace = places[size_t(saved.place)];
    record.capabilities = saved.capabilities.toJson();
    return record;
}

Result<SavedAccount> savedAccount(const AccountRecord &record)
{
    SavedAccount saved;
    Account &account = saved.account;
    account.practice = record.practice;
    account.user = record.user;
    if (!readWord(authentications, record.authentication, account.authentication) ||
        !readWord(plans, record.plan, account.plan) || !readWord(places, record.secretPlace, saved.place))
        return Error{ErrorKind::InvalidInput, u"account"_s, record.root};
    if (!record.practice) {
        const Result<QUrl> root = checkedRoot(record.root);
        if (!root)
            return root.error();
        account.root = *root;
    }
    Result<Capabilities> capabilities = Capabilities::fromJson(record.capabilities);
    if (!capabilities)
        return capabilities.error();
    saved.capabilities = *capabilities;
    return saved;
}

QString secretName(const Account &account)
{
    const QString root = account.root.toString(QUrl::FullyEncoded);
    return account.user.isEmpty() ? root : account.user + u'@' + root;
}

QString passphraseFilePath(const QString &workspacePath)
{
    return workspacePath + ".keys"_L1;
}

} // namespace Elenco
