// SPDX-License-Identifier: Apache-2.0
#include "sync/uploadreading.h"

#include "gateway/pager.h"
#include "store/uploadrows.h"
#include "sync/canonical.h"
#include "sync/uploadfile.h"

namespace Elenco {

namespace {

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
    if (!isSurelyOurs || row.isDeleted) // what somebody has made of it since must not go with it
        return changeOf(row,
                        adopt(row.isDeleted ? SyncRecord() : recordOf(row.state), row.isDeleted, &carried, seen.record,
                              authorshipOf(row)),
                        seen, judge);
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

Routine<bool> UploadReading::run(RemoteId list)
{
    const bool isSurelyOurs = m_course.client().capabilities().twoStepTable == Known::Yes;
    const bool isTaken = isSurelyOurs || m_manner.carriesAll == Known::Yes;
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
            isNew->push_back(isSurelyOurs || (m_manner.newestId && row.id.value.toULongLong() > *m_manner.newestId));
            seen.push_back({row.id, numberOf(records->back().record), records->back().fingerprint()});
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
        m_course.progress(SyncPhase::Creating, m_course.report().created, m_manner.creations);
    }
    if (evidence->more > 0)
        m_manner.carriesAll = evidence->carried * 2 > evidence->more ? Known::Yes : Known::No;
    m_isWhole = pager.progress().isComplete();
    co_return m_course.mayGoOn();
}

} // namespace Elenco
