// SPDX-License-Identifier: Apache-2.0
#include "importing/rowproblem.h"

#include "phone/phonedisplay.h"
#include "store/imports/importstaging.h"

#include <QCoreApplication>

namespace Elenco {

std::string RowProblem::text(int code, std::string_view typed)
{
    const QString cell = QString::fromUtf8(typed);
    switch (code) {
    case NoNumberNoEmail:
        return QCoreApplication::translate("RowProblem", "neither a phone number nor an e-mail address").toStdString();
    case TooManyCells:
        return QCoreApplication::translate("RowProblem",
                                           "more cells than columns: a delimiter inside a text without quotes?")
            .toStdString();
    case MalformedEmail:
        return QCoreApplication::translate("RowProblem", "“%1” is no e-mail address").arg(cell).toStdString();
    case CalculationError:
        return QCoreApplication::translate("RowProblem",
                                           "“%1” is an error of the spreadsheet: the cell is taken for an empty one")
            .arg(cell)
            .toStdString();
    case StagedRow::optedOut:
    case StagedRow::refused:
        return QCoreApplication::translate("RowProblem", "wants no messages: %1").arg(cell).toStdString();
    default: break;
    }
    return QCoreApplication::translate("RowProblem", "phone “%1”: %2")
        .arg(cell, phoneProblemText(phone(code)))
        .toStdString();
}

} // namespace Elenco
