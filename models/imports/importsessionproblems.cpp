// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importsession.h"

namespace Elenco {

void ImportSession::mend(qint64 row, qsizetype column, const QString &text)
{
    if (m_state != State::Ready)
        return;
    m_hasWork = true;
    m_mending = m_addressBook.imports().mend(this, m_rehearsal, row, column, text);
    m_mending.then([this](const Result<StagedRow> &mended) { rowEnded(mended); });
}

void ImportSession::keepApart(qint64 row, bool isApart)
{
    if (m_state != State::Ready)
        return;
    m_hasWork = true;
    m_mending = m_addressBook.imports().keepApart(this, m_rehearsal, row, isApart);
    m_mending.then([this](const Result<StagedRow> &kept) { rowEnded(kept); });
}

void ImportSession::rowEnded(const Result<StagedRow> &row)
{
    mendingEnded(row ? Result<qint64>(1) : Result<qint64>(row.error()));
}

void ImportSession::acceptRepair(qint64 row)
{
    if (m_state != State::Ready)
        return;
    m_hasWork = true;
    m_repairing = m_addressBook.imports().acceptRepair(this, m_rehearsal, row);
    m_repairing.then([this](const Result<qint64> &repaired) { mendingEnded(repaired); });
}

void ImportSession::acceptAllRepairs(RepairKind kind)
{
    if (m_state != State::Ready)
        return;
    m_hasWork = true;
    setState(State::Rehearsing);
    watched(m_repairing, m_addressBook.imports().acceptAllRepairs(this, m_rehearsal, kind))
        .then([this](const Result<qint64> &repaired) { mendingEnded(repaired); });
}

void ImportSession::askDuplicates()
{
    m_duplicates = {};
    if (m_choices.strategy == DuplicateStrategy::KeepBoth)
        return askRepairs();
    m_askingDuplicates = m_addressBook.imports().duplicates(this, m_rehearsal, duplicatesShownAtMost);
    m_askingDuplicates.then([this](Result<StagedDuplicates> duplicates) {
        if (!duplicates)
            return fail(duplicates.error(), State::Idle);
        m_duplicates = std::move(*duplicates);
        askRepairs();
    });
}

void ImportSession::askRepairs()
{
    const auto answered = [this](QList<RepairOffer> repairs) {
        m_repairs = std::move(repairs);
        setState(State::Ready);
        Q_EMIT ledgerChanged();
    };
    if (m_ledger.repairable == 0)
        return answered({});
    m_askingRepairs = m_addressBook.imports().repairs(this, m_rehearsal);
    m_askingRepairs.then([this, answered](Result<QList<RepairOffer>> repairs) {
        repairs ? answered(std::move(*repairs)) : fail(repairs.error(), State::Idle);
    });
}

// Beside the ledger, which does not wait for it: an answer that fails says nothing.
void ImportSession::askNotes()
{
    m_changes = {};
    m_notices.clear();
    m_askingNotices = m_addressBook.imports().notices(this, m_rehearsal, noticesShownAtMost);
    m_askingNotices.then([this](Result<std::vector<StagedRow>> notices) {
        if (notices)
            m_notices = std::move(*notices);
        Q_EMIT notesChanged();
    });
    m_askingChanges = m_addressBook.imports().fileChanges(this, m_rehearsal);
    m_askingChanges.then([this](Result<FileChanges> changes) {
        if (changes)
            m_changes = std::move(*changes);
        Q_EMIT notesChanged();
    });
}

void ImportSession::mendingEnded(const Result<qint64> &mended, int step)
{
    if (mended)
        m_mendings += step;
    else if (mended.error().kind != ErrorKind::Cancelled)
        Q_EMIT failed(mended.error());
    askLedger();
}

void ImportSession::takeBackMending()
{
    if (!canTakeBackMending())
        return;
    setState(State::Rehearsing);
    m_repairing = m_addressBook.imports().takeBackMending(this, m_rehearsal);
    m_repairing.then([this](const Result<qint64> &rows) { mendingEnded(rows, -1); });
}

void ImportSession::exportProblems(const QString &path)
{
    if (m_state != State::Done)
        return;
    m_exporting = m_addressBook.imports().exportProblems(this, m_rehearsal->id(), path);
    m_exporting.then([this, path](const Result<void> &done) {
        if (done)
            Q_EMIT problemsExported(path);
        else
            Q_EMIT failed(done.error());
    });
}

} // namespace Elenco
