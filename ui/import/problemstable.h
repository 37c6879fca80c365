// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/import/rowtable.h"

namespace Elenco {

/// The rows with problems. Typing mends the row's number, whichever of its cells is the current one.
class ProblemsTable final : public RowTable
{
    Q_OBJECT

public:
    explicit ProblemsTable(QWidget *parent = nullptr);

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
};

} // namespace Elenco
