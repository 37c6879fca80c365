// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

namespace Elenco {

using namespace Qt::StringLiterals;

Arguments::Arguments(const QStringList &arguments)
{
    const qsizetype end = arguments.indexOf("--"_L1);
    m_options = end < 0 ? arguments : arguments.first(end);
    if (end >= 0)
        m_operands = arguments.sliced(end + 1);
}

QStringList Arguments::takeAll(QLatin1StringView option)
{
    QStringList values;
    for (qsizetype i = 0; i < m_options.size();) {
        if (m_options[i] == option) {
            if (i + 1 == m_options.size()) {
                m_error = u"%1 needs a value"_s.arg(option);
                return values;
            }
            values.append(m_options[i + 1]);
            m_options.remove(i, 2);
        } else if (m_options[i].startsWith(option) && m_options[i].mid(option.size()).startsWith(u'=')) {
            values.append(m_options.takeAt(i).mid(option.size() + 1));
        } else {
            ++i;
        }
    }
    return values;
}

std::optional<QString> Arguments::take(QLatin1StringView option)
{
    const QStringList values = takeAll(option);
    return values.isEmpty() ? std::nullopt : std::optional(values.last());
}

bool Arguments::takeFlag(QLatin1StringView option)
{
    return m_options.removeAll(option) > 0;
}

QStringList Arguments::operands()
{
    for (const QString &option : m_options) {
        if (option.startsWith("--"_L1) && m_error.isEmpty())
            m_error = u"unknown option %1"_s.arg(option);
    }
    return m_options + m_operands;
}

} // namespace Elenco
