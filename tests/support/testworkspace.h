// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/rehearsal.h"
#include "store/contacts/contactquery.h"
#include "store/database/workspace.h"

#include <QTemporaryDir>

#include <map>

namespace Elenco {

/// A real workspace file in a folder that goes with the object, and the few steps that most tests take.
class TestWorkspace
{
public:
    TestWorkspace();
    ~TestWorkspace();

    Workspace &operator*() { return *m_workspace; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Closes the file and opens it again, as a restart does.
    void reopen();
    void close();

    /// Writes the content to a file of this name and imports it; fails the test run on an error.
    ImportLedger import(const QString &name, const QByteArray &content, const ImportChoices &choices = {});
    Rehearsal rehearse(const QString &name, const QByteArray &content);
    Result<Rehearsal> tryRehearse(const QString &path);

    qint64 count(const QString &query = {});
    /// The contacts of a query as text, one a line, in the query's sequence: "Giulia Rossi +39340… Milano [vip]".
    QString contacts(const QString &query = {}, const QString &sort = QStringLiteral("name"));
    ContactId only(const QString &query);
    std::vector<ContactId> ids(const QString &query = {});
    /// All of the address book as text: two states are the same when these are.
    QString everything();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace Elenco
