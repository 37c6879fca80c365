// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/merge.h"

#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"

namespace Elenco {

namespace {

using Tags = std::set<std::string>;

/// One record in the making.
class Merger
{
public:
    Merger(const SyncRecord &local, const SyncRecord &remote, const Authorship &mine) : m_local(local), m_remote(remote)
    {
        m_result.record = local;
        m_result.record.extra = remote.extra;
        m_result.shadow = remote;
        m_result.mine = mine;
    }

    void mergeField(const std::string &key, const SyncValue &base)
    {
        const SyncValue &here = m_local.value(key), &there = m_remote.value(key);
        if (same(key, there, base))
            return; // ours stays, and is sent if it is another
        if (same(key, here, there)) {
            // Also how a write whose answer was lost shows that it was carried out.
            if (!deliberate(Bug::NotesOnlyOnAnswers))
                confirm(key, here, base);
        } else if (same(key, here, base)) {
            noteReplaced(key, here, there);
            take(key);
        } else {
            conflict(FieldConflict::Kind::BothChanged, key, base);
        }
    }

    // Nothing in common: two people may have written the same contact.
    void joinField(const std::string &key)
    {
        const SyncValue &here = m_local.value(key), &there = m_remote.value(key);
        if (isNothing(key, there) || same(key, here, there))
            return;
        if (isNothing(key, here))
            take(key);
        else
            conflict(FieldConflict::Kind::BothChanged, key, {});
    }

    void settleField(const std::string &key, const SyncValue &before, const SyncValue &sent, AnswerSeen seen)
    {
        if (same(key, before, sent))
            return mergeField(key, before);
        const SyncValue &here = m_local.value(key), &there = m_remote.value(key);
        const bool isEdited = !same(key, here, sent);
        if (same(key, there, sent)) {
            if (!isEdited)
                confirm(key, here, before);
        } else if (isEdited && seen == AnswerSeen::Later && !same(key, here, there)) {
            conflict(FieldConflict::Kind::BothChanged, key, sent);
        } else if (isEdited) {
            // What was sent is gone from the row by the hand of whoever edited it; the edit is sent next.
        } else if (same(key, there, before)) {
            conflict(FieldConflict::Kind::NotTaken, key, before);
        } else {
            using How = ReplacedValue::How;
            m_result.replaced.push_back(
                {seen == AnswerSeen::Later ? How::ByOthers : How::Normalised, key, here, there});
            take(key);
            confirm(key, there, before);
        }
    }

    // A tag is there or not: whoever changed it last to something else wins, and nobody can disagree.
    void mergeTags(const std::optional<Tags> &base)
    {
        if (!m_remote.tags)
            return;
        const Tags here = m_local.tags.value_or(Tags());
        Tags merged = *m_remote.tags;
        for (const std::string &tag : here) {
            if (!base || !base->contains(tag))
                merged.insert(tag);
        }
        for (const std::string &tag : base.value_or(Tags())) {
            if (!here.contains(tag))
                merged.erase(tag);
        }
        if (merged != here)
            m_result.taken.emplace_back("tags");
        m_result.record.tags = std::move(merged);
    }

    MergeResult finish() &&
    {
        for (const std::string_view key : keysOf(m_result.record, m_remote)) {
            if (!sameField(key, m_result.record, m_remote))
                m_result.toSend.emplace_back(key);
        }
        return std::move(m_result);
    }

private:
    void take(const std::string &key)
    {
        m_result.record.set(key, m_remote.value(key));
        m_result.taken.push_back(key);
        m_result.mine.erase(key);
    }

    void confirm(const std::string &key, const SyncValue &value, const SyncValue &before)
    {
        if (isNothing(key, value))
            m_result.mine.erase(key);
        else
            m_result.mine.insert_or_assign(key, ConfirmedValue{value, before});
    }

    void noteReplaced(const std::string &key, const SyncValue &here, const SyncValue &there)
    {
        const auto note = m_result.mine.find(key);
        if (note == m_result.mine.end() || !same(key, note->second.value, here) || deliberate(Bug::NoNotices))
            return;
        const bool isReverted = same(key, there, note->second.before);
        m_result.replaced.push_back(
            {isReverted ? ReplacedValue::How::Reverted : ReplacedValue::How::ByOthers, key, here, there});
    }

    void conflict(FieldConflict::Kind kind, const std::string &key, const SyncValue &base)
    {
        m_result.conflicts.push_back({kind, key, base, m_local.value(key), m_remote.value(key)});
        take(key);
    }

    const SyncRecord &m_local;
    const SyncRecord &m_remote;
    MergeResult m_result;
};

std::set<std::string> allKeys(std::initializer_list<const SyncRecord *> records)
{
    std::set<std::string> keys;
    for (const SyncRecord *record : records) {
        for (const auto &[key, value] : record->fields)
            keys.insert(key);
    }
    return keys;
}

} // namespace

bool MergeResult::differs() const
{
    return !toSend.empty() || (shadow.tags && record.tags.value_or(Tags()) != *shadow.tags);
}

MergeResult merge(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote, const Authorship &mine)
{
    if (!base)
        return join(nullptr, local, remote, mine);
    Merger merger(local, remote, mine);
    for (const std::string &key : allKeys({base, &local, &remote}))
        merger.mergeField(key, base->value(key));
    merger.mergeTags(base->tags);
    return std::move(merger).finish();
}

MergeResult join(const SyncRecord *sent, const SyncRecord &local, const SyncRecord &remote, const Authorship &mine)
{
    Merger merger(local, remote, mine);
    for (const std::string &key : allKeys({&local, &remote})) {
        if (sent && !isNothing(key, sent->value(key)) && same(key, sent->value(key), remote.value(key)))
            merger.settleField(key, {}, sent->value(key), AnswerSeen::Later);
        else
            merger.joinField(key);
    }
    merger.mergeTags(std::nullopt);
    return std::move(merger).finish();
}

MergeResult mergeAnswer(const SyncRecord &before, const SyncRecord &sent, const SyncRecord &local,
                        const SyncRecord &answer, const Authorship &mine, AnswerSeen seen)
{
    Merger merger(local, answer, mine);
    for (const std::string &key : allKeys({&before, &sent, &local, &answer}))
        merger.settleField(key, before.value(key), sent.value(key), seen);
    merger.mergeTags(before.tags);
    return std::move(merger).finish();
}

} // namespace Elenco
