// SPDX-License-Identifier: Apache-2.0
#include "sync/run/listing.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Elenco {

namespace {

// Up to here many are few: a small address book may lose a fifth by one hand.
constexpr qint64 few = 50;

bool isElsewhere(const PageExpectation &expected, const Page<RemoteContact> &page)
{
    const PageEcho &echo = page.echo;
    // "size" is what was asked for in some answers, and what came in others.
    return (echo.page && *echo.page != expected.page + expected.firstPage) ||
           (echo.offset && *echo.offset != expected.page * expected.limit) ||
           (echo.limit && *echo.limit != expected.limit && *echo.limit != page.rowsGiven);
}

bool fellTooFar(qint64 before, qint64 now)
{
    if (now == 0)
        return before > 0;
    return before - now > few && (before - now) * 5 > before;
}

} // namespace

PageVerdict judgePage(const PageExpectation &expected, const Page<RemoteContact> &page)
{
    if (expected.needsTotal && !page.total)
        return PageVerdict::NoTotal;
    if (page.total.value_or(0) < 0)
        return PageVerdict::NoTotal;
    if (isElsewhere(expected, page))
        return PageVerdict::WrongPlace;
    if (page.rowsDropped > 0)
        return PageVerdict::Unfiltered;
    const qint64 most = expected.limit;
    const qint64 left = page.total ? std::clamp<qint64>(*page.total - expected.page * most, 0, most) : most;
    if (page.rowsGiven > most || (page.total && page.rowsGiven != left))
        return PageVerdict::WrongLength;
    QSet<RemoteId> seen;
    QList<RemoteId> ids;
    for (const RemoteContact &row : page.rows) {
        if (seen.contains(row.id))
            return PageVerdict::RepeatedId;
        seen.insert(row.id);
        ids.append(row.id);
    }
    if (!ids.isEmpty() && ids == expected.idsBefore)
        return PageVerdict::RepeatsItself;
    if (expected.totalBefore && page.total && fellTooFar(*expected.totalBefore, *page.total))
        return PageVerdict::FellTooFar;
    return PageVerdict::Good;
}

bool ascendsById(const Page<RemoteContact> &page)
{
    qulonglong last = 0;
    for (const RemoteContact &row : page.rows) {
        bool isNumber = false;
        const qulonglong id = row.id.value.toULongLong(&isNumber);
        if (!isNumber || id <= last)
            return false;
        last = id;
    }
    return true;
}

MissingStep missingStep(const MissingState &state)
{
    if (state.missing == 0)
        return MissingStep::Nothing;
    if (state.missing <= mostProvedEach && (state.missing <= few || state.missing * 20 <= state.bound))
        return MissingStep::ProveEach;
    if (state.enumerations < 2)
        return MissingStep::ReadAgain;
    return state.sampleIsGone ? MissingStep::AskPerson : MissingStep::ProveSample;
}

std::vector<RemoteId> sampleOf(std::vector<RemoteId> rows, size_t size, const std::function<double()> &random)
{
    size = std::min(size, rows.size());
    for (size_t i = 0; i < size; ++i) {
        const size_t left = rows.size() - i;
        std::swap(rows[i], rows[i + std::min(left - 1, static_cast<size_t>(random() * static_cast<double>(left)))]);
    }
    rows.resize(size);
    return rows;
}

Absence absenceOf(Sighting row, const Canary &canary, std::optional<Sighting> canarySighting, bool rowsWereSeen)
{
    if (row == Sighting::There)
        return Absence::Alive;
    if (row == Sighting::Unclear)
        return Absence::Unproved;
    switch (canary.pick) {
    case Canary::Pick::Row: return canarySighting == Sighting::There ? Absence::Proved : Absence::Unproved;
    case Canary::Pick::NobodyThere: return rowsWereSeen ? Absence::Unproved : Absence::Proved;
    case Canary::Pick::Unclear: return Absence::Unproved;
    }
    Q_UNREACHABLE();
}

Error unreadableList(PageVerdict verdict)
{
    const char *why = nullptr;
    switch (verdict) {
    case PageVerdict::Good: Q_UNREACHABLE();
    case PageVerdict::NoTotal:
        why = QT_TRANSLATE_NOOP("Sync", "the list of contacts does not say how long it is");
        break;
    case PageVerdict::WrongPlace: why = QT_TRANSLATE_NOOP("Sync", "another page came than was asked for"); break;
    case PageVerdict::WrongLength: why = QT_TRANSLATE_NOOP("Sync", "a page of contacts was cut short"); break;
    case PageVerdict::Unfiltered: why = QT_TRANSLATE_NOOP("Sync", "contacts came that were not asked for"); break;
    case PageVerdict::RepeatedId: why = QT_TRANSLATE_NOOP("Sync", "a page has one contact twice"); break;
    case PageVerdict::RepeatsItself: why = QT_TRANSLATE_NOOP("Sync", "the same page came twice"); break;
    case PageVerdict::FellTooFar:
        why = QT_TRANSLATE_NOOP("Sync", "the number of contacts fell by more than a fifth while they were read");
        break;
    }
    return {ErrorKind::UnreadableAnswer, QCoreApplication::translate("Sync", "the list of contacts"),
            QCoreApplication::translate("Sync", why)};
}

} // namespace Elenco
