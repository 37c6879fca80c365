// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Elenco::Practice {

/// One HTTP request as it arrived, whole.
struct Request {
    qint64 number = 0;   ///< 1, 2, … in the order of arrival over all connections
    int connection = 0;  ///< 1, 2, … in the order in which the connections came
    qint64 arrived = 0;  ///< ms on a steady clock that started with the gateway
    QByteArray method;   ///< as sent: "GET"
    QString path;        ///< decoded, from the server's root: "/api/partner-gateway/v1/contacts"
    QByteArray query;    ///< as sent, without "?"
    QByteArray protocol; ///< "HTTP/1.1"
    QString call;        ///< the API's name for it: "GET /contacts/{id}"; empty: the API has no such call
    QString apiPath;     ///< below the API's prefix: "/contacts/17"; empty outside it
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    /// The value of the first header of this name (lower case), empty when there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
    /// The decoded value of the first parameter of this name, null when there is none.
    QString parameter(QStringView name) const;
};

} // namespace Elenco::Practice
