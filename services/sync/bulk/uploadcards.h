// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "gateway/records/upload.h"
#include "sync/records/syncrecord.h"

#include <vector>

namespace Elenco {

/// New contacts as one file of vCards (UC-020), for an account that takes tags in no other way: our own, never the
/// user's. The tags are of the upload, so all contacts of a file have the same.
class UploadCards
{
public:
    /// As of UploadFile.
    static constexpr qint64 mostRows = 20'000;
    static constexpr qint64 mostBytes = 8'000'000;

    /// Those of its tags that a form can say: no commas, which part them there.
    static QStringList sayableTags(const SyncRecord &record);
    /// Of `record` what a card says: names, number, address, and where somebody lives (FN, N, TEL, EMAIL, ADR), and the
    /// tags of the upload.
    static SyncRecord cardOf(const SyncRecord &record);
    static bool canCarry(const SyncRecord &record);
    /// What AccountFields calls a field that cards bring there: tables may bring others.
    static std::string carriageKey(std::string_view key);

    /// `card` by cardOf(), its number E.164. False: the file would be too heavy, and it is not taken.
    bool add(ContactId id, const SyncRecord &card);
    qint64 rows() const { return static_cast<qint64>(m_cards.size()); }
    const QByteArray &content() const { return m_content; }
    /// Whom a complaint is about: by the line and the name that it gives, where they agree on one; invalid: nobody knows.
    ContactId rowOf(const ImportOutcome::RowError &error) const;

private:
    struct Card {
        ContactId id;
        QString name;
        qint64 firstLine = 0, lastLine = 0; ///< from 1
    };
    std::vector<Card> m_cards;
    QByteArray m_content;
    qint64 m_lines = 0;
};

} // namespace Elenco
