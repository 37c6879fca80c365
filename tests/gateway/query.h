// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace Elenco::Practice {

/// The parameters of a query, decoded as servers do: "+" is a blank, so a number's "+" must come as "%2B".
class Query
{
public:
    explicit Query(const QByteArray &encoded);

    bool has(QStringView name) const;
    /// Of the first of this name; null when there is none, empty when it has no value.
    QString value(QStringView name) const;
    QStringList names() const;
    void remove(QStringView name);
    void remove(const QStringList &names);

private:
    QList<std::pair<QString, QString>> m_parameters;
};

} // namespace Elenco::Practice
