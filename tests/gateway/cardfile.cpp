// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/cardfile.h"

#include <QStringDecoder>

#include <utility>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

struct Line {
    int number = 0;
    QString name;       ///< upper case, without its group
    QString parameters; ///< upper case, with the first ";"
    QString value;
};

// RFC 6350 3.2: a line that begins with a blank belongs to the one before.
QList<std::pair<int, QString>> unfolded(const QString &text)
{
    QList<std::pair<int, QString>> lines;
    int number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (!lines.isEmpty() && (line.startsWith(u' ') || line.startsWith(u'\t')))
            lines.last().second += QStringView(line).mid(1);
        else if (!line.trimmed().isEmpty())
            lines.append({number, line});
    }
    return lines;
}

std::optional<Line> parsed(int number, const QString &text)
{
    qsizetype colon = 0;
    for (bool isQuoted = false; colon < text.size() && (isQuoted || text[colon] != u':'); ++colon)
        isQuoted ^= text[colon] == u'"';
    if (colon == 0 || colon >= text.size())
        return std::nullopt;
    const QString head = text.left(colon).toUpper();
    const qsizetype semicolon = head.indexOf(u';');
    Line line;
    line.number = number;
    line.name = semicolon < 0 ? head : head.left(semicolon);
    line.name = line.name.mid(line.name.lastIndexOf(u'.') + 1);
    line.parameters = semicolon < 0 ? QString() : head.mid(semicolon);
    line.value = text.mid(colon + 1);
    return line;
}

// The parts of a value between unescaped separators, unescaped.
QStringList partsOf(const QString &value, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            ++i;
            parts.last() += value[i] == u'n' || value[i] == u'N' ? QChar(u'\n') : value[i];
        } else if (value[i] == separator) {
            parts.append(QString());
        } else {
            parts.last() += value[i];
        }
    }
    return parts;
}

QString plain(const QString &value)
{
    return partsOf(value, QChar()).first().trimmed();
}

// "tel:+39-340-1234567;ext=5" is a number, too.
QString numberOf(const Line &line)
{
    QString number = plain(line.value);
    if (number.startsWith("tel:"_L1, Qt::CaseInsensitive))
        number = number.mid(4).section(u';', 0, 0);
    return number;
}

void take(const Line &line, CardFile::Card *card)
{
    Contact &contact = card->contact;
    if (line.name == u"VERSION") {
        if (plain(line.value) != u"3.0" && plain(line.value) != u"4.0")
            card->complaint = u"Version %1 is not supported"_s.arg(plain(line.value));
    } else if (line.name == u"N") {
        const QStringList parts = partsOf(line.value, u';');
        if (!parts.value(0).trimmed().isEmpty() || !parts.value(1).trimmed().isEmpty()) {
            contact.lastName = parts.value(0).trimmed();
            contact.firstName = parts.value(1).trimmed();
        }
    } else if (line.name == u"FN" && contact.fullName().isEmpty()) {
        contact.firstName = plain(line.value); // until an N says more
    } else if (line.name == u"TEL") {
        if (contact.phoneNumber.isEmpty() || line.parameters.contains(u"PREF"))
            contact.phoneNumber = numberOf(line);
    } else if (line.name == u"EMAIL") {
        if (contact.email.isEmpty() || line.parameters.contains(u"PREF"))
            contact.email = plain(line.value);
    } else if (line.name == u"GENDER") {
        contact.gender = partsOf(line.value, u';').first();
    } else if (line.name == u"ADR") {
        const QStringList parts = partsOf(line.value, u';');
        contact.city = parts.value(3).trimmed();
        (parts.value(4).trimmed().size() == 2 ? contact.province : contact.region) = parts.value(4).trimmed();
    } else if (line.name == u"CATEGORIES") {
        contact.tags = partsOf(line.value, u',');
    }
}

} // namespace

std::optional<CardFile> CardFile::of(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || bytes.contains('\0'))
        return std::nullopt;
    CardFile file;
    int depth = 0; // a card may hold another (AGENT); only the outer one counts
    for (const auto &[number, content] : unfolded(text)) {
        const std::optional<Line> line = parsed(number, content);
        if (!line)
            continue;
        const bool isMark = line->value.trimmed().compare("VCARD"_L1, Qt::CaseInsensitive) == 0;
        if (line->name == u"BEGIN" && isMark) {
            if (++depth == 1)
                file.cards.append({number, {}, {}});
        } else if (line->name == u"END" && isMark) {
            if (--depth < 0)
                return std::nullopt;
        } else if (depth == 1) {
            take(*line, &file.cards.last());
        }
    }
    if (depth != 0 || file.cards.isEmpty())
        return std::nullopt;
    for (Card &card : file.cards) {
        if (card.complaint.isEmpty() && card.contact.phoneNumber.isEmpty())
            card.complaint = u"Missing phone number"_s;
    }
    return file;
}

} // namespace Elenco::Practice
