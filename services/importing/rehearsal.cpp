// SPDX-License-Identifier: Apache-2.0
#include "importing/rehearsal.h"

#include "core/packing.h"
#include "core/values/blanks.h"
#include "core/values/fillers.h"
#include "importing/numberedfields.h"
#include "store/contacts/contactquery.h"
#include "store/database/workspace.h"
#include "store/imports/layouts.h"

#include <QCoreApplication>
#include <QDate>
#include <QThread>

#include <algorithm>
#include <future>
#include <utility>

namespace Elenco {

namespace {

// Rows that travel together from the reader to a normaliser and into one transaction.
constexpr size_t batchSize = 4096;

/// One core's worth of normalising: its own memo, and the batch it works on.
struct Lane {
    std::unique_ptr<RowNormalizer> normalizer;
    std::future<std::vector<StagedRow>> work;
};

std::vector<StagedRow> normalized(RowNormalizer &normalizer, std::vector<StagedRow> rows)
{
    for (StagedRow &row : rows) {
        if (row.problem != RowProblem::Unreadable)
            normalizer.normalize(row);
    }
    return rows;
}

/// Reads batches of raw rows; the cells are packed at once, since that is how they are kept.
class Batches
{
public:
    explicit Batches(RecordReader &reader) : m_reader(reader) {}

    /// Empty at the end of the file.
    Result<std::vector<StagedRow>> next()
    {
        std::vector<StagedRow> rows;
        rows.reserve(batchSize);
        while (!m_atEnd && rows.size() < batchSize) {
            const Result<RecordReader::Next> next = m_reader.next(m_record);
            if (!next)
                return next.error();
            switch (*next) {
            case RecordReader::Next::End: m_atEnd = true; break;
            case RecordReader::Next::Rejected:
                rows.push_back(RowNormalizer::rejected(++m_row, m_record.line, m_record.name, m_record.reason));
                break;
            case RecordReader::Next::Record: {
                StagedRow row;
                row.row = ++m_row;
                row.line = m_record.line;
                for (std::string_view cell : m_record.cells)
                    appendPacked(row.raw, cell);
                row.unknownProperties = m_reader.unknownProperties();
                rows.push_back(std::move(row));
                break;
            }
            }
        }
        return rows;
    }

private:
    RecordReader &m_reader;
    Record m_record;
    qint64 m_row = 0;
    bool m_atEnd = false;
};

RowNormalizer normalizerOf(const ImportSettings &settings)
{
    // The columns of cards have keys.
    const bool isTable = settings.columns.isEmpty() || settings.columns.first().key.isEmpty();
    return {settings.mapping, settings.region, settings.columns.size(), QDate::currentDate().year(), isTable};
}

// A field that the workspace has keeps the kind it has there, whatever this file's column looks like.
void adoptExistingKinds(Workspace &workspace, ColumnMapping &mapping)
{
    const Result<QList<CustomField>> fields = customFields(workspace);
    if (!fields)
        return;
    for (ColumnTarget &target : mapping.targets) {
        for (const CustomField &field : *fields) {
            if (target.kind == ColumnTarget::Kind::Custom && target.name == field.name)
                target.valueKind = field.kind;
        }
    }
}

} // namespace

Rehearsal::Rehearsal(Workspace &workspace, ImportSettings settings, ImportStaging staging, RowNormalizer normalizer)
    : m_workspace(&workspace),
      m_settings(std::move(settings)),
      m_staging(std::move(staging)),
      m_normalizer(std::move(normalizer))
{
}

Result<Rehearsal> Rehearsal::run(Workspace &workspace, const ImportSettings &wanted, qint64 rows,
                                 const JobControl &control)
{
    ImportSettings settings = wanted;
    settings.stamp();
    adoptExistingKinds(workspace, settings.mapping);
    Result<std::unique_ptr<RecordReader>> reader = openRecordFile(settings.path, settings.options);
    if (!reader)
        return reader.error();
    RowNormalizer normalizer = normalizerOf(settings);
    Result<ImportStaging> staging =
        ImportStaging::begin(workspace, settings.path, settings.fileName(), settings.pack(), normalizer.customKeys());
    if (!staging)
        return staging.error();
    const auto abandon = [&](const Error &error) -> Error {
        const Result<void> discarded = staging->discard();
        Q_UNUSED(discarded); // the next rehearsal clears what could not be cleared now
        return error;
    };

    std::vector<Lane> lanes(static_cast<size_t>(std::clamp(QThread::idealThreadCount(), 1, 8)));
    for (Lane &lane : lanes)
        lane.normalizer = std::make_unique<RowNormalizer>(normalizerOf(settings));
    Batches batches(**reader);
    Progress progress{0, rows * 2}; // each row is normalised, then judged
    bool atEnd = false;
    // The lanes take turns, so that rows reach the staging in the file's sequence; after the last batch each has one
    // more turn to hand over what it still holds.
    for (size_t turn = 0, last = 0; !atEnd || turn < last; ++turn) {
        Lane &lane = lanes[turn % lanes.size()];
        if (lane.work.valid()) {
            const std::vector<StagedRow> done = lane.work.get();
            if (Result<void> appended = staging->append(done); !appended)
                return abandon(appended.error());
            progress.done += static_cast<qint64>(done.size());
            control.report(progress);
        }
        if (control.isCancelled())
            return abandon({ErrorKind::Cancelled, settings.path, {}});
        if (atEnd)
            continue;
        Result<std::vector<StagedRow>> batch = batches.next();
        if (!batch)
            return abandon(batch.error());
        atEnd = batch->size() < batchSize;
        last = turn + 1 + lanes.size();
        if (!batch->empty())
            lane.work = std::async(std::launch::async,
                                   [normalizer = lane.normalizer.get(), rows = std::move(*batch)]() mutable {
                                       return normalized(*normalizer, std::move(rows));
                                   });
    }
    const qint64 staged = progress.done;
    const JobControl judging = control.scaled([&](Progress judged) {
        return Progress{staged + judged.done, std::max(progress.total, staged * 2)};
    });
    if (Result<void> judged = staging->judge(judging); !judged)
        return abandon(judged.error());
    return Rehearsal(workspace, settings, std::move(*staging), std::move(normalizer));
}

Result<Rehearsal> Rehearsal::resume(Workspace &workspace, ImportId id)
{
    const Result<ImportRun> run = importRun(workspace, id);
    if (!run)
        return run.error();
    if (run->state != ImportState::Rehearsed)
        return Error{ErrorKind::AlreadyDone, run->fileName, {}};
    const ImportSettings settings = ImportSettings::unpack(run->settings);
    RowNormalizer normalizer = normalizerOf(settings);
    ImportStaging staging(workspace, id, normalizer.customKeys());
    // The address book may have changed since; what was found out about matches then is found out again.
    if (Result<void> judged = staging.judge(); !judged)
        return judged.error();
    return Rehearsal(workspace, settings, std::move(staging), std::move(normalizer));
}

Result<FileChanges> Rehearsal::changes() const
{
    const Result<KnownLayout> layout = knownLayout(*m_workspace, layoutKey(m_settings.columns));
    if (!layout || !layout->lastImport.isValid() || layout->lastImport == id())
        return layout || layout.error().kind == ErrorKind::NotFound ? Result<FileChanges>(FileChanges())
                                                                    : layout.error();
    const Result<ImportRun> run = importRun(*m_workspace, layout->lastImport);
    if (!run)
        return run.error();
    return changesBetween(*m_workspace, run->id, normalizerOf(ImportSettings::unpack(run->settings)).customKeys(), id(),
                          m_normalizer.customKeys());
}

Result<StagedRow> Rehearsal::mend(qint64 number, qsizetype column, const QString &text)
{
    Result<StagedRow> row = m_staging.row(number);
    if (!row)
        return row;
    if (row->problem == RowProblem::Unreadable)
        return Error{ErrorKind::InvalidInput, text, QString::fromStdString(row->problemText)};
    std::string raw;
    const std::string mended = text.toStdString();
    const auto cells = unpacked(row->raw);
    const auto count = std::max(cells.size(), static_cast<size_t>(column) + 1);
    for (size_t i = 0; i < count; ++i)
        appendPacked(raw, i == static_cast<size_t>(column) ? std::string_view(mended)
                          : i < cells.size()               ? cells[i]
                                                           : std::string_view());
    Before before{number, std::exchange(row->raw, std::move(raw)), row->isApart};
    m_normalizer.normalize(*row);
    if (Result<void> replaced = replace({*row}, {std::move(before)}); !replaced)
        return replaced.error();
    return m_staging.row(number);
}

Result<void> Rehearsal::replace(const std::vector<StagedRow> &mended, std::vector<Before> before,
                                const JobControl &control)
{
    if (Result<void> replaced = m_staging.replace(mended, control); !replaced)
        return replaced;
    if (!before.empty())
        m_mendings.push_back(std::move(before));
    return {};
}

Result<qint64> Rehearsal::takeBackMending()
{
    if (m_mendings.empty())
        return qint64{0};
    std::vector<StagedRow> rows;
    for (const Before &before : m_mendings.back()) {
        Result<StagedRow> row = m_staging.row(before.row);
        if (!row)
            return row.error();
        row->raw = before.raw;
        row->isApart = before.isApart;
        m_normalizer.normalize(*row);
        rows.push_back(std::move(*row));
    }
    if (Result<void> replaced = m_staging.replace(rows); !replaced)
        return replaced.error();
    m_mendings.pop_back();
    return static_cast<qint64>(rows.size());
}

Result<StagedRow> Rehearsal::keepApart(qint64 number, bool isApart)
{
    Result<StagedRow> row = m_staging.row(number);
    if (!row || row->isApart == isApart)
        return row;
    const bool isDuplicate = row->duplicateOf != 0 || row->matched.isValid();
    if (isApart && (!isDuplicate || !StagedDuplicate{*row, {}}.canStandApart()))
        return Error{ErrorKind::InvalidInput, QString::number(number),
                     QCoreApplication::translate("Rehearsal", "the row does not share its mobile number with anybody")};
    Before before{number, row->raw, row->isApart};
    row->isApart = isApart;
    if (Result<void> replaced = replace({*row}, {std::move(before)}); !replaced)
        return replaced.error();
    return m_staging.row(number);
}

// The repaired number takes the place of the cell it was read from: the first of the contact's own columns that has
// one, else of the further ones.
bool Rehearsal::repair(StagedRow &row)
{
    if (row.repair.empty())
        return false;
    const auto cells = unpacked(row.raw);
    const auto firstOf = [&](auto isNumber) {
        size_t at = 0;
        while (at < cells.size() && !(isNumber(m_settings.mapping.targets.value(static_cast<qsizetype>(at))) &&
                                      !meansNoPhone(cells[at]) && !trimmed(cells[at]).empty()))
            ++at;
        return at;
    };
    size_t place = firstOf([](const ColumnTarget &target) { return target.isField(Field::Phone); });
    if (place == cells.size())
        place = firstOf([](const ColumnTarget &target) {
            return target.kind == ColumnTarget::Kind::Custom && seriesOf(target.name) == QLatin1String("phone");
        });
    std::string raw;
    for (size_t i = 0; i < cells.size(); ++i)
        appendPacked(raw, i == place ? std::string_view(row.repair) : cells[i]);
    row.raw = std::move(raw);
    m_normalizer.normalize(row);
    return true;
}

Result<qint64> Rehearsal::acceptRepair(qint64 number)
{
    Result<StagedRow> row = m_staging.row(number);
    if (!row)
        return row.error();
    std::string raw = row->raw;
    if (!repair(*row))
        return qint64{0};
    if (Result<void> replaced = replace({*row}, {{number, std::move(raw), row->isApart}}); !replaced)
        return replaced.error();
    return qint64{row->problem == RowProblem::None ? 1 : 0};
}

Result<void> Rehearsal::eachRepairable(const JobControl &control, const std::function<void(StagedRow &)> &visit) const
{
    constexpr qint64 batch = 1000;
    for (qint64 offset = 0;; offset += batch) {
        Result<std::vector<StagedRow>> rows = m_staging.rows(RowFate::Invalid, DuplicateStrategy::Skip, offset, batch);
        if (!rows)
            return rows.error();
        if (control.isCancelled())
            return Error{ErrorKind::Cancelled, {}, {}};
        if (rows->empty())
            return {};
        for (StagedRow &row : *rows) {
            if (!row.repair.empty())
                visit(row);
        }
    }
}

Result<QList<RepairOffer>> Rehearsal::repairs(const JobControl &control) const
{
    std::array<RepairOffer, repairKindCount> offers;
    const Result<void> seen = eachRepairable(control, [&offers](const StagedRow &row) {
        const std::string &typed = row.fields[static_cast<size_t>(Field::Phone)];
        const RepairKind kind = repairKindOf(typed, row.repair);
        RepairOffer &offer = offers[static_cast<size_t>(kind)];
        offer.kind = kind;
        ++offer.rows;
        if (offer.examples.size() < RepairOffer::mostExamples)
            offer.examples.append({QString::fromStdString(typed), QString::fromStdString(row.repair)});
    });
    if (!seen)
        return seen.error();
    QList<RepairOffer> result;
    std::copy_if(offers.begin(), offers.end(), std::back_inserter(result),
                 [](const RepairOffer &offer) { return offer.rows > 0; });
    return result;
}

Result<qint64> Rehearsal::acceptAllRepairs(std::optional<RepairKind> kind, const JobControl &control)
{
    qint64 count = 0;
    std::vector<StagedRow> mended;
    std::vector<Before> before;
    const Result<void> seen = eachRepairable(control, [&](StagedRow &row) {
        if (kind && repairKindOf(row.fields[static_cast<size_t>(Field::Phone)], row.repair) != *kind)
            return;
        before.push_back({row.row, row.raw, row.isApart});
        repair(row);
        count += row.problem == RowProblem::None ? 1 : 0;
        mended.push_back(std::move(row));
    });
    if (!seen)
        return seen.error();
    if (Result<void> replaced = replace(mended, std::move(before), control); !replaced)
        return replaced.error();
    return count;
}

Result<void> Rehearsal::keep(const ImportChoices &choices)
{
    m_settings.choices = choices;
    return m_staging.keep(m_settings.pack());
}

Result<ImportLedger> Rehearsal::commit(const ImportChoices &choices, const JobControl &control)
{
    return m_staging.commit(choices, layoutKey(m_settings.columns), packLayout(m_settings.columns, m_settings.mapping),
                            control);
}

} // namespace Elenco
