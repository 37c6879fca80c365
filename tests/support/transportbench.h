// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/http/transport.h"
#include "gateway/records/account.h"
#include "tests/support/awaited.h"
#include "tests/support/scriptedserver.h"

namespace Elenco {

/// A file of the tests' certificates.
QString tlsFile(const char *name);
/// Trusts the authority of these certificates.
TransportOptions trusting();
/// A request with a key to `server`.
HttpRequest request(const ScriptedServer &server, const QByteArray &verb = "GET", const QByteArray &body = {});
/// What comes back; ends the run when nothing does, or more than one answer.
HttpAnswer answerOf(Transport &transport, HttpRequest request);
std::optional<ErrorKind> failureOf(const HttpAnswer &answer);

} // namespace Elenco
