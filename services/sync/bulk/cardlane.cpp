// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/cardlane.h"

#include "sync/bulk/uploadfile.h"
#include "sync/bulk/uploadreading.h"
#include "sync/plan/rowmapping.h"
#include "sync/records/canonical.h"

#include <algorithm>
#include <limits>

namespace Elenco {

namespace {

/// The rows of one file: the first one says with which tags.
struct CardFilling {
    std::shared_ptr<UploadCards> file = std::make_shared<UploadCards>();
    Capabilities capabilities;
    QStringList tags;
    int trialRows = 0;

    UploadRows::Turn operator()(const SyncRow &row)
    {
        using Kind = UploadRows::Turn::Kind;
        const ContactRow asked = contactRowOf(row);
        const ContactStep step = nextStep(asked, capabilities);
        const QStringList own = UploadCards::sayableTags(asked.local);
        if (step.kind != ContactStep::Kind::Create || own.isEmpty() || !UploadCards::canCarry(step.sent))
            return {Kind::Passed, {}};
        if (tags.isEmpty())
            tags = own;
        if (own != tags)
            return {Kind::Passed, {}};
        SyncRecord whole = step.sent;
        whole.tags = asked.local.tags;
        whole.set("phoneNumber", {SyncKind::Text, numberOf(whole)});
        const SyncRecord card = UploadCards::cardOf(whole);
        const bool isTrial = std::any_of(card.fields.begin(), card.fields.end(), [this](const auto &field) {
            return !UploadFile::isBasic(field.first) && !isOnlyHere(field.first, capabilities) &&
                   capabilities.fields.isCarriageUnknown(UploadCards::carriageKey(field.first));
        });
        if (isTrial && trialRows == UploadFile::mostTrialRows)
            return {Kind::Passed, {}}; // its turn comes when that is known
        if (!file->add(row.id, card))
            return {Kind::FileIsFull, {}};
        trialRows += isTrial;
        return {Kind::Taken, packRecord(card)};
    }
};

} // namespace

bool CardLane::isWanted(const Capabilities &capabilities)
{
    return capabilities.envelope == PageEnvelope::Pages && capabilities.twoStepVcard != Known::Yes;
}

bool CardLane::keeps(const SyncRow &row) const
{
    return m_isInterrupted && !row.remoteId.isValid() && !row.isDeleted && row.send == SendState::Idle &&
           !UploadCards::sayableTags(recordOf(row.state)).isEmpty();
}

Routine<bool> CardLane::run()
{
    if (!isWanted(m_course.client().capabilities()))
        co_return true;
    auto countTask =
        m_course.write<qint64>([](Workspace &workspace) { return UploadRows(workspace).countTagged(); });
    const Result<qint64> count = co_await std::move(countTask);
    if (!m_course.heedStore(count))
        co_return false;
    if (*count == 0)
        co_return true;
    const bool named = co_await nameList();
    if (!named)
        co_return false;
    const std::optional<Quota> quota = co_await m_course.askRoom();
    if (!m_course.mayGoOn())
        co_return false;
    m_room = quota ? std::max<qint64>(0, quota->remaining) : std::numeric_limits<qint64>::max();
    while (!m_isOver && !m_isInterrupted && m_room > 0) {
        const bool goesOn = co_await sendFile();
        if (!goesOn)
            co_return false;
    }
    co_return m_course.mayGoOn();
}

Routine<bool> CardLane::nameList()
{
    auto nameTask = m_course.write<QString>([](Workspace &workspace) { return UploadRows(workspace).listName(); });
    const Result<QString> name = co_await std::move(nameTask);
    if (!m_course.heedStore(name))
        co_return false;
    m_list.setName(*name);
    co_return true;
}

Routine<bool> CardLane::fill()
{
    const auto filling = std::make_shared<CardFilling>();
    filling->capabilities = m_course.client().capabilities();
    auto notedTask = m_course.write<UploadRows::Noted>(
        [filling, most = std::min(m_mostRows, m_room)](Workspace &workspace) {
            return UploadRows(workspace).noteTagged(most, [filling](const SyncRow &row) { return (*filling)(row); });
        });
    const Result<UploadRows::Noted> noted = co_await std::move(notedTask);
    if (!m_course.heedStore(noted))
        co_return false;
    m_file = filling->file;
    m_tags = filling->tags;
    m_rows = noted->rows;
    m_import = {};
    co_return true;
}

Routine<bool> CardLane::sendFile()
{
    const bool filled = co_await fill();
    if (!filled)
        co_return false;
    if (m_rows == 0) {
        m_isOver = true;
        co_return true;
    }
    auto uploading = upload();
    const Fate fate = co_await std::move(uploading);
    if (!m_course.mayGoOn())
        co_return false; // the next run reads the list
    if (fate == Fate::Imported || fate == Fate::Unknown) {
        if (m_import.listId.isValid()) {
            m_list.take(m_import.listId);
        } else {
            const bool found = co_await m_list.find();
            if (!m_course.mayGoOn())
                co_return false;
            if (!found && fate == Fate::Imported) {
                m_isInterrupted = true; // its rows wait for the next run
                co_return true;
            }
        }
        if (m_list.id().isValid()) {
            UploadReading reading(m_course, {std::nullopt, m_rows});
            auto readStep = reading.run(m_list.id());
            const bool goesOn = co_await std::move(readStep);
            if (!goesOn)
                co_return false;
            if (!reading.isWhole() || reading.members() < m_import.imported.value_or(0)) {
                m_isInterrupted = true;
                co_return true;
            }
            m_room -= std::min(m_room, reading.bound());
        }
    }
    auto settling = settle(fate);
    const bool settled = co_await std::move(settling);
    if (!settled || !m_list.id().isValid())
        co_return settled;
    auto removing = m_list.remove(m_list.id());
    const bool removed = co_await std::move(removing);
    m_list.take({});
    co_return removed;
}

Routine<CardLane::Fate> CardLane::upload()
{
    m_list.take({});
    VcardUpload cards;
    cards.fileName = QStringLiteral("elenco.vcf");
    cards.content = m_file->content();
    cards.listName = m_list.name();
    cards.strategy = UploadStrategy::Skip;
    cards.tags = m_tags;
    auto answerTask = m_course.client().uploadVcard(cards, Priority::Background);
    const Result<UploadOutcome> answer = co_await std::move(answerTask);
    const Outcome outcome = m_course.heed(SyncCall::Upload, answer);
    if (answer) {
        if (!std::holds_alternative<ImportOutcome>(*answer))
            co_return Fate::Refused; // it waits to be confirmed, and knows no tags
        m_import = std::get<ImportOutcome>(*answer);
        co_return Fate::Imported;
    }
    if (outcome.row == RowStep::WaitForQuota)
        co_return Fate::Full;
    if (outcome.row == RowStep::KeepUnknown || outcome.row == RowStep::Resend)
        co_return Fate::Unknown;
    co_return answer.error().kind == ErrorKind::TooLarge ? Fate::TooLarge : Fate::Refused;
}

Routine<bool> CardLane::settle(Fate fate)
{
    UploadRows::Rest rest = UploadRows::Rest::Resend;
    switch (fate) {
    case Fate::Imported: {
        const bool written = co_await writeComplaints();
        if (!written)
            co_return false;
        rest = UploadRows::Rest::LookUpSingly;
        break;
    }
    case Fate::Unknown: // known numbers are left alone, so the same may go again
        m_isInterrupted = ++m_setbacks == UploadFile::mostSetbacks;
        break;
    case Fate::TooLarge:
        m_isInterrupted = ++m_setbacks == UploadFile::mostSetbacks;
        m_mostRows = std::max<qint64>(1, m_rows / 2);
        break;
    case Fate::Refused: m_isOver = true; break; // they go one by one, without their tags
    case Fate::Full:
        m_isOver = true;
        rest = UploadRows::Rest::WaitForQuota;
        break;
    }
    auto settling = settleRest(m_course, rest);
    const bool settled = co_await std::move(settling);
    co_return settled;
}

Routine<bool> CardLane::writeComplaints()
{
    const QList<ImportOutcome::RowError> errors = m_import.errors;
    for (const ImportOutcome::RowError &error : errors) {
        const ContactId id = m_file->rowOf(error);
        if (!id.isValid()) {
            m_course.report().refuse(error.name, error.reason);
            continue;
        }
        auto blocking = m_course.block(id, Error{ErrorKind::Refused, {}, error.reason});
        const bool blocked = co_await std::move(blocking);
        if (!blocked)
            co_return false;
    }
    co_return true;
}

} // namespace Elenco
