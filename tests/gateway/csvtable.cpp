// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/csvtable.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace Elenco::Practice {

namespace {

QChar delimiterOf(QStringView text)
{
    static constexpr QStringView candidates = u",;\t|";
    QList<qsizetype> counts(candidates.size(), 0);
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == u'\n' || c == u'\r'))
            break;
        else if (const qsizetype index = candidates.indexOf(c); !isQuoted && index >= 0)
            ++counts[index];
    }
    return candidates[std::max_element(counts.begin(), counts.end()) - counts.begin()];
}

} // namespace

std::optional<QList<QStringList>> csvTableOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a mark away by itself
    const QString text = decoder(bytes);
    if (decoder.hasError() || bytes.contains('\0'))
        return std::nullopt;
    const QChar delimiter = delimiterOf(text);
    QList<QStringList> records;
    QStringList record;
    QString cell;
    bool isQuoted = false;
    const auto endRecord = [&] {
        record.append(std::exchange(cell, {}));
        if (record.size() > 1 || !record.first().isEmpty())
            records.append(record);
        record.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isDoubled = c == u'"' && i + 1 < text.size() && text[i + 1] == u'"';
        if (isQuoted && isDoubled) {
            cell += c;
            ++i;
        } else if (c == u'"' && (isQuoted || cell.isEmpty())) {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            cell += c;
        } else if (c == delimiter) {
            record.append(std::exchange(cell, {}));
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            endRecord();
        } else {
            cell += c;
        }
    }
    if (isQuoted)
        return std::nullopt;
    endRecord();
    return records;
}

} // namespace Elenco::Practice
