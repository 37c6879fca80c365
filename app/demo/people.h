// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <random>

namespace Elenco {

/// Someone who does not exist, as a CRM would export them.
struct Person {
    QString firstName, lastName, phone, email, gender, city, province, region;
    QString company, channel, lastPurchase, spent;
    QStringList tags;
};

/// Invents people of Italy, always the same ones for the same seed: accents and apostrophes in names, numbers in the
/// notations that people use, some landlines, a few numbers that are none. Nobody gets another one's number.
class PeopleGenerator
{
public:
    explicit PeopleGenerator(quint32 seed) : m_random(seed) {}

    /// Someone from one of the regions; empty: from anywhere.
    Person next(const QStringList &regions = {});

private:
    // Not a distribution of the standard library: those differ from one compiler to the next.
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    QString phone(const QString &areaCode);

    std::mt19937 m_random;
    int m_count = 0;
};

} // namespace Elenco
