// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"
#include "tests/gateway/refusal.h"

#include <QStringList>

class QJsonObject;

namespace Elenco::Practice {

/// The names that a dialect's own document gives to things, in its requests and (a name is taken where an answer shows
/// it) in its answers; where it says nothing of a call, the contacts guide, then the list reference, then UC-007 do.
/// What a strict gateway takes, and nothing else.
enum class Question { Contacts, Members, Lists, Others };
QStringList documentedParameters(Dialect dialect, Question question);
QStringList documentedContactKeys(Dialect dialect);
QStringList documentedListKeys(Dialect dialect);
QStringList documentedUploadFields(Dialect dialect, bool isCards);

/// Refuse (400), when the gateway is strict, the first name that is not among `known`.
void demandParameters(const Service &service, const Call &call, const QStringList &known);
void demandKeys(const Service &service, const QJsonObject &object, const QStringList &known, const char *field);

} // namespace Elenco::Practice
