// SPDX-License-Identifier: Apache-2.0
#include "tests/support/dialects.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Elenco {

using Practice::Dialect;

const QList<DialectRow> &dialectRows()
{
    static const QList<DialectRow> rows{
        {"reference", Dialect::Reference, false},
        {"uc007", Dialect::Uc007, false},
        {"uc020", Dialect::Uc020, false},
        {"uc023", Dialect::Uc023, false},
        {"reference over TLS", Dialect::Reference, true},
        {"uc007 over TLS", Dialect::Uc007, true},
        {"uc020 over TLS", Dialect::Uc020, true},
        {"uc023 over TLS", Dialect::Uc023, true},
    };
    return rows;
}

void addDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<bool>("tls");
    for (const DialectRow &row : dialectRows())
        QTest::newRow(row.name) << row.dialect << row.tls;
}

void addPlainDialects()
{
    QTest::addColumn<Dialect>("dialect");
    for (const DialectRow &row : dialectRows()) {
        if (!row.tls)
            QTest::newRow(row.name) << row.dialect;
    }
}

Practice::Options fetchedOptions()
{
    QFETCH(Dialect, dialect);
    return optionsOf(dialect, false);
}

Practice::Options strictOptions(Dialect dialect)
{
    Practice::Options options = optionsOf(dialect, false);
    options.strict = true;
    return options;
}

Practice::Options optionsOf(Dialect dialect, bool tls)
{
    Practice::Options options;
    options.dialect = dialect;
    if (tls) {
        options.certificateFile = QStringLiteral(ELENCO_TEST_TLS "/server.pem");
        options.privateKeyFile = QStringLiteral(ELENCO_TEST_TLS "/server.key");
    }
    return options;
}

ContactChange person(const QString &firstName, const QString &phoneNumber)
{
    ContactChange change;
    change.firstName = firstName;
    change.lastName = u"Rossi"_s;
    change.phoneNumber = phoneNumber;
    return change;
}

} // namespace Elenco
