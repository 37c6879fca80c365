// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/uploadreading.h"

#include "gateway/client/pager.h"
#include "store/sync/uploadrows.h"
#include "sync/bulk/uploadcards.h"
#include "sync/bulk/uploadfile.h"
#include "sync/records/canonical.h"

#include <algorithm>

namespace Elenco {

namespace {

constexpr size_t mostTrials = 5;

// Of what was sent, what arrived. A field that is not over there at all was left out by the gateway: it is still to be
// sent, and nothing there says that it was refused. So is one that the account does not take from files and that says
// something else there: somebody has written it since.
SyncRecord carriedPart(const SyncRecord &sent, const SyncRecord &found, bool isTaken)
{
    SyncRecord carried = sent;
    std::erase_if(carried.fields, [&](const auto &field) {
        const bool isMissing = isNothing(field.first, found.value(field.first));
        return isMissing || (!isTaken && !UploadFile::isBasic(field.first) && !sameField(field.first, sent, found));
    });
    return carried;
}

// Cards say tags, tables do not.
bool isOfCards(const SyncRecord &sent)
{
    return sent.tags.has_value();
}

std::string carriageKey(const SyncRecord &sent, const std::string &key)
{
    return isOfCards(sent) ? UploadCards::carriageKey(key) : key;
}

// What the list does not show arrived, as far as the account has brought such values there before. A name that is given
// in one is parted as it was sent; a contact that shows none has none.
SeenRecord presumed(const SeenRecord &seen, const SyncRecord &sent)
{
    SyncRecord known;
    const bool isNamed = UploadFile::hasName(seen.record);
    for (const auto &[key, value] : sent.fields) {
        const bool isName = key == "firstName" || key == "lastName";
        if (isName ? isNamed
                   : (!seen.speaksOf(key) &&
                      (seen.fields->carried.contains(carriageKey(sent, key)) || seen.fields->notKept.contains(key))))
            known.set(key, value);
    }
    SeenRecord whole = seen.completedBy(known);
    whole.isUnsure = false;
    return whole;
}

// `isTried`: it is read by its id next, which says what came of the rest. Should nobody get to that, it may be there.
SyncChange bindingOf(const SyncRow &row, const SyncRecord &carried, const SeenRecord &seen, bool isSurelyOurs,
                     bool isTried, const NumberJudge &judge)
{
    if (!isSurelyOurs || row.isDeleted) { // what somebody has made of it since must not go with it
        SyncRow settled = row;
        if (!isTried) // what the file did not carry is sent anew, not looked for
            settled.send = SendState::Idle;
        SyncChange change = adoptionOf(settled, &carried, seen, Creation::Unanswered, judge);
        change.readAt = isSurelyOurs ? SyncRow::madeHere : 0;
        return change;
    }
    const MergeResult merged =
        mergeAnswer({}, carried, recordOf(row.state), seen.record, authorshipOf(row), AnswerSeen::Later);
    SyncChange change = changeOf(row, merged, seen, judge);
    change.readAt = SyncRow::madeHere;
    if (isTried)
        keepUnanswered(change, row, {}, seen, merged.shadow);
    return change;
}

// As with any change: what is there by this is nobody else's edit, should its answer never come.
std::optional<SyncChange> trialOf(const SyncRow &row, const SeenRecord &seen, const SyncRecord &sent,
                                  const std::vector<std::string> &keys)
{
    if (row.isDeleted || row.remoteId != seen.id)
        return std::nullopt;
    const SyncRecord base = contactRowOf(row).base;
    SyncChange change = SyncChange::keeping(row);
    change.send = SendState::Sent;
    change.sent = packRecord(overlaid(seen.completedBy(base).record, sent, keys));
    if (!change.shadow)
        change.shadow = Shadow{syncedPart(row.state), packRecord(base), true};
    change.shadow->sends = true;
    return change;
}

} // namespace

Routine<bool> UploadReading::run(RemoteId list)
{
    const bool isSurelyOurs = m_course.client().capabilities().twoStepTable == Known::Yes;
    const auto learned = std::make_shared<AccountFields>();
    const auto trials = std::make_shared<std::vector<Trial>>();
    ContactPager pager(m_course.client(), list, RemoteContactQuery());
    while (!pager.atEnd()) {
        const Result<PagedRows<RemoteContact>> page = co_await pager.next();
        m_course.heed(SyncCall::ReadPage, page);
        if (!page)
            co_return m_course.mayGoOn();
        const auto records = std::make_shared<std::vector<SeenRecord>>();
        const auto isNew = std::make_shared<std::vector<bool>>();
        std::vector<SeenContact> seen;
        for (const RemoteContact &row : page->rows) {
            records->push_back(m_course.seen(row, SeenIn::Listing));
            isNew->push_back(isSurelyOurs || (m_manner.newestId && row.id.value.toULongLong() > *m_manner.newestId));
            seen.push_back({row.id, numberOf(records->back().record), records->back().fingerprint(), {}, {}});
        }
        auto boundTask = m_course.write<qint64>(
            [seen = std::move(seen), records, isNew, learned, trials, isSurelyOurs, names = m_manner.names,
             set = m_course.changeSet(), judge = m_course.judge()](Workspace &workspace) {
                return UploadRows(workspace).bind(seen, *set, [&](size_t index, const SyncRow &row) {
                    const SyncRecord sent = unpackRecord(row.sent).value_or(SyncRecord());
                    const SeenRecord found = presumed((*records)[index], sent);
                    const bool isOurs = isSurelyOurs || isOfCards(sent); // known numbers were left alone
                    const bool isTaken =
                        isOurs || std::all_of(sent.fields.begin(), sent.fields.end(), [&](auto &field) {
                            return UploadFile::isBasic(field.first) || found.fields->carried.contains(field.first) ||
                                   isOnlyHere(field.first, *found.fields, found.refusedNames);
                        });
                    const SyncRecord carried = carriedPart(sent, found.record, isTaken);
                    bool isTrial = false;
                    if (names && !isOfCards(sent) && UploadFile::hasName(sent))
                        learned->noteCarried(UploadFile::carriageKey(*names),
                                             UploadFile::hasName((*records)[index].record));
                    for (const auto &[key, value] : sent.fields) {
                        if (!UploadFile::isBasic(key) && (*records)[index].speaksOf(key))
                            learned->noteCarried(carriageKey(sent, key), carried.fields.contains(key));
                        else if (!UploadFile::isBasic(key) && !isOnlyHere(key, *found.fields, found.refusedNames))
                            isTrial = isTrial || found.fields->isCarriageUnknown(carriageKey(sent, key));
                    }
                    isTrial = isTrial && trials->size() < mostTrials;
                    if (isTrial)
                        trials->push_back({found.id, sent});
                    return bindingOf(row, carried, found, (*isNew)[index] || isOfCards(sent), isTrial, judge);
                });
            });
        const Result<qint64> bound = co_await std::move(boundTask);
        if (!m_course.heedStore(bound))
            co_return false;
        m_bound += *bound;
        m_members += static_cast<qint64>(page->rows.size());
        m_course.report().created += *bound;
        m_course.progress(SyncPhase::Creating, m_course.report().created, m_manner.creations);
    }
    noteCarried(*learned);
    auto reading = readTrials(*trials);
    const bool tried = co_await std::move(reading);
    if (!tried)
        co_return false;
    m_isWhole = pager.progress().isComplete();
    co_return m_course.mayGoOn();
}

// What the list hides. A field that no contact of the account has shown yet is sent once more, with a change: only then is
// it known whether the file lost it or the account does not keep it.
Routine<bool> UploadReading::readTrials(std::vector<Trial> trials)
{
    AccountFields learned;
    for (const Trial &trial : trials) {
        Result<RemoteContact> contact = co_await m_course.client().contact(trial.id, Priority::Background);
        m_course.heed(SyncCall::ReadContact, contact);
        if (!m_course.mayGoOn())
            co_return false;
        if (!contact || contact->id != trial.id)
            continue;
        SeenRecord seen = m_course.seen(*contact, SeenIn::AnswerById);
        std::vector<std::string> missing, untried;
        for (const auto &[key, value] : trial.sent.fields) {
            if (UploadFile::isBasic(key))
                continue;
            if (sameField(key, seen.record, trial.sent))
                learned.noteCarried(carriageKey(trial.sent, key), true);
            else
                missing.push_back(key);
        }
        for (const std::string &key : missing) {
            if (seen.fields->isUntried(key))
                untried.push_back(key);
        }
        auto rowTask = m_course.write<std::optional<SyncRow>>(
            [id = trial.id](Workspace &workspace) { return SyncRows(workspace).row(id); });
        const Result<std::optional<SyncRow>> row = co_await std::move(rowTask);
        if (!m_course.heedStore(row))
            co_return false;
        if (!*row || (*row)->isDeleted) // its deletion reads it, too
            continue;
        if (!untried.empty()) {
            auto notedTask = m_course.update((*row)->id, [seen, sent = trial.sent, untried](const SyncRow &now) {
                return trialOf(now, seen, sent, untried);
            });
            const Result<qint64> noted = co_await std::move(notedTask);
            if (!m_course.heedStore(noted))
                co_return false;
            if (*noted == 0)
                continue;
            const ContactChange change =
                updateOf(*contact, trial.sent, untried, updateForm(m_course.client().capabilities()), &seen.record);
            const Result<ContactUpdate> updated =
                co_await m_course.client().updateContact(trial.id, change, Priority::Background);
            const Outcome outcome = m_course.heed(SyncCall::UpdateContact, updated);
            if (!m_course.mayGoOn())
                co_return false;
            if (!updated && outcome.row == RowStep::KeepUnknown)
                continue;
            if (!updated) { // nothing was tried: it goes as any change
                auto settling = settleTrial((*row)->id, seen, trial.sent);
                const bool settled = co_await std::move(settling);
                if (!settled)
                    co_return false;
                continue;
            }
            contact = co_await m_course.client().contact(trial.id, Priority::Background);
            m_course.heed(SyncCall::ReadContact, contact);
            if (!m_course.mayGoOn())
                co_return false;
            if (!contact || contact->id != trial.id)
                continue;
        }
        seen = !untried.empty() ? m_course.readAgain(*contact, trial.sent) : m_course.seen(*contact, SeenIn::AnswerById);
        for (const std::string &key : missing) {
            if (!isOnlyHere(key, m_course.client().capabilities()))
                learned.noteCarried(carriageKey(trial.sent, key), false);
        }
        auto settling = settleTrial((*row)->id, seen, trial.sent);
        const bool settled = co_await std::move(settling);
        if (!settled)
            co_return false;
    }
    noteCarried(learned);
    co_return m_course.mayGoOn();
}

// What the file and the trial made of it is answered by this reading.
Routine<bool> UploadReading::settleTrial(ContactId id, SeenRecord seen, SyncRecord sent)
{
    auto doneTask = m_course.update(id, [seen, sent, judge = m_course.judge()](const SyncRow &now) {
        SyncRow answered = now;
        if (answered.send == SendState::Sent)
            answered.send = SendState::Idle;
        return readingOf(answered, seen, judge, &sent);
    });
    const Result<qint64> done = co_await std::move(doneTask);
    co_return m_course.heedStore(done);
}

void UploadReading::noteCarried(const AccountFields &learned)
{
    AccountFields known = m_course.client().capabilities().fields;
    for (const std::string &key : learned.carried)
        known.noteCarried(key, true);
    for (const std::string &key : learned.dropped)
        known.noteCarried(key, false);
    m_course.keep(std::move(known));
}

Routine<bool> settleRest(SyncCourse &course, UploadRows::Rest rest)
{
    auto settledTask =
        course.write<qint64>([rest](Workspace &workspace) { return UploadRows(workspace).settleRest(rest); });
    const Result<qint64> settled = co_await std::move(settledTask);
    if (!course.heedStore(settled))
        co_return false;
    if (rest == UploadRows::Rest::WaitForQuota)
        course.report().waiting += *settled;
    co_return course.mayGoOn();
}

} // namespace Elenco
