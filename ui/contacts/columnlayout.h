// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/contactcolumns.h"

#include <QList>

class QSettings;

namespace Elenco {

/// Where one column of the table is.
struct ColumnPlace {
    QString key;
    int width = 0;
    bool isShown = true;
    friend bool operator==(const ColumnPlace &, const ColumnPlace &) = default;
};

/// The columns of the table from left to right, remembered for every list. Names every column there is.
using ColumnLayout = QList<ColumnPlace>;

/// The layout to begin with, spread over `width` pixels when they are more than it needs.
ColumnLayout defaultColumnLayout(const QList<ContactColumn> &columns, int width);

/// Under which name a scope's layout is kept; lists are numbered by their workspace (its path).
QString layoutName(const QString &workspace, const Filter &scope);
/// The remembered layout with columns that came since at its end; the default one when none is remembered.
ColumnLayout loadColumnLayout(const QSettings &settings, const QString &workspace, const Filter &scope,
                              const QList<ContactColumn> &columns, int width);
void saveColumnLayout(QSettings &settings, const QString &workspace, const Filter &scope, const ColumnLayout &layout);

} // namespace Elenco
