// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

#include <QSet>
#include <QString>

#include <string>

namespace Elenco {

class SeedDesk;

/// The first column of all rows, one a line. A literal is prepared once a connection: seeds look a thousand times.
QString rows(SeedDesk &desk, const char *sql);
QString rows(SeedDesk &desk, const std::string &sql);
qint64 number(SeedDesk &desk, const char *sql);
qint64 number(SeedDesk &desk, const std::string &sql);

/// Everything that a text has of what persons type: "A-17", "dash-3-1", in lower case.
QSet<QString> valuesIn(const QString &text);
/// All of a contact over there but its id.
QString printed(const Practice::Contact &contact);
/// A list that a desk sends contacts into, and no person made.
bool isOfAFile(const Practice::List &list);

} // namespace Elenco
