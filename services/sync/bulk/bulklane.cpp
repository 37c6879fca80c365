// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/bulklane.h"

#include "sync/bulk/uploadfilling.h"
#include "sync/bulk/uploadreading.h"
#include "sync/records/canonical.h"

#include <algorithm>
#include <limits>

namespace Elenco {

namespace {

std::optional<UploadFile::Columns> fewerColumns(UploadFile::Columns columns)
{
    switch (columns) {
    case UploadFile::Columns::All: return UploadFile::Columns::Documented;
    case UploadFile::Columns::Documented: return UploadFile::Columns::Basic;
    case UploadFile::Columns::Basic: return std::nullopt;
    }
    Q_UNREACHABLE();
}

const QString fileName = QStringLiteral("elenco.csv");

} // namespace

Routine<bool> BulkLane::refresh()
{
    auto workTask = m_course.write<BulkWork>([](Workspace &workspace) { return UploadRows(workspace).work(); });
    const Result<BulkWork> work = co_await std::move(workTask);
    if (!m_course.heedStore(work))
        co_return false;
    m_work = *work;
    co_return true;
}

Routine<bool> BulkLane::settleLeft(QList<RemoteList> lists)
{
    const bool counted = co_await refresh();
    if (!counted)
        co_return false;
    auto nameTask = m_course.write<QString>([](Workspace &workspace) { return UploadRows(workspace).listName(); });
    const Result<QString> name = co_await std::move(nameTask);
    if (!m_course.heedStore(name))
        co_return false;
    m_list.setName(*name);
    for (const RemoteList &list : lists) {
        if (list.name != m_list.name() || list.isDeleted.value_or(false))
            continue;
        if (m_work.underWay > 0) {
            auto readStep = readBack(list.id, std::nullopt);
            const bool goesOn = co_await std::move(readStep);
            if (!goesOn)
                co_return false;
            if (!m_isWhole)
                continue; // it is needed once more
        }
        auto removeStep = m_list.remove(list.id);
        const bool goesOn = co_await std::move(removeStep);
        if (!goesOn)
            co_return false;
    }
    const bool countedAgain = co_await refresh();
    co_return countedAgain;
}

// Whom the reading has not met is not over there.
Routine<bool> BulkLane::confirmReading()
{
    m_isUsable = true;
    if (m_work.underWay == 0)
        co_return true;
    auto settling = settleRest(m_course, UploadRows::Rest::Resend);
    const bool settled = co_await std::move(settling);
    co_return settled;
}

Routine<bool> BulkLane::lookForRoom()
{
    const std::optional<Quota> quota = co_await m_course.askRoom();
    // An account that does not say refuses what does not fit.
    m_room = quota ? std::max<qint64>(0, quota->remaining) : std::numeric_limits<qint64>::max();
    co_return m_course.mayGoOn();
}

Routine<bool> BulkLane::run()
{
    const bool counted = co_await refresh();
    if (!counted)
        co_return false;
    if (!m_isUsable || m_work.creations <= m_course.mostSingles())
        co_return true;
    const bool looked = co_await lookForRoom();
    if (!looked)
        co_return false;
    while (m_isUsable && !m_isAtEnd && m_setbacks < UploadFile::mostSetbacks && m_room > 0) {
        auto sendStep = sendFile();
        const bool goesOn = co_await std::move(sendStep);
        if (!goesOn)
            co_return false;
    }
    if (m_room <= 0) {
        auto heldTask =
            m_course.write<qint64>([](Workspace &workspace) { return UploadRows(workspace).holdForQuota(); });
        const Result<qint64> held = co_await std::move(heldTask);
        if (!m_course.heedStore(held))
            co_return false;
        m_course.report().waiting += *held;
    }
    co_return m_course.mayGoOn();
}

Routine<bool> BulkLane::sendFile()
{
    const bool filled = co_await fill();
    if (!filled)
        co_return false;
    if (m_rows == 0)
        co_return true;
    const TemporaryList::Making made = co_await m_list.make();
    if (!m_course.mayGoOn())
        co_return false;
    if (made != TemporaryList::Making::Made) {
        m_setbacks += made == TemporaryList::Making::Failed;
        m_isUsable = m_isUsable && made != TemporaryList::Making::Refused;
        const bool taken = co_await takeBack();
        co_return taken;
    }
    const bool looked = co_await m_newest.run();
    if (!m_course.mayGoOn())
        co_return false;
    if (!looked) {
        ++m_setbacks;
        const bool taken = co_await takeBack();
        if (!taken)
            co_return false;
        auto removing = m_list.remove(m_list.id());
        const bool removed = co_await std::move(removing);
        co_return removed;
    }
    if (m_numbers.intersects(m_newest.numbers())) { // somebody was faster: the file is made anew, without them
        const bool taken = co_await takeBack();
        if (!taken)
            co_return false;
        const bool filledAgain = co_await fill();
        if (!filledAgain)
            co_return false;
        if (m_rows == 0) {
            auto removing = m_list.remove(m_list.id());
            const bool removed = co_await std::move(removing);
            co_return removed;
        }
    }
    auto uploadStep = upload();
    Fate fate = co_await std::move(uploadStep);
    if (!m_course.mayGoOn())
        co_return false; // the next run reads the list
    if (fate == Fate::Imported || fate == Fate::Unknown) {
        auto readStep = readBack(m_list.id(), m_file->names());
        const bool goesOn = co_await std::move(readStep);
        if (!goesOn)
            co_return false;
        // It may go on importing after its answer.
        if (!m_isWhole || m_members < m_said)
            fate = Fate::Unfinished;
    }
    if (fate == Fate::Unfinished) { // the list stays, and its rows wait for the next run
        m_isUsable = false;
        co_return true;
    }
    auto settling = settle(fate);
    const bool settled = co_await std::move(settling);
    if (!settled)
        co_return false;
    auto removing = m_list.remove(m_list.id());
    const bool removed = co_await std::move(removing);
    co_return removed;
}

// The rows of a file that has not left are as they were before it.
Routine<bool> BulkLane::takeBack()
{
    m_last = m_before;
    m_isAtEnd = false;
    auto settling = settleRest(m_course, UploadRows::Rest::Resend);
    const bool settled = co_await std::move(settling);
    co_return settled;
}

Routine<bool> BulkLane::fill()
{
    const auto filling = std::make_shared<UploadFilling>();
    filling->capabilities = m_course.client().capabilities();
    const auto names = UploadFilling::namesFor(filling->capabilities);
    m_file = std::make_shared<UploadFile>(m_columns, names.value_or(UploadFile::Names::Parts));
    filling->file = m_file;
    filling->columns = m_columns;
    filling->taken = m_newest.numbers();
    filling->isLeft = m_isLeft;
    m_before = m_last;
    m_bound = 0;
    m_said = 0;
    auto notedTask = m_course.write<UploadRows::Noted>(
        [filling, after = m_before, most = std::min(m_mostRows, m_room)](Workspace &workspace) {
            return UploadRows(workspace).note(after, most, [filling](const SyncRow &row) { return (*filling)(row); });
        });
    const Result<UploadRows::Noted> noted = co_await std::move(notedTask);
    if (!m_course.heedStore(noted))
        co_return false;
    m_rows = noted->rows;
    m_numbers = filling->numbers;
    if (noted->last.isValid())
        m_last = noted->last;
    m_isAtEnd = noted->isAtEnd;
    if (filling->hasPassedTrial) { // their turn comes when it is known what the file can carry
        m_last = m_before;
        m_isAtEnd = false;
    }
    co_return true;
}

void BulkLane::noteSaid(const ImportOutcome &import)
{
    m_said = import.imported.value_or(0) + import.updated.value_or(0);
}

Routine<BulkLane::Fate> BulkLane::upload()
{
    TableUpload table;
    table.fileName = fileName;
    table.content = m_file->content();
    table.listId = m_list.id();
    table.previewRows = 1;
    auto answerTask = m_course.client().uploadTable(table, Priority::Background);
    const Result<UploadOutcome> answer = co_await std::move(answerTask);
    const Outcome outcome = m_course.heed(SyncCall::Upload, answer);
    if (answer) {
        if (const auto *analysis = std::get_if<UploadAnalysis>(&*answer)) {
            auto confirming = confirm(*analysis);
            const Fate fate = co_await std::move(confirming);
            co_return fate;
        }
        noteSaid(std::get<ImportOutcome>(*answer));
        co_return Fate::Imported;
    }
    if (outcome.row == RowStep::WaitForQuota)
        co_return Fate::Full;
    if (outcome.row == RowStep::KeepUnknown || outcome.row == RowStep::Resend)
        co_return Fate::Unknown;
    co_return answer.error().kind == ErrorKind::TooLarge ? Fate::TooLarge : Fate::Refused;
}

Routine<BulkLane::Fate> BulkLane::confirm(UploadAnalysis analysis)
{
    UploadFile::Columns columns = m_columns;
    for (bool isUnknown = false;;) {
        auto answerTask = m_course.client().confirmTable(analysis.uploadId, m_file->mapping(columns), m_list.id(),
                                                         Priority::Background);
        const Result<ImportOutcome> answer = co_await std::move(answerTask);
        const Outcome outcome = m_course.heed(SyncCall::Upload, answer);
        if (answer) {
            noteSaid(*answer);
            co_return Fate::Imported;
        }
        if (!m_course.mayGoOn())
            co_return Fate::Unknown;
        switch (outcome.row) {
        case RowStep::KeepUnknown:
        case RowStep::Resend:
            if (isUnknown)
                co_return Fate::Unknown;
            // Asked once more: known numbers are left alone, and a file that was imported is not there any more.
            isUnknown = true;
            continue;
        case RowStep::WaitForQuota: co_return isUnknown ? Fate::Unknown : Fate::Full;
        case RowStep::Settle:
        case RowStep::LookUpNumber:
        case RowStep::TakeNumberBack:
        case RowStep::ProveAbsence:
        case RowStep::Block: break;
        }
        if (isUnknown)
            co_return Fate::Imported;
        // Perhaps a column that it does not know.
        const auto fewer = fewerColumns(columns);
        if (!fewer)
            co_return Fate::Refused;
        columns = *fewer;
    }
}

Routine<bool> BulkLane::readBack(RemoteId list, std::optional<UploadFile::Names> names)
{
    UploadReading reading(m_course, {m_newest.newestId(), m_work.creations, names});
    auto readStep = reading.run(list);
    const bool goesOn = co_await std::move(readStep);
    m_isWhole = reading.isWhole();
    m_members = reading.members();
    m_bound += reading.bound();
    co_return goesOn;
}

Routine<bool> BulkLane::settle(Fate fate)
{
    using Rest = UploadRows::Rest;
    const auto goBack = [this] {
        m_last = m_before;
        m_isAtEnd = false;
    };
    Rest rest = Rest::Resend;
    switch (fate) {
    case Fate::Imported:
        rest = Rest::LookUpSingly;
        m_room -= std::min(m_room, m_bound);
        if (m_bound < m_rows) {
            const bool looked = co_await lookForRoom();
            if (!looked)
                co_return false;
            if (m_room == 0)
                rest = Rest::WaitForQuota;
            else
                m_unmet += m_rows - m_bound;
        }
        break;
    case Fate::Unknown:
    case Fate::TooLarge:
        ++m_setbacks;
        m_mostRows = std::max<qint64>(1, m_rows / 2);
        goBack();
        break;
    case Fate::Refused:
        if (m_file->names() == UploadFile::Names::Whole) { // a column that it does not know either
            AccountFields known = m_course.client().capabilities().fields;
            known.noteCarried(UploadFile::carriageKey(UploadFile::Names::Whole), false);
            m_course.keep(std::move(known));
            goBack();
            break;
        }
        m_isUsable = fewerColumns(m_columns).has_value();
        m_columns = fewerColumns(m_columns).value_or(m_columns);
        goBack();
        break;
    case Fate::Full: {
        const qint64 before = m_room;
        const bool looked = co_await lookForRoom();
        if (!looked)
            co_return false;
        m_isUsable = m_room < std::min(before, m_rows); // else one of them is asked what is the matter
        goBack();
        break;
    }
    case Fate::Unfinished: Q_UNREACHABLE();
    }
    auto settling = settleRest(m_course, rest);
    const bool settled = co_await std::move(settling);
    co_return settled;
}

} // namespace Elenco
