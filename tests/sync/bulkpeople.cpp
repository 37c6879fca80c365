// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/bulkpeople.h"

#include <QTest>

namespace Elenco {

using namespace Qt::StringLiterals;

QString fileNumber(int i)
{
    return u"+3934%1"_s.arg(10'000'000 + i);
}

void importPeople(Desk &desk, int count, bool isMore, int first, const QStringList &lists)
{
    QString csv = isMore ? u"firstName,lastName,phoneNumber,email,city,totalSpent\n"_s
                         : u"firstName,lastName,phoneNumber,email\n"_s;
    for (int i = first; i < first + count; ++i) {
        csv += u"Name%1,Surname%1,%2,n%1@example.com"_s.arg(i, 5, 10, QChar(u'0')).arg(fileNumber(i));
        csv += isMore ? u",Milano,%1\n"_s.arg(i * 10) : u"\n"_s;
    }
    ImportChoices choices;
    for (const QString &list : lists)
        choices.lists.append(list);
    const ImportLedger ledger = desk.files().import(u"people.csv"_s, csv.toUtf8(), choices);
    QCOMPARE(ledger.imported(), count);
}

bool isTwoStep()
{
    const Practice::Dialect dialect = fetchedOptions().dialect;
    return dialect == Practice::Dialect::Uc007 || dialect == Practice::Dialect::Uc023;
}

} // namespace Elenco
