// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/rowmapping.h"

#include "core/packing.h"
#include "sync/plan/pushplan.h"
#include "sync/records/canonical.h"

#include <algorithm>

namespace Elenco {

namespace {

std::string packValue(const SyncValue &value)
{
    return static_cast<char>('0' + static_cast<int>(value.kind)) + value.text;
}

SyncValue unpackValue(std::string_view text)
{
    if (text.empty())
        return {};
    return {static_cast<SyncKind>(text[0] - '0'), std::string(text.substr(1))};
}

std::string packAuthorship(const Authorship &mine)
{
    std::string blob;
    for (const auto &[key, confirmed] : mine) {
        appendPacked(blob, key);
        appendPacked(blob, packValue(confirmed.value));
        appendPacked(blob, packValue(confirmed.before));
    }
    return blob;
}

SyncRecord baseOf(const SyncRow &row)
{
    if (!row.shadow)
        return inStepRecord(row.state, row.showsTags, row.extra);
    if (const auto record = unpackRecord(row.shadow->record))
        return *record;
    return inStepRecord(row.shadow->base, row.showsTags, row.extra);
}

// A custom field has its kind in a row's key: the one that the row has, else the one of the value.
std::string rowKey(const std::string &key, const ContactState &state, const SyncValue &value)
{
    const auto name = customFieldName(key);
    if (!name)
        return key;
    for (const auto &[present, text] : state) {
        if (parseCustomKey(present).name == *name)
            return present;
    }
    const ValueKind kind = value.kind == SyncKind::Number    ? ValueKind::Number
                           : value.kind == SyncKind::Date    ? ValueKind::Date
                           : value.kind == SyncKind::Boolean ? ValueKind::Bool
                                                             : ValueKind::Text;
    return customKey(kind, *name);
}

ConflictKind kindOf(FieldConflict::Kind kind)
{
    switch (kind) {
    case FieldConflict::Kind::BothChanged: return ConflictKind::BothChanged;
    case FieldConflict::Kind::NotTaken: return ConflictKind::NotTaken;
    case FieldConflict::Kind::NumberTaken: return ConflictKind::NumberTaken;
    }
    Q_UNREACHABLE();
}

ConflictKind kindOf(RecordConflict::Kind kind)
{
    switch (kind) {
    case RecordConflict::Kind::DeletedHereEditedThere: return ConflictKind::DeletedHereEditedThere;
    case RecordConflict::Kind::EditedHereDeletedThere: return ConflictKind::EditedHereDeletedThere;
    case RecordConflict::Kind::TwoCardsOneNumber: return ConflictKind::TwoCardsOneNumber;
    case RecordConflict::Kind::ListDeletedThere: return ConflictKind::ListDeletedThere;
    }
    Q_UNREACHABLE();
}

// `readBefore`: when it was read by its id.
void take(SyncChange &change, const SeenRecord &seen, qint64 readBefore)
{
    change.remoteId = seen.id;
    change.fingerprint = seen.fingerprint();
    change.extra = seen.record.extra;
    change.showsTags = seen.record.tags.has_value();
    change.saidValid = seen.isValid;
    change.saidOf = numberOf(seen.record);
    change.readAt = seen.in == SeenIn::AnswerById                         ? seen.at
                    : seen.in == SeenIn::AnswerToWrite && readBefore == 0 ? SyncRow::madeHere
                                                                          : readBefore;
    if (seen.isUnsure) { // asked again in the runs to come
        change.readAt = 0;
        change.fingerprint.reset();
    }
}

ContactState judged(ContactState state, const NumberJudge &judge)
{
    judge(state);
    std::erase_if(state, [](const auto &entry) { return entry.second.empty(); });
    return state;
}

} // namespace

void keepUnanswered(SyncChange &change, const SyncRow &row, const SyncRecord &base, const SeenRecord &seen,
                    const SyncRecord &shadow)
{
    const auto sent = row.send == SendState::Sent && seen.in == SeenIn::Listing ? unpackRecord(row.sent) : std::nullopt;
    if (!sent)
        return;
    SyncRecord open = *sent;
    bool isOpen = false;
    for (const std::string_view key : keysOf(*sent, base)) {
        if (seen.namesKey(key))
            open.set(std::string(key), seen.record.value(key)); // this was answered
        else
            isOpen = isOpen || !sameField(key, *sent, base);
    }
    if (!isOpen)
        return;
    change.send = SendState::Sent;
    change.sent = packRecord(open);
    if (!change.shadow) // taken back here: what came of it is looked at all the same
        change.shadow = Shadow{syncedPart(withRecord(*change.state, shadow)), packRecord(shadow), true};
    change.shadow->sends = true;
}

ContactRow contactRowOf(const SyncRow &row)
{
    ContactRow result;
    result.remoteId = row.remoteId;
    result.isDeleted = row.isDeleted;
    (row.isDeleted ? result.deleted.emplace() : result.local) = recordOf(row.state);
    result.isUnknown = row.send == SendState::Sent;
    if (result.isUnknown && !row.sent.empty())
        result.sent = unpackRecord(row.sent);
    if (row.remoteId.isValid())
        result.base = baseOf(row);
    result.wasRead = row.readAt != 0;
    result.knowsMembers = row.readAt > 0;
    if (row.send == SendState::Blocked)
        result.hold = ContactRow::Hold::Blocked;
    else if (row.send == SendState::WaitsForQuota)
        result.hold = ContactRow::Hold::WaitsForQuota;
    return result;
}

Authorship authorshipOf(const SyncRow &row)
{
    Authorship mine;
    const auto texts = unpacked(row.authored);
    for (size_t i = 0; i + 2 < texts.size(); i += 3)
        mine.emplace(texts[i], ConfirmedValue{unpackValue(texts[i + 1]), unpackValue(texts[i + 2])});
    return mine;
}

SyncChange changeOf(const SyncRow &row, const MergeResult &merge, const SeenRecord &seen, const NumberJudge &judge)
{
    SyncChange change;
    take(change, seen, row.readAt);
    change.state = withRecord(row.state, merge.record);
    if (stateValue(*change.state, "phoneNumber") != stateValue(row.state, "phoneNumber"))
        change.state = judged(*change.state, judge);
    if (merge.differs()) {
        const bool sends = std::any_of(merge.toSend.begin(), merge.toSend.end(), [&seen](const std::string &key) {
            return !isOnlyHere(key, *seen.fields, seen.refusedNames);
        });
        change.shadow =
            Shadow{syncedPart(withRecord(*change.state, merge.shadow)), packRecord(merge.shadow), sends};
    }
    change.authored = packAuthorship(merge.mine);
    if (!merge.conflicts.empty() && seen.in == SeenIn::Listing)
        change.readAt = 0; // who chooses is to see all of it
    for (const FieldConflict &conflict : merge.conflicts)
        change.conflicts.push_back({kindOf(conflict.kind), rowKey(conflict.key, *change.state, conflict.local),
                                    conflict.base.text, conflict.local.text, conflict.remote.text, std::nullopt});
    for (const ReplacedValue &replaced : merge.replaced) {
        if (replaced.how != ReplacedValue::How::Normalised)
            change.replaced.push_back({rowKey(replaced.key, *change.state, replaced.ours), replaced.ours.text,
                                       replaced.now.text, replaced.isLoud()});
    }
    return change;
}

SyncChange changeOf(const SyncRow &row, const Adoption &adoption, const SeenRecord &seen, const NumberJudge &judge)
{
    if (adoption.staysDeleted) // it is over there after all, and has to go there too
        return deletionOf(row, seen);
    SyncChange change = changeOf(row, adoption.merge, seen, judge);
    if (adoption.conflict)
        change.conflicts.push_back(conflictOf(*adoption.conflict, row));
    return change;
}

std::optional<SyncChange> readingOf(const SyncRow &row, const SeenRecord &seen, const NumberJudge &judge,
                                    const SyncRecord *sent)
{
    if (row.isDeleted || row.remoteId != seen.id || row.send == SendState::Sent)
        return std::nullopt;
    ContactRow asked = contactRowOf(row);
    if (sent)
        asked.sent = *sent;
    const SeenRecord whole = seen.completedBy(asked.base);
    const SyncRecord base = baseFor(asked, whole.record);
    SyncChange change = changeOf(row, merge(&base, asked.local, whole.record, authorshipOf(row)), whole, judge);
    if (row.send == SendState::Blocked && change.shadow) { // it waits on: nothing was asked about what was refused
        change.send = row.send;
        change.attempts = row.attempts;
        change.trouble = row.trouble;
        change.detail = row.detail;
    }
    return change;
}

SyncChange listingOf(const SyncRow &row, const SeenRecord &seen, const NumberJudge &judge)
{
    const ContactRow asked = contactRowOf(row);
    const SeenRecord whole = seen.completedBy(asked.base);
    const SyncRecord base = baseFor(asked, whole.record);
    const MergeResult merged = merge(&base, asked.local, whole.record, authorshipOf(row));
    SyncChange change = changeOf(row, merged, whole, judge);
    keepUnanswered(change, row, asked.base, whole, merged.shadow);
    return change;
}

SyncChange adoptionOf(const SyncRow &row, const SyncRecord *sent, const SeenRecord &seen, Creation creation,
                      const NumberJudge &judge)
{
    const SyncRecord local = row.isDeleted ? SyncRecord() : recordOf(row.state);
    const SeenRecord named = seen.namedAs(sent ? *sent : local);
    const SyncRecord said = sent ? named.spokenPart(*sent) : SyncRecord();
    const Adoption adoption =
        adopt(local, row.isDeleted, sent ? &said : nullptr, named.record, authorshipOf(row), creation);
    // What a listing hides of it is what was sent, or somebody has edited it: the reading before the deletion says.
    if (adoption.staysDeleted && sent)
        return deletionOf(row, named.completedBy(*sent));
    SyncChange change = changeOf(row, adoption, named, judge);
    if (!row.isDeleted)
        keepUnanswered(change, row, {}, named, adoption.merge.shadow);
    return change;
}

SyncChange agreementOf(const SyncRow &row, const Capabilities &capabilities)
{
    SyncChange change = SyncChange::keeping(row);
    const ContactRow asked = contactRowOf(row);
    SyncRecord base = asked.base;
    bool sends = false, differs = false;
    for (const std::string_view key : keysOf(asked.local, asked.base)) {
        // One that is shown there all the same is another value there than here.
        const bool isShown = capabilities.fields.shown.contains(key);
        if (isOnlyHere(key, capabilities) && !isShown)
            base.set(key, asked.local.value(key));
        differs = differs || !sameField(key, asked.local, base);
        sends = sends || (!sameField(key, asked.local, base) && !isOnlyHere(key, capabilities));
    }
    const bool hasOtherTags = base.tags && asked.local.tags != base.tags;
    change.shadow.reset();
    if (differs || hasOtherTags)
        change.shadow = Shadow{syncedPart(withRecord(row.state, base)), packRecord(base), sends};
    return change;
}

std::optional<SyncChange> separationOf(const SyncRow &row, const AccountFields::Keys &begun)
{
    SyncRecord base = baseOf(row);
    const auto isBegun = [&begun](const auto &field) { return begun.contains(field.first); };
    if (!row.remoteId.isValid() || std::erase_if(base.fields, isBegun) == 0)
        return std::nullopt;
    SyncChange change = SyncChange::keeping(row);
    change.shadow = Shadow{syncedPart(withRecord(row.state, base)), packRecord(base),
                           row.isDeleted || (row.shadow && row.shadow->sends)};
    return change;
}

SyncChange deletionOf(const SyncRow &row, const SeenRecord &seen)
{
    SyncChange change = SyncChange::keeping(row);
    take(change, seen, row.readAt);
    // Brought back before that, it differs from this and not from what it was here.
    change.shadow = Shadow{syncedPart(withRecord(row.state, seen.record)), packRecord(seen.record), true};
    change.send = SendState::Idle;
    change.sent.clear();
    return change;
}

ContactState unseenOf(const SyncRow &row, const SeenRecord &seen)
{
    const SyncRecord known = baseOf(row), deleted = recordOf(row.state);
    SyncRecord whole = deleted;
    for (const auto &[key, value] : seen.record.fields) {
        if (isNothing(key, known.value(key)) && isNothing(key, deleted.value(key)))
            whole.set(key, value);
    }
    if (seen.record.tags && !known.tags && (!deleted.tags || deleted.tags->empty()))
        whole.tags = seen.record.tags;
    return difference(row.state, withRecord(row.state, whole)).after;
}

SyncChange arrivalOf(const SeenRecord &seen, const NumberJudge &judge)
{
    SyncChange change;
    take(change, seen, 0);
    change.state = judged(withRecord({}, seen.record), judge);
    return change;
}

SyncChange departureOf(const SyncRow &row)
{
    SyncChange change = SyncChange::keeping(row);
    change.fate = SyncChange::Fate::Trash;
    if (row.isDeleted) {
        change.fate = SyncChange::Fate::Gone;
    } else if (row.isDeletionSent) {
        return unboundOf(row); // by this desk's own hand, which has thought better of it
    } else if (const auto conflict = editMeetsDeletion(baseOf(row), recordOf(row.state))) {
        change.conflicts.push_back(conflictOf(*conflict, row));
    }
    return change;
}

SyncChange unboundOf(const SyncRow &row)
{
    SyncChange change = SyncChange::keeping(row);
    change.fate = row.isDeleted ? SyncChange::Fate::Gone : SyncChange::Fate::Stays;
    change.remoteId = {};
    change.fingerprint.reset();
    change.extra.clear();
    change.showsTags = false;
    change.readAt = 0;
    change.shadow.reset();
    change.send = SendState::Idle;
    change.sent.clear();
    change.authored.clear();
    return change;
}

NewConflict conflictOf(const RecordConflict &conflict, const SyncRow &row)
{
    NewConflict result;
    result.kind = kindOf(conflict.kind);
    if (conflict.kind == RecordConflict::Kind::EditedHereDeletedThere)
        result.state = row.state; // it is nowhere else any more
    return result;
}

} // namespace Elenco
