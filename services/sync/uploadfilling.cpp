// SPDX-License-Identifier: Apache-2.0
#include "sync/uploadfilling.h"

#include "sync/canonical.h"
#include "sync/rowmapping.h"

namespace Elenco {

namespace {

// Nobody says beforehand which columns an account takes. What it leaves out costs two requests a row, so the first file
// has a few such rows only.
constexpr int mostTrialRows = 25;

} // namespace

UploadRows::Turn UploadFilling::operator()(const SyncRow &row)
{
    using Kind = UploadRows::Turn::Kind;
    ContactStep step = nextStep(contactRowOf(row), capabilities);
    if (step.kind != ContactStep::Kind::Create || !UploadFile::canCarry(step.sent))
        return {Kind::Passed, {}};
    const std::string number = numberOf(step.sent);
    if (taken.contains(QString::fromStdString(number)))
        return {Kind::Passed, {}};
    const bool isMore = UploadFile::isMoreThanBasic(step.sent);
    // One request makes such a contact where a file would need two more.
    if (isMore && (columns == UploadFile::Columns::Basic || carriesAll == Known::No))
        return {Kind::Passed, {}};
    if (isMore && carriesAll == Known::Unknown && trialRows == mostTrialRows) {
        hasPassedTrial = true;
        return {Kind::Passed, {}};
    }
    step.sent.set("phoneNumber", {SyncKind::Text, number});
    std::string sent = packRecord(step.sent);
    if (!file->add(std::move(step.sent)))
        return {Kind::FileIsFull, {}};
    numbers.insert(QString::fromStdString(number));
    trialRows += isMore;
    return {Kind::Taken, std::move(sent)};
}

} // namespace Elenco
