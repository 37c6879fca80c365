// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcardreader.h"

#include <QByteArray>
#include <QList>

namespace Elenco {

inline QByteArray text(std::string_view view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size())).replace('\n', '~');
}

template <typename Texts>
QByteArray joined(const Texts &texts)
{
    QByteArrayList list;
    for (const auto &one : texts)
        list.append(text(one));
    return list.join('|');
}

/// A card in a few words: only what it has. "fn=Anna n=Rossi|Anna||| tel=333(CELL,WORK)".
inline QByteArray printed(const Card &card)
{
    QByteArrayList out;
    if (!card.fn.empty())
        out.append("fn=" + text(card.fn));
    for (const std::string_view part : card.n) {
        if (!part.empty()) {
            out.append("n=" + joined(card.n));
            break;
        }
    }
    const auto typed = [&](const char *name, const std::vector<CardValue> &values) {
        for (const CardValue &value : values)
            out.append(name + text(value.text) + '(' + joined(card.typesOf(value)).replace('|', ',') + ')');
    };
    typed("tel=", card.tel);
    typed("email=", card.email);
    if (!card.org.empty())
        out.append("org=" + joined(card.org));
    for (const CardAddress &address : card.adr)
        out.append("adr=" + joined(address.parts));
    for (const auto &[name, values] :
         {std::pair("note=", &card.note), std::pair("title=", &card.title), std::pair("url=", &card.url)}) {
        for (const std::string_view value : *values)
            out.append(name + text(value));
    }
    if (!card.nickname.empty())
        out.append("nick=" + joined(card.nickname));
    if (!card.categories.empty())
        out.append("cat=" + joined(card.categories));
    if (!card.bday.empty())
        out.append("bday=" + text(card.bday));
    if (!card.gender.empty())
        out.append("gender=" + text(card.gender));
    for (const CardProblem &problem : card.problems)
        out.append("problem@" + QByteArray::number(problem.line));
    return out.join(' ');
}

inline QByteArray printedAll(const QByteArray &bytes, qint64 chunk = 1 << 16, VCardReader::Options options = {})
{
    const std::string input = bytes.toStdString();
    MemorySource source(input, chunk);
    VCardReader reader(source, options);
    Card card;
    QByteArrayList out;
    while (true) {
        const auto next = reader.next(card);
        if (!next)
            return "error";
        if (*next == VCardReader::Next::End)
            return out.join('\n');
        QByteArray line = QByteArray::number(card.line) + ": ";
        if (*next == VCardReader::Next::Card) {
            line += printed(card);
        } else {
            constexpr const char *reasons[] = {"None", "NoBegin", "NoEnd", "NothingReadable", "TooLarge"};
            line += QByteArray("rejected ") + reasons[static_cast<int>(reader.reason())] + " " + text(card.name());
        }
        out.append(line);
    }
}

} // namespace Elenco
