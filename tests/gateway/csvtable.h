// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace Elenco::Practice {

/// The cells of a CSV file (RFC 4180): UTF-8, with or without a byte order mark, quotes doubled, line ends of any
/// kind, delimiter the one of , ; tab | that the first record has most of. Empty lines are no records.
/// None: not UTF-8, a NUL byte (a spreadsheet), or a quote without end.
std::optional<QList<QStringList>> csvTableOf(const QByteArray &bytes);

} // namespace Elenco::Practice
