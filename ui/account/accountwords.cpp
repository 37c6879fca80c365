// SPDX-License-Identifier: Apache-2.0
#include "ui/account/accountwords.h"

#include "models/contacts/contactcolumns.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "AccountWords".
class AccountWords
{
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
};

} // namespace

QString accountProblem(const Error &error)
{
    QString text = error.text();
    if (!error.detail.isEmpty() && !text.contains(error.detail))
        text += u" ("_s + error.detail + u')';
    return text;
}

bool isUnreachable(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::ProxyFailed: return true;
    default: return false;
    }
}

FigureWords figureWords(const std::optional<Quota> &quota, const std::optional<Credit> &credit)
{
    FigureWords words;
    QStringList parts, lines;
    if (quota) {
        words.isScarce = quota->remaining == 0;
        parts +=
            words.isScarce ? AccountWords::tr("No room left") : AccountWords::tr("Room for %1").arg(contactCount(quota->remaining));
        lines += AccountWords::tr("The subscription holds %1 of %2.").arg(numberText(quota->used), contactCount(quota->total));
    }
    if (credit && !credit->amount.isEmpty()) {
        const QString amount = displayText(CustomValue{{}, ValueKind::Number, credit->amount});
        const QString money = credit->currency.isEmpty() ? amount : amount + QChar(0xa0) + credit->currency;
        parts += AccountWords::tr("Credit %1").arg(money);
        lines += AccountWords::tr("Left for sending messages: %1.").arg(money);
    }
    words.text = parts.join(u" · "_s);
    words.toolTip = lines.join(u'\n');
    return words;
}

} // namespace Elenco
