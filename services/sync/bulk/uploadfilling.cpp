// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/uploadfilling.h"

#include "sync/plan/rowmapping.h"
#include "sync/records/canonical.h"

namespace Elenco {

UploadRows::Turn UploadFilling::operator()(const SyncRow &row)
{
    using Kind = UploadRows::Turn::Kind;
    ContactStep step = nextStep(contactRowOf(row), capabilities);
    if (step.kind != ContactStep::Kind::Create || !UploadFile::canCarry(step.sent) || (isLeft && isLeft(row)))
        return {Kind::Passed, {}};
    const std::string number = numberOf(step.sent);
    if (taken.contains(QString::fromStdString(number)))
        return {Kind::Passed, {}};
    bool isTrial = false;
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
