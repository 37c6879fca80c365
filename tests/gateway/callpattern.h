// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco::Practice {

struct Request;

/// Which requests are meant: a method, or "*", and a path below the API's prefix as gateway.md writes it, for
/// instance "POST /contacts", "GET /contacts/{id}" (any id; "*" is the same), "GET /contacts/17", "* /campaigns/*",
/// "GET /subscription", or "*" for every request. "DELETE /contacts" is not "DELETE /contacts/list".
class CallPattern
{
public:
    CallPattern(const QString &text = QStringLiteral("*"));

    bool matches(const Request &request) const;
    QString text() const { return m_text; }

    friend bool operator==(const CallPattern &, const CallPattern &) = default;

private:
    QString m_text, m_method, m_path;
};

} // namespace Elenco::Practice
