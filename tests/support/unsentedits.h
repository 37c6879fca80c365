// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/accountrecord.h"
#include "tests/support/testworkspace.h"

namespace Elenco {

// A desk with an account and with edits that the gateway does not know of.

AccountRecord someAccount();
/// Contacts that the gateway has, as a reading brings them: "Person 1", … with the ids c1, ….
void bringContacts(Workspace &workspace, int count);
ContactId numbered(TestWorkspace &files, int number);
void edit(Workspace &workspace, ContactId id, const std::string &field, const std::string &value);
ContactId create(Workspace &workspace, const std::string &name, const std::string &number);
QByteArray contentOf(const QString &path);
QString stateText(const ContactState &state);
/// Everything that waits to be sent, a line each, sorted: two workspaces owe the gateway the same when these are equal.
QString unsentText(Workspace &workspace);
QStringList logKinds(const QString &path);
/// Edits of every kind that the gateway does not know of.
void editAllSorts(TestWorkspace &files);

} // namespace Elenco
