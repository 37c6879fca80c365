// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/remotecontact.h"
#include "tests/gateway/options.h"

#include <QMetaType>

namespace Elenco {

/// One of the gateways that every suite of the client runs against.
struct DialectRow {
    const char *name;
    Practice::Dialect dialect;
    bool tls; ///< with a certificate of an authority of its own
};
/// The four dialects, plain and over TLS.
const QList<DialectRow> &dialectRows();

/// The columns "dialect" and "tls", and a row for each of dialectRows().
void addDialects();
/// The column "dialect" alone, and a row for each of the four.
void addPlainDialects();
/// What the row of addPlainDialects() or addDialects() asks for, plain: an empty practice gateway.
Practice::Options fetchedOptions();
/// A practice gateway of that kind, empty.
/// One that refuses what the dialect's document does not name.
Practice::Options strictOptions(Practice::Dialect dialect);
Practice::Options optionsOf(Practice::Dialect dialect, bool tls);

/// A contact to make: it has a last name, too.
ContactChange person(const QString &firstName, const QString &phoneNumber);

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::Practice::Dialect)
