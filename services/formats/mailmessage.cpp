// SPDX-License-Identifier: Apache-2.0
#include "formats/mailmessage.h"

#include "formats/textencoding.h"

#include <QUrl>

#include <algorithm>
#include <map>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 20;

/// A value of a header with its parameters: "text/vcard; name=\"Ada.vcf\"; charset=utf-8".
struct FieldValue {
    QByteArray value; ///< lower case
    std::map<QByteArray, QByteArray> parameters;
};

/// A message or a part of one.
struct MailPart {
    std::map<QByteArray, QByteArray> fields; ///< by name in lower case, unfolded
    QByteArrayView body;
};

QByteArrayView nextLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

MailPart partOf(QByteArrayView text)
{
    MailPart part;
    QByteArray *last = nullptr;
    while (!text.isEmpty()) {
        const QByteArrayView line = nextLine(text);
        if (line.isEmpty())
            break;
        if ((line.front() == ' ' || line.front() == '\t') && last) {
            *last += ' ' + line.trimmed().toByteArray();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue; // "From ada@example.it …" of a mailbox
        last = &part.fields[line.first(colon).trimmed().toByteArray().toLower()];
        *last = line.sliced(colon + 1).trimmed().toByteArray();
    }
    part.body = text;
    return part;
}

FieldValue valueOf(const QByteArray &field)
{
    QList<QByteArray> pieces(1);
    bool isQuoted = false;
    for (const char c : field) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ';' && !isQuoted)
            pieces.append(QByteArray());
        else
            pieces.last() += c;
    }
    FieldValue value{pieces.first().trimmed().toLower(), {}};
    for (const QByteArray &piece : pieces.mid(1)) {
        const qsizetype equals = piece.indexOf('=');
        if (equals > 0)
            value.parameters[piece.first(equals).trimmed().toLower()] = piece.sliced(equals + 1).trimmed();
    }
    return value;
}

QByteArray fromQuotedPrintable(QByteArrayView text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
            continue;
        }
        const QByteArrayView rest = text.sliced(i + 1);
        if (rest.startsWith("\r\n")) {
            i += 2;
        } else if (rest.startsWith('\n')) {
            i += 1;
        } else if (const QByteArray byte =
                       QByteArray::fromHex(rest.first(std::min<qsizetype>(2, rest.size())).toByteArray());
                   rest.size() >= 2 && byte.size() == 1) {
            out += byte;
            i += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

QByteArray decoded(const MailPart &part, const FieldValue &type)
{
    const auto field = part.fields.find("content-transfer-encoding");
    const QByteArray encoding = field == part.fields.end() ? QByteArray() : field->second.toLower();
    QByteArray content = encoding == "base64"             ? QByteArray::fromBase64(part.body.toByteArray())
                         : encoding == "quoted-printable" ? fromQuotedPrintable(part.body)
                                                          : part.body.toByteArray();
    const auto charset = type.parameters.find("charset");
    const std::string name =
        charset == type.parameters.end() ? std::string() : encodingName(charset->second.toStdString());
    if (!name.empty() && name != "utf-8")
        content = QByteArray::fromStdString(toUtf8({content.constData(), size_t(content.size())}, name));
    return content;
}

// RFC 2231 ("filename*=UTF-8''Ad%C3%A0.vcf") and RFC 2047 ("=?utf-8?Q?Ad=C3=A0.vcf?=").
QString nameOf(const FieldValue &field, const QByteArray &key)
{
    if (const auto extended = field.parameters.find(key + '*'); extended != field.parameters.end())
        return QString::fromUtf8(
            QByteArray::fromPercentEncoding(extended->second.mid(extended->second.lastIndexOf('\'') + 1)));
    const auto found = field.parameters.find(key);
    if (found == field.parameters.end())
        return {};
    const QList<QByteArray> word = found->second.split('?');
    if (word.size() != 5 || word[0] != "=" || word[4] != "=")
        return QString::fromUtf8(found->second);
    const bool isBase64 = word[2].compare("b", Qt::CaseInsensitive) == 0;
    QByteArray text = word[3];
    text = isBase64 ? QByteArray::fromBase64(text) : fromQuotedPrintable(text.replace('_', ' '));
    return QString::fromUtf8(toUtf8({text.constData(), size_t(text.size())}, encodingName(word[1].toStdString())));
}

void collect(QByteArrayView text, int depth, QList<MailedCards> &cards)
{
    const MailPart part = partOf(text);
    const auto field = [&part](const char *name) {
        const auto found = part.fields.find(name);
        return found == part.fields.end() ? FieldValue() : valueOf(found->second);
    };
    const FieldValue type = field("content-type");
    if (depth > deepest)
        return;
    if (type.value == "message/rfc822")
        return collect(decoded(part, {}), depth + 1, cards);
    if (type.value.startsWith("multipart/")) {
        const auto boundary = type.parameters.find("boundary");
        if (boundary == type.parameters.end())
            return;
        const QByteArray mark = "--" + boundary->second;
        const char *begin = nullptr;
        for (QByteArrayView rest = part.body; !rest.isEmpty();) {
            const QByteArrayView line = nextLine(rest);
            if (!line.startsWith(mark))
                continue;
            if (begin)
                collect({begin, line.data() - begin}, depth + 1, cards);
            begin = line.startsWith(mark + "--") ? nullptr : rest.data();
        }
        if (begin) // cut: what there is of the last one
            collect({begin, part.body.data() + part.body.size() - begin}, depth + 1, cards);
        return;
    }
    QString name = nameOf(field("content-disposition"), "filename");
    if (name.isEmpty())
        name = nameOf(type, "name");
    const bool isNamed =
        name.endsWith(".vcf"_L1, Qt::CaseInsensitive) || name.endsWith(".vcard"_L1, Qt::CaseInsensitive);
    const bool isCards =
        isNamed || type.value == "text/vcard" || type.value == "text/x-vcard" || type.value == "text/directory";
    const QByteArray content = decoded(part, type);
    const bool begins =
        content.first(std::min<qsizetype>(64, content.size())).trimmed().toUpper().startsWith("BEGIN:VCARD");
    if (!content.trimmed().isEmpty() && (isCards || begins))
        cards.append({name, content});
}

} // namespace

bool looksLikeMail(QByteArrayView start)
{
    int known = 0;
    constexpr QByteArrayView names[] = {
        "from:",       "to:",          "subject:",      "date:",         "received:",
        "message-id:", "return-path:", "mime-version:", "content-type:", "delivered-to:"};
    for (QByteArrayView rest = start; !rest.isEmpty();) {
        const QByteArrayView line = nextLine(rest);
        if (line.isEmpty())
            break;
        const QByteArray lower = line.toByteArray().toLower();
        if (lower.startsWith("begin:vcard"))
            return false;
        known += std::any_of(std::begin(names), std::end(names),
                             [&](QByteArrayView name) { return lower.startsWith(name); });
    }
    return known >= 2;
}

QList<MailedCards> cardsOfMail(QByteArrayView message)
{
    QList<MailedCards> cards;
    collect(message, 0, cards);
    return cards;
}

} // namespace Elenco
