// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QUrl>

namespace Elenco {

/// How requests prove who sends them (gateway.md section 1).
enum class Authentication {
    ApiKey, ///< header X-Api-Key
    Basic,  ///< user and password, RFC 7617
};

/// What the account has bought, as far as it sets the pace (gateway.md section 1).
enum class Plan {
    Production, ///< 1,000 requests a minute, bursts of 50 a second
    Trial,      ///< 100 a minute, 10 a second
};

/// Which gateway, and as whom. The secret is not in it: see Credential.
struct Account {
    QUrl root; ///< as checkedRoot() returns it: no slash at its end
    Authentication authentication = Authentication::ApiKey;
    QString user; ///< for Basic only
    Plan plan = Plan::Production;
    bool practice = false; ///< our own practice gateway: labelled everywhere

    friend bool operator==(const Account &, const Account &) = default;
};

/// The root address of the partner's own gateway.
QUrl partnerRoot();

/// What a person typed as root address, ready for use: scheme and host in lower case, no slash at the end. Takes https,
/// and http on the loopback only, so that no key ever crosses a network in the clear; a host alone means https.
/// Refuses user info, query and fragment. The Error is InvalidInput with a reason for people in `detail`.
Result<QUrl> checkedRoot(const QString &typed);

/// True if the address is this computer's own: "localhost", 127.0.0.0/8, ::1.
bool isLoopback(const QUrl &url);

} // namespace Elenco
