// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/badgedelegate.h"

namespace Elenco {

/// What a cell of the contact table shows beyond its text: landline and invalid numbers, tags as chips, quiet e-mails.
CellLook contactCellLook(const QModelIndex &index);

} // namespace Elenco
