// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/uploadfilling.h"

#include "sync/plan/rowmapping.h"
#include "sync/records/canonical.h"

namespace Elenco {

// Parts are what the description of the upload names; whether an account of whole names takes them, the trial shows.
std::optional<UploadFile::Names> UploadFilling::namesFor(const Capabilities &known)
{
    using Names = UploadFile::Names;
    if (!known.fields.dropped.contains(UploadFile::carriageKey(Names::Parts)))
        return Names::Parts;
    if (known.wholeNames == Known::Yes && !known.fields.dropped.contains(UploadFile::carriageKey(Names::Whole)))
        return Names::Whole;
    return std::nullopt;
}

UploadRows::Turn UploadFilling::operator()(const SyncRow &row)
{
    using Kind = UploadRows::Turn::Kind;
    ContactStep step = nextStep(contactRowOf(row), capabilities);
    if (step.kind != ContactStep::Kind::Create || !UploadFile::canCarry(step.sent) || (isLeft && isLeft(row)))
        return {Kind::Passed, {}};
    const std::string number = numberOf(step.sent);
    if (taken.contains(QString::fromStdString(number)))
        return {Kind::Passed, {}};
    const bool hasName = UploadFile::hasName(step.sent);
    const std::optional<UploadFile::Names> names = namesFor(capabilities);
    if (hasName && !names) // one request makes it whole
        return {Kind::Passed, {}};
    bool isTrial = hasName && capabilities.wholeNames == Known::Yes &&
                   capabilities.fields.isCarriageUnknown(UploadFile::carriageKey(*names));
    for (const auto &[key, value] : step.sent.fields) {
        // What the account does not take is on this computer, whatever a file says of it.
        if (UploadFile::isBasic(key) || isOnlyHere(key, capabilities))
            continue;
        // One request makes such a contact where a file would need two more.
        if (!UploadFile::holds(columns, key) || capabilities.fields.dropped.contains(key))
            return {Kind::Passed, {}};
        isTrial = isTrial || capabilities.fields.isCarriageUnknown(key);
    }
    if (isTrial && trialRows == UploadFile::mostTrialRows) {
        hasPassedTrial = true;
        return {Kind::Passed, {}};
    }
    step.sent.set("phoneNumber", {SyncKind::Text, number});
    std::string sent = packRecord(step.sent);
    if (!file->add(std::move(step.sent)))
        return {Kind::FileIsFull, {}};
    numbers.insert(QString::fromStdString(number));
    trialRows += isTrial;
    return {Kind::Taken, std::move(sent)};
}

} // namespace Elenco
