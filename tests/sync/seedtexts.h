// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

#include <QMap>
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

/// The fields of a contact over there that desks edit, by their keys here.
QMap<QString, QString> fieldsOf(const Practice::Contact &contact);
/// How a desk is called that made a contact: as its writer, but by its creation.
QString creationBy(const QString &desk);
/// One value of one field of one contact, as a key.
QString writingOf(qint64 contact, const QString &field, const QString &value);

} // namespace Elenco
