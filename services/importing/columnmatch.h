// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnprofile.h"
#include "importing/headerreading.h"

#include <QSet>

#include <vector>

namespace Elenco {

/// Finds what one column is by its header, as far as its values do not speak against it.
class ColumnMatch
{
public:
    ColumnMatch(const QList<Column> &columns, const std::vector<ColumnProfile> &profiles,
                const QList<std::pair<QString, ValueKind>> &existing, const QString &region);

    /// A target with its evidence; one without evidence where the header says nothing.
    ColumnTarget match(qsizetype column);
    /// What it is of the place where somebody works ("Business City"), for files that say no other.
    ColumnTarget matchWorkplace(qsizetype column);
    /// The values said otherwise than the header: it is kept under its own name, and to be looked at.
    bool isOpen(qsizetype column) const { return m_open.contains(column); }

    const HeaderReading &header(qsizetype column) const { return m_headers[column]; }
    const ColumnProfile &profile(qsizetype column) const;
    /// Whether most of what looks like a number is one.
    bool readsAsPhones(qsizetype column) const { return phoneShare(column, true) >= 0.6; }
    /// How much of what looks like a number is one, from 0 to 1; with or without those that want a repair.
    double phoneShare(qsizetype column, bool withRepairs) const;
    /// The header as the name of a field; that of the workspace which differs in case and signs alone.
    QString ownName(qsizetype column) const;

private:
    bool byProperty(qsizetype i);
    bool byStanding(qsizetype i);
    bool byPlace(qsizetype i);
    bool byAlias(qsizetype i, const QString &folded);
    bool byWords(qsizetype i);
    bool isNamed(const QString &alias) const;
    bool contradicts(qsizetype i, Field field, const QString &folded) const;
    bool know(ColumnTarget target, ColumnTarget::Evidence evidence = ColumnTarget::Evidence::Header);
    bool know(ColumnTarget::Kind kind);

    const QList<Column> &m_columns;
    const std::vector<ColumnProfile> &m_profiles;
    const QList<std::pair<QString, ValueKind>> &m_existing;
    const QString m_region;
    QList<HeaderReading> m_headers;
    QSet<qsizetype> m_open;
    ColumnTarget m_found; ///< of the column at hand
};

} // namespace Elenco
