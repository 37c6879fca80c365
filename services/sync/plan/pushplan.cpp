// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/pushplan.h"

#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace Elenco {

namespace {

// The fields of `record` that differ from `there` and can be said.
std::vector<std::string> sayable(const SyncRecord &record, const SyncRecord &there, const Capabilities &capabilities)
{
    std::vector<std::string> keys;
    for (const std::string_view key : keysOf(record, there)) {
        if (!sameField(key, record, there) && !whyUnsaid(key, record.value(key), capabilities))
            keys.emplace_back(key);
    }
    return keys;
}

ContactStep stepOfUnbound(const ContactRow &row, const Capabilities &capabilities)
{
    using Kind = ContactStep::Kind;
    if (row.sent)
        return {Kind::LookUp, lookUpKeyOf(*row.sent), {}, {}};
    if (row.isDeleted)
        return {Kind::Forget, {}, {}, {}};
    if (row.hold != ContactRow::Hold::None)
        return {};
    // Without a number nobody could tell after a lost answer whether it is there.
    if (lookUpKeyOf(row.local).empty())
        return {Kind::Draft, {}, {}, {}};
    const SyncRecord nothing;
    Capabilities asked = capabilities;
    asked.fields.notKept.clear(); // it goes with the rest, and the row is in step with it
    asked.refusedNames.clear();
    return {Kind::Create, {}, creationOf(row.local), overlaid(nothing, row.local, sayable(row.local, nothing, asked))};
}

/// Puts turns in order, each after the one whose number it waits for.
class Queue
{
public:
    explicit Queue(std::vector<PushTurn> turns) : m_turns(std::move(turns)), m_states(m_turns.size(), State::Waiting)
    {
        for (size_t i = 0; i < m_turns.size(); ++i) {
            if (!m_turns[i].releases.empty())
                m_releasing.emplace(m_turns[i].releases, i);
        }
    }

    std::vector<ContactId> order()
    {
        for (size_t i = 0; i < m_turns.size(); ++i)
            place(i);
        return std::move(m_order);
    }

private:
    enum class State { Waiting, Entered, Placed };

    // Chains may be long: a stack of our own.
    void place(size_t first)
    {
        std::vector<size_t> chain;
        for (size_t next = first; m_states[next] == State::Waiting;) {
            m_states[next] = State::Entered;
            chain.push_back(next);
            const auto before = m_releasing.find(m_turns[next].wants);
            if (m_turns[next].wants.empty() || before == m_releasing.end())
                break;
            next = before->second;
        }
        // A ring is opened where it was entered.
        for (; !chain.empty(); chain.pop_back()) {
            m_states[chain.back()] = State::Placed;
            m_order.push_back(m_turns[chain.back()].contact);
        }
    }

    std::vector<PushTurn> m_turns;
    std::vector<State> m_states;
    std::unordered_map<std::string, size_t> m_releasing;
    std::vector<ContactId> m_order;
};

// A contact that was never read by its id is known as far as listings show it, or as far as this desk has made it: the
// rest is nobody's edit.
SyncRecord comparable(const SeenRecord &seen, const ContactRow &row, const AccountFields &fields)
{
    SyncRecord found = seen.record;
    const bool hidesMembers = std::any_of(fields.byId.begin(), fields.byId.end(), [&fields](const std::string &key) {
        return key.starts_with("extra:") && !fields.listed.contains(key);
    });
    if (hidesMembers && !row.knowsMembers && !seen.hasNewMembers)
        found.extra = row.base.extra;
    if (row.wasRead)
        return found;
    std::erase_if(found.fields, [&](const auto &field) {
        const bool isHidden = fields.isHidden(customFieldName(field.first) ? "customFields" : field.first);
        // What was sent of it and is another by now was written by somebody since.
        const bool isOurs = row.sent && !isNothing(field.first, row.sent->value(field.first));
        // Whoever typed something else into it here has not seen this, and would have been asked.
        const bool isOther = row.deleted && !isNothing(field.first, row.deleted->value(field.first)) &&
                             !sameField(field.first, *row.deleted, seen.record);
        return isHidden && !isOurs && !isOther && isNothing(field.first, row.base.value(field.first));
    });
    if (fields.isHidden("tags") && !row.base.tags)
        found.tags.reset();
    return found;
}

} // namespace

ContactStep nextStep(const ContactRow &row, const Capabilities &capabilities)
{
    if (!row.remoteId.isValid())
        return stepOfUnbound(row, capabilities);
    if (row.hold == ContactRow::Hold::Blocked)
        return {};
    if (row.isDeleted || row.isUnknown || !sayable(row.local, row.base, capabilities).empty())
        return {ContactStep::Kind::Read, {}, {}, {}};
    for (const std::string_view key : keysOf(row.local, row.base)) {
        if (isOnlyHere(key, capabilities) && !sameField(key, row.local, row.base))
            return {ContactStep::Kind::Agree, {}, {}, {}};
    }
    return {};
}

ContactWrite afterReading(const ContactRow &row, const RemoteContact &fresh, bool showsTags, const Authorship &mine,
                          const Capabilities &capabilities)
{
    SeenRecord seen = SeenRecord::of(fresh, SeenIn::AnswerById, std::make_shared<AccountFields>(capabilities.fields));
    if (showsTags && !seen.record.tags)
        seen.record.tags.emplace();
    return afterReading(row, fresh, seen.completedBy(row.base), mine, capabilities);
}

ContactWrite afterReading(const ContactRow &row, const RemoteContact &fresh, const SeenRecord &seen,
                          const Authorship &mine, const Capabilities &capabilities)
{
    ContactWrite write;
    if (fresh.id != row.remoteId) {
        write.kind = ContactWrite::Kind::WrongContact;
        return write;
    }
    const SyncRecord &found = seen.record;
    if (row.isDeleted) {
        const SyncRecord compared = comparable(seen, row, capabilities.fields);
        if (!deliberate(Bug::DeleteWithoutReading))
            write.conflict = deletionMeetsEdit(baseFor(row, compared), compared);
        write.kind = write.conflict ? ContactWrite::Kind::Restored : ContactWrite::Kind::Delete;
        write.merge = merge(&found, found, found, mine);
        return write;
    }
    const SyncRecord base = baseFor(row, found);
    write.merge = merge(&base, row.local, found, mine);
    const std::vector<std::string> keys = sayable(write.merge.record, found, capabilities);
    if (keys.empty())
        return write;
    write.kind = ContactWrite::Kind::Update;
    write.change = updateOf(fresh, write.merge.record, keys, updateForm(capabilities), &found);
    if (deliberate(Bug::DropsUnknownMembers))
        write.change.extra.clear();
    write.sent = overlaid(found, write.merge.record, keys);
    return write;
}

SyncRecord baseFor(const ContactRow &row, const SyncRecord &found)
{
    SyncRecord base = row.base;
    if (!row.sent || deliberate(Bug::ForgetsUnanswered))
        return base;
    for (const std::string_view key : keysOf(row.base, *row.sent)) {
        // What the row still says is agreed, and noted as ours, by merging.
        const bool isAgreed = !row.isDeleted && sameField(key, row.local, found);
        // What was left out, and is another now: somebody may have written it where it was gone by our hand.
        const bool isLeftOut = isNothing(key, row.sent->value(key)) && sameField(key, row.local, row.base);
        if (!isAgreed && (isLeftOut || sameField(key, *row.sent, found)))
            base.set(std::string(key), row.sent->value(key));
    }
    return base;
}

std::optional<PushStage> stageOf(const ContactRow &row, const Capabilities &capabilities)
{
    switch (nextStep(row, capabilities).kind) {
    case ContactStep::Kind::Nothing:
    case ContactStep::Kind::Agree:
    case ContactStep::Kind::Draft: return std::nullopt;
    case ContactStep::Kind::Forget: return PushStage::ContactDeletes;
    case ContactStep::Kind::LookUp:
    case ContactStep::Kind::Create: return PushStage::ContactCreates;
    case ContactStep::Kind::Read: return row.isDeleted ? PushStage::ContactDeletes : PushStage::ContactUpdates;
    }
    Q_UNREACHABLE();
}

PushTurn turnOf(ContactId contact, PushStage stage, const ContactRow &row)
{
    PushTurn turn{contact, stage, {}, {}};
    const std::string here = row.isDeleted ? std::string() : numberOf(row.local);
    const std::string there = row.remoteId.isValid() ? numberOf(row.base) : std::string();
    if (here != there) {
        turn.wants = here;
        turn.releases = there;
    }
    return turn;
}

std::vector<ContactId> inPushOrder(std::vector<PushTurn> turns)
{
    std::stable_sort(turns.begin(), turns.end(),
                     [](const PushTurn &a, const PushTurn &b) { return a.stage < b.stage; });
    return Queue(std::move(turns)).order();
}

} // namespace Elenco
