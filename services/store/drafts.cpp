// SPDX-License-Identifier: Apache-2.0
#include "store/drafts.h"

#include "store/sqlite.h"
#include "store/workspace.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Elenco {

namespace {

QString keyOf(ContactId id)
{
    return QStringLiteral("draft:%1").arg(id.value);
}

} // namespace

Result<ContactState> contactDraft(Workspace &workspace, ContactId id)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Statement row = connection->prepare("SELECT value FROM sync_state WHERE key=?");
        ContactState typed;
        if (!row.with(keyOf(id)).step())
            return typed;
        const QJsonObject texts = QJsonDocument::fromJson(row.string(0).toUtf8()).object();
        for (auto text = texts.begin(); text != texts.end(); ++text)
            typed[text.key().toStdString()] = text.value().toString().toStdString();
        return typed;
    });
}

Result<void> keepContactDraft(Workspace &workspace, ContactId id, const ContactState &typed)
{
    return guarded(workspace.path(), [&] {
        QJsonObject texts;
        for (const auto &[key, text] : typed)
            texts[QString::fromStdString(key)] = QString::fromStdString(text);
        Transaction transaction(workspace.writer(), Transaction::Durability::Full);
        if (texts.isEmpty())
            workspace.writer().cached("DELETE FROM sync_state WHERE key=?").with(keyOf(id)).run();
        else
            workspace.writer()
                .cached("INSERT OR REPLACE INTO sync_state(key, value) VALUES(?, ?)")
                .with(keyOf(id), QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact)))
                .run();
        transaction.commit();
    });
}

} // namespace Elenco
