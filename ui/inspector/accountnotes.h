// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "gateway/json/capabilities.h"
#include "store/sync/remoteview.h"

namespace Elenco {

// What an account does with the fields of a contact, in sentences for people.

/// The labels of a contact's fields that have a value and that the account does not keep: they are on this computer
/// alone.
QStringList onlyHereFields(const Contact &contact, const RemoteView &remote, const Capabilities &account);
/// The labels of its fields that have a value and that the account shows only when it is asked for this very contact.
QStringList hiddenFields(const Contact &contact, const Capabilities &account);

/// "Only on this computer: Region, Shoe size"; empty where there is nothing to say.
QString onlyHereText(const Contact &contact, const RemoteView &remote, const Capabilities &account);
/// How old hidden values are: "Read on 12 March 2026: City, Province"; empty where nothing is hidden.
QString ageText(const Contact &contact, const RemoteView &remote, const Capabilities &account, bool hasFailed);
/// What the gateway said of the contact's number, against what stands here; empty where it did not (`refused` null).
QString refusedNumberText(const QDateTime &refused);
/// The same of the account as a whole, for whoever sets it up; empty while its answers have shown nothing of the kind.
QString accountFieldsText(const Capabilities &account);

} // namespace Elenco
