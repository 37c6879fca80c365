// SPDX-License-Identifier: Apache-2.0
#include "tests/support/contactfiles.h"

#include <QFile>
#include <QList>

#include <array>

namespace Elenco {

namespace {

constexpr std::array firstNames{"Giulia", "Marco",  "Niccolò", "Anna",   "Zoë", "Luca",
                                "Chiara", "Nicolò", "Elena",   "Davide", "Sara"};
constexpr std::array lastNames{"Rossi", "D'Amico",    "De Luca", "Bianchi", "Kröll", "Verdi",  "Esposito",
                               "Neri",  "Dell'Acqua", "Conti",   "Rossini", "Greco", "Fòscari"};
constexpr std::array cities{"Milano", "Roma", "Napoli", "Torino", "Forlì", "Bologna", "Cantù"};

enum class RowKind { Good, Duplicate, Invalid };

bool isHit(int row, int rows, int count, int offset)
{
    if (count == 0)
        return false;
    const int step = rows / count;
    return row % step == offset % step && row / step < count;
}

// Spreads the rows of each kind evenly over the file. A duplicate repeats the row before it, so it moves on where an
// invalid row stands already, or stands before it.
QList<RowKind> kinds(const FilePlan &plan)
{
    QList<RowKind> result(plan.rows, RowKind::Good);
    for (int row = 0; row < plan.rows; ++row) {
        if (isHit(row, plan.rows, plan.invalid, 3))
            result[row] = RowKind::Invalid;
    }
    for (int i = 0; i < plan.duplicates; ++i) {
        int row = i * (plan.rows / plan.duplicates) + 1;
        while (result[row] != RowKind::Good || result[row - 1] != RowKind::Good)
            ++row;
        result[row] = RowKind::Duplicate;
    }
    return result;
}

QByteArray nationalNumber(int person)
{
    return "34" + QByteArray::number(20000000 + person);
}

QByteArray typedNumber(int person)
{
    const QByteArray number = nationalNumber(person);
    switch (person % 5) {
    case 0: return "+39 " + number.left(3) + ' ' + number.mid(3, 3) + ' ' + number.mid(6);
    case 1: return number;
    case 2: return "0039" + number;
    case 3: return number.left(3) + '-' + number.mid(3);
    default: return "+39" + number;
    }
}

template <typename Names>
QByteArray pick(const Names &names, int person)
{
    return names[static_cast<size_t>(person) % names.size()];
}

} // namespace

QString personNumber(int person)
{
    return QString::fromLatin1("+39" + nationalNumber(person));
}

QByteArray csvFile(const FilePlan &plan)
{
    QByteArray file = "nome;cognome;telefono;email;citta;ultimo_acquisto;speso\r\n";
    int person = plan.firstPerson;
    for (RowKind kind : kinds(plan)) {
        const int who = kind == RowKind::Duplicate ? person - 1 : person++;
        const QByteArray number = kind == RowKind::Invalid     ? QByteArray("32012")
                                  : kind == RowKind::Duplicate ? "+39" + nationalNumber(who)
                                                               : typedNumber(who);
        file += pick(firstNames, who) + ';' + pick(lastNames, who) + ';' + number + ";p" + QByteArray::number(who) +
                "@example.it;" + pick(cities, who) + ';' + QByteArray::number(1 + who % 28).rightJustified(2, '0') +
                '/' + QByteArray::number(1 + who % 12).rightJustified(2, '0') + "/2026;" +
                QByteArray::number(who % 9000) + ",50\r\n";
    }
    return file;
}

QByteArray vcardFile(const FilePlan &plan)
{
    QByteArray file;
    int person = plan.firstPerson;
    for (RowKind kind : kinds(plan)) {
        const int who = kind == RowKind::Duplicate ? person - 1 : person++;
        const QByteArray given = pick(firstNames, who), family = pick(lastNames, who);
        file +=
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + family + ';' + given + ";;;\r\nFN:" + given + ' ' + family + "\r\n";
        file += "item1.TEL;TYPE=CELL:" + typedNumber(who) + "\r\nitem1.X-ABLabel:mobile\r\n";
        file += "NOTE:cliente\\, dal 2019\r\n  con una riga piegata\r\n";
        if (kind != RowKind::Invalid) // the next card begins inside this one
            file += "END:VCARD\r\n";
    }
    return file;
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", qPrintable(path));
    return path;
}

} // namespace Elenco
