// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QJsonValue;

namespace Elenco::Practice {

class JsonWriter;
class ListTable;
struct Manner;

/// Ids as a dialect shows them: 17, or "cnt_017" and "list_vip_3" (with "-" in uc023); and back. What is no such id
/// is 0, which no row has.
class Ids
{
public:
    Ids(const Manner &manner, ListTable &lists) : m_manner(manner), m_lists(lists) {}

    QString contactText(qint64 id) const;
    QString listText(qint64 id) const;
    qint64 contactOf(const QString &text) const;
    qint64 listOf(const QString &text) const;
    /// Of a JSON number or text.
    qint64 contactOf(const QJsonValue &value) const;
    qint64 listOf(const QJsonValue &value) const;
    void writeContact(JsonWriter &json, qint64 id) const;
    void writeList(JsonWriter &json, qint64 id) const;

private:
    bool areNumbers() const;

    const Manner &m_manner;
    ListTable &m_lists;
};

} // namespace Elenco::Practice
