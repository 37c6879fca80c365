// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <optional>

namespace Elenco {

/// The arguments of one command: options are taken out by name, what is left are the operands.
/// "--list=NAME" and "--list NAME" are the same; after "--" everything is an operand.
class Arguments
{
public:
    explicit Arguments(const QStringList &arguments);

    /// The value of the last `option`, if it was given. An option without its value is an error (see error()).
    std::optional<QString> take(QLatin1StringView option);
    QStringList takeAll(QLatin1StringView option);
    bool takeFlag(QLatin1StringView option);

    /// What is left. Call after all options were taken: an unknown option is an error then.
    QStringList operands();
    /// What was wrong, for standard error; empty when nothing was.
    QString error() const { return m_error; }

private:
    QStringList m_options;
    QStringList m_operands;
    QString m_error;
};

} // namespace Elenco
