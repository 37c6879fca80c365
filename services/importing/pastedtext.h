// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Elenco {

/// What somebody copied elsewhere, as the file that it would have been: cards, the cells of a spreadsheet, or numbers
/// and addresses that stood in a line of a mail.
struct PastedText {
    QString suffix;     ///< "vcf", "tsv", "csv", "txt"; empty: there is nothing in it
    QByteArray content; ///< UTF-8
    friend bool operator==(const PastedText &, const PastedText &) = default;
};

/// Numbers and addresses alone ("347 1234567; 348 1234567, anna@example.it") become a line each. Any thread.
PastedText pastedText(const QString &text);

} // namespace Elenco
