// SPDX-License-Identifier: Apache-2.0
#include "sync/bulklane.h"

#include "gateway/pager.h"
#include "sync/canonical.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace Elenco {

namespace {

// Nobody says beforehand which columns an account takes. What it leaves out costs two requests a row, so the first file
// has a few such rows only.
constexpr int mostTrialRows = 25;
// After so many uploads without a result the rows go one by one, until the next run.
constexpr int mostSetbacks = 3;
// Contacts that somebody adds between two uploads.
constexpr int newestAtOnce = 100;

const QString fileName = QStringLiteral("elenco.csv");

/// What a file is filled with, on the writer thread.
struct Filling {
    std::shared_ptr<UploadFile> file;
    Capabilities capabilities;
    UploadFile::Columns columns;
    Known carriesAll;
    QSet<QString> taken;   ///< numbers that somebody has just added
    QSet<QString> numbers; ///< of the file
    int trialRows = 0;
    bool hasPassedTrial = false; ///< a row was left for the file after the trial

    UploadRows::Turn operator()(const SyncRow &row)
    {
        using Kind = UploadRows::Turn::Kind;
        ContactStep step = nextStep(contactRowOf(row), capabilities);
        if (step.kind != ContactStep::Kind::Create || !UploadFile::canCarry(step.sent))
            return {Kind::Passed, {}};
        const std::string number = canonical("phoneNumber", step.sent.value("phoneNumber"));
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
};

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

SyncChange bindingOf(const SyncRow &row, const SyncRecord &carried, const SeenRecord &seen, bool isSurelyOurs,
                     const NumberJudge &judge)
{
    if (!isSurelyOurs)
        return changeOf(row,
                        adopt(row.isDeleted ? SyncRecord() : recordOf(row.state), row.isDeleted, &carried, seen.record,
                              authorshipOf(row)),
                        seen, judge);
    if (row.isDeleted) {
        Adoption adoption;
        adoption.staysDeleted = true;
        return changeOf(row, adoption, seen, judge);
    }
    return changeOf(row,
                    mergeAnswer({}, carried, recordOf(row.state), seen.record, authorshipOf(row), AnswerSeen::Later),
                    seen, judge);
}

/// What the rows of a page showed about the columns that an account takes.
struct ColumnEvidence {
    qint64 more = 0;    ///< rows that had more than the basic columns
    qint64 carried = 0; ///< of them, those that have all of it over there
};

} // namespace

bool isTemporaryList(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^Elenco: contacts being sent \\([0-9a-f]{16}\\)$"));
    return pattern.match(name).hasMatch();
}

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
    m_listName = *name;
    for (const RemoteList &list : lists) {
        if (list.name != m_listName || list.isDeleted.value_or(false))
            continue;
        if (m_work.underWay > 0) {
            auto readStep = readBack(list.id);
            const bool goesOn = co_await std::move(readStep);
            if (!goesOn)
                co_return false;
            if (!m_isWhole)
                continue; // it is needed once more
        }
        auto removeStep = removeList(list.id);
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
    auto settling = settleRest(UploadRows::Rest::Resend);
    const bool settled = co_await std::move(settling);
    co_return settled;
}

Routine<bool> BulkLane::lookForRoom()
{
    const Result<Quota> quota = co_await m_course.client().contactQuota(Priority::Background);
    m_course.heed(SyncCall::ReadPage, quota);
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
    while (m_isUsable && !m_isAtEnd && m_setbacks < mostSetbacks && m_room > 0) {
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
    m_newestNumbers.clear();
    const bool filled = co_await fill();
    if (!filled)
        co_return false;
    if (m_rows == 0)
        co_return true;
    const bool made = co_await makeList();
    if (!m_course.mayGoOn())
        co_return false;
    if (!made) {
        auto settling = settleRest(UploadRows::Rest::Resend);
        const bool settled = co_await std::move(settling);
        co_return settled;
    }
    const bool looked = co_await lookAtNewest();
    if (!looked)
        co_return false;
    if (m_numbers.intersects(m_newestNumbers)) { // somebody was faster: the file is made anew, without them
        auto settling = settleRest(UploadRows::Rest::Resend);
        const bool settled = co_await std::move(settling);
        if (!settled)
            co_return false;
        m_last = m_before;
        const bool filledAgain = co_await fill();
        if (!filledAgain)
            co_return false;
        if (m_rows == 0) {
            auto removing = removeList(m_list);
            const bool removed = co_await std::move(removing);
            co_return removed;
        }
    }
    auto uploadStep = upload();
    Fate fate = co_await std::move(uploadStep);
    if (!m_course.mayGoOn())
        co_return false; // the next run reads the list
    if (fate == Fate::Imported || fate == Fate::Unknown) {
        auto readStep = readBack(m_list);
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
    auto removing = removeList(m_list);
    const bool removed = co_await std::move(removing);
    co_return removed;
}

// Where an upload would overwrite a contact of the same number: who was added since the reading. An account that does
// not sort by id shows somebody else, who does no harm.
Routine<bool> BulkLane::lookAtNewest()
{
    m_newestId.reset();
    const Capabilities &known = m_course.client().capabilities();
    if (known.twoStepTable == Known::Yes)
        co_return true;
    RemoteContactQuery query;
    query.sortBy = QStringLiteral("id");
    query.order = SortOrder::Descending;
    query.page.limit = newestAtOnce;
    const Result<Page<RemoteContact>> page = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::ReadPage, page);
    if (!page)
        co_return m_course.mayGoOn();
    if (known.sortById == Known::Yes && known.numericIds == Known::Yes)
        m_newestId = 0;
    for (const RemoteContact &row : page->rows) {
        if (m_newestId)
            m_newestId = std::max(*m_newestId, row.id.value.toULongLong());
        m_newestNumbers.insert(
            QString::fromStdString(canonicalNumber(row.phoneNumber.value_or(QString()).toStdString())));
    }
    co_return true;
}

Routine<bool> BulkLane::fill()
{
    const auto filling = std::make_shared<Filling>();
    m_file = std::make_shared<UploadFile>(m_columns);
    filling->file = m_file;
    filling->capabilities = m_course.client().capabilities();
    filling->columns = m_columns;
    filling->carriesAll = m_carriesAll;
    filling->taken = m_newestNumbers;
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

Routine<bool> BulkLane::makeList()
{
    m_list = {};
    ListChange change;
    change.name = m_listName;
    change.description = QStringLiteral("Made by Elenco for the time of an upload; it goes by itself.");
    auto answerTask = m_course.client().createList(change, Priority::Background);
    const Result<RemoteList> answer = co_await std::move(answerTask);
    const Outcome outcome = m_course.heed(SyncCall::CreateList, answer);
    if (answer) {
        m_list = answer->id;
        co_return true;
    }
    if (outcome.row == RowStep::KeepUnknown) {
        const bool found = co_await findList();
        if (found)
            co_return true;
        ++m_setbacks;
    } else if (outcome.row != RowStep::Resend) {
        m_isUsable = false;
    } else {
        ++m_setbacks;
    }
    m_last = m_before;
    m_isAtEnd = false;
    co_return false;
}

// Its answer was lost: the name is ours alone.
Routine<bool> BulkLane::findList()
{
    ListPager pager(m_course.client(), RemoteListQuery());
    while (!pager.atEnd()) {
        const Result<PagedRows<RemoteList>> page = co_await pager.next();
        m_course.heed(SyncCall::ReadLists, page);
        if (!page)
            co_return false;
        for (const RemoteList &list : page->rows) {
            if (list.name == m_listName && !list.isDeleted.value_or(false))
                m_list = list.id;
        }
    }
    co_return m_list.isValid();
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
    table.listId = m_list;
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
        auto answerTask =
            m_course.client().confirmTable(analysis.uploadId, m_file->mapping(columns), m_list, Priority::Background);
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
        if (columns == UploadFile::Columns::Basic)
            co_return Fate::Refused;
        columns = UploadFile::Columns::Basic; // perhaps a column that it does not know
    }
}

Routine<bool> BulkLane::readBack(RemoteId list)
{
    m_isWhole = false;
    m_members = 0;
    const bool isSurelyOurs = m_course.client().capabilities().twoStepTable == Known::Yes;
    const bool isTaken = isSurelyOurs || m_carriesAll == Known::Yes;
    const auto evidence = std::make_shared<ColumnEvidence>();
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
            records->push_back(m_course.seen(row));
            isNew->push_back(isSurelyOurs || (m_newestId && row.id.value.toULongLong() > *m_newestId));
            seen.push_back({row.id, canonical("phoneNumber", records->back().record.value("phoneNumber")),
                            records->back().fingerprint()});
        }
        auto boundTask =
            m_course.write<qint64>([seen = std::move(seen), records, isNew, evidence, isTaken,
                                    set = m_course.changeSet(), judge = m_course.judge()](Workspace &workspace) {
                return UploadRows(workspace).bind(seen, *set, [&](size_t index, const SyncRow &row) {
                    const SeenRecord &found = (*records)[index];
                    const SyncRecord sent = unpackRecord(row.sent).value_or(SyncRecord());
                    const SyncRecord carried = carriedPart(sent, found.record, isTaken);
                    if (UploadFile::isMoreThanBasic(sent)) {
                        ++evidence->more;
                        evidence->carried += carried.fields.size() == sent.fields.size();
                    }
                    return bindingOf(row, carried, found, (*isNew)[index], judge);
                });
            });
        const Result<qint64> bound = co_await std::move(boundTask);
        if (!m_course.heedStore(bound))
            co_return false;
        m_bound += *bound;
        m_members += static_cast<qint64>(page->rows.size());
        m_course.report().created += *bound;
        m_course.progress(SyncPhase::Creating, m_course.report().created, m_work.creations);
    }
    if (evidence->more > 0)
        m_carriesAll = evidence->carried * 2 > evidence->more ? Known::Yes : Known::No;
    m_isWhole = pager.progress().isComplete();
    co_return m_course.mayGoOn();
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
        ++m_setbacks;
        m_mostRows = std::max<qint64>(1, m_rows / 2);
        goBack();
        break;
    case Fate::TooLarge:
        ++m_setbacks;
        m_mostRows = std::max<qint64>(1, m_rows / 2);
        goBack();
        break;
    case Fate::Refused:
        m_isUsable = m_columns == UploadFile::Columns::All;
        m_columns = UploadFile::Columns::Basic;
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
    auto settling = settleRest(rest);
    const bool settled = co_await std::move(settling);
    co_return settled;
}

Routine<bool> BulkLane::settleRest(UploadRows::Rest rest)
{
    auto settledTask =
        m_course.write<qint64>([rest](Workspace &workspace) { return UploadRows(workspace).settleRest(rest); });
    const Result<qint64> settled = co_await std::move(settledTask);
    if (!m_course.heedStore(settled))
        co_return false;
    if (rest == UploadRows::Rest::WaitForQuota)
        m_course.report().waiting += *settled;
    co_return m_course.mayGoOn();
}

// What stays after all is found by its name in the next run.
Routine<bool> BulkLane::removeList(RemoteId list)
{
    const Result<DeletionBatch> batch = DeletionBatch::of({list});
    if (!batch)
        co_return true;
    const Result<void> answer = co_await m_course.client().deleteLists(*batch, Priority::Background);
    m_course.heed(SyncCall::DeleteLists, answer);
    co_return m_course.mayGoOn();
}

} // namespace Elenco
