// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/client/apiclient.h"
#include "tests/gateway/practicegateway.h"

#include <QObject>

#include <functional>

namespace Elenco::Practice {

/// A test with a gateway of some dialect and a client of it.
class DialectTest : public QObject
{
    Q_OBJECT

protected:
    /// Begins anew; `more` may change the options.
    void start(Dialect dialect, const std::function<void(Options &)> &more = {});
    /// The four rows of a test for all dialects; the column is called "dialect".
    static void dialects();
    /// Puts a contact into the account.
    qint64 add(const QString &firstName, const QString &number, const std::function<void(Contact &)> &more = {});
    QByteArray contactPath(qint64 id) { return "/contacts/" + m_gateway->contactIdText(id).toUtf8(); }
    QByteArray listPath(qint64 id) { return "/contacts/list/" + m_gateway->listIdText(id).toUtf8(); }
    /// The body that pairs lists with contacts.
    QJsonObject pairs(const QList<qint64> &lists, const QList<qint64> &contacts);
    /// The rows of a page in whatever envelope.
    static QJsonArray rowsOf(const WireAnswer &answer);

    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace Elenco::Practice
