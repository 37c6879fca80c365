// SPDX-License-Identifier: Apache-2.0
#include "importing/pastedtext.h"

#include <QRegularExpression>
#include <QStringList>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// A number as people write it, or an address; nothing else stands in such a piece.
bool isNumberOrAddress(const QString &piece)
{
    static const QRegularExpression number(uR"(^\(?\+?[\d][\d\s().\-/]{4,}$)"_s),
        address(uR"(^[^\s@<>]+@[^\s@<>]+\.\w+$)"_s);
    return number.match(piece).hasMatch() || address.match(piece).hasMatch();
}

// The pieces between commas, semicolons and ends of lines, where all of them are numbers or addresses.
QStringList looseNumbers(const QString &text)
{
    static const QRegularExpression between(uR"([,;\n]+)"_s);
    QStringList pieces;
    for (const QString &piece : text.split(between)) {
        if (const QString plain = piece.simplified(); !plain.isEmpty())
            pieces += plain;
    }
    return std::ranges::all_of(pieces, isNumberOrAddress) ? pieces : QStringList();
}

} // namespace

PastedText pastedText(const QString &text)
{
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    plain.remove(QChar::ByteOrderMark);
    if (plain.trimmed().isEmpty())
        return {};
    static const QRegularExpression card(u"^\\s*BEGIN:VCARD\\s*$"_s, QRegularExpression::CaseInsensitiveOption |
                                                                         QRegularExpression::MultilineOption);
    if (card.match(plain).hasMatch())
        return {u"vcf"_s, plain.toUtf8()};
    if (plain.contains(u'\t'))
        return {u"tsv"_s, plain.toUtf8()};
    if (const QStringList numbers = looseNumbers(plain); !numbers.isEmpty())
        return {u"txt"_s, (numbers.join(u'\n') + u'\n').toUtf8()};
    return {u"csv"_s, (plain.endsWith(u'\n') ? plain : plain + u'\n').toUtf8()};
}

} // namespace Elenco
