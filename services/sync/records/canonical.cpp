// SPDX-License-Identifier: Apache-2.0
#include "sync/records/canonical.h"

#include "core/asciitext.h"
#include "gateway/json/json.h"

#include <QDate>
#include <QString>

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Zero width, and left behind by editors and spreadsheets: looks like nothing, is nothing.
bool isBlank(QChar c)
{
    return c.isSpace() || c.unicode() <= u' ' || c == u'\u200B' || c == u'\uFEFF';
}

std::string_view trimmedAscii(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

// Digits without their sign, point and exponent: `digits` times ten to the power of `exponent`.
struct Decimal {
    bool negative = false;
    std::string digits;
    int64_t exponent = 0;
};

std::optional<Decimal> readDecimal(std::string_view text)
{
    if (!isJsonNumber(text))
        return std::nullopt;
    Decimal decimal;
    if (text.front() == '-') {
        decimal.negative = true;
        text.remove_prefix(1);
    }
    bool inFraction = false;
    while (!text.empty() && (isDigit(text.front()) || text.front() == '.')) {
        if (text.front() == '.') {
            inFraction = true;
        } else {
            decimal.digits += text.front();
            decimal.exponent -= inFraction ? 1 : 0;
        }
        text.remove_prefix(1);
    }
    if (!text.empty()) {
        text.remove_prefix(1);
        if (text.front() == '+')
            text.remove_prefix(1);
        int64_t power = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), power);
        if (error != std::errc() || power > 1'000'000'000 || power < -1'000'000'000)
            return std::nullopt; // nobody's amount: compared as a text
        decimal.exponent += power;
    }
    decimal.digits.erase(0, decimal.digits.find_first_not_of('0'));
    while (!decimal.digits.empty() && decimal.digits.back() == '0') {
        decimal.digits.pop_back();
        ++decimal.exponent;
    }
    return decimal.digits.empty() ? Decimal{false, "0", 0} : decimal;
}

constexpr uint64_t mixed(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * 0x100000001B3ULL; // FNV-1a
}

uint64_t mixed(uint64_t hash, std::string_view text)
{
    for (int shift = 0; shift < 32; shift += 8)
        hash = mixed(hash, static_cast<unsigned char>(text.size() >> shift));
    for (const char c : text)
        hash = mixed(hash, static_cast<unsigned char>(c));
    return hash;
}

std::map<std::string, std::string> membersOf(std::string_view object)
{
    std::map<std::string, std::string> members;
    const auto document = JsonDocument::parse(QByteArray(object.data(), static_cast<qsizetype>(object.size())));
    if (!document || !document->root().isObject()) {
        if (!object.empty())
            members.emplace(std::string(), object); // not ours to read; still something
        return members;
    }
    for (JsonCursor member(document->root()); member; member.next()) {
        const std::string_view raw = member.value().raw();
        const auto json = canonicalJson(raw);
        const auto decimal = json ? std::nullopt : canonicalDecimal(raw);
        members.insert_or_assign(std::string(member.key()), json ? *json : decimal ? *decimal : std::string(raw));
    }
    return members;
}

// What a date may have behind it without being more than a date: "T00:00:00.000Z".
bool isMidnight(std::string_view time)
{
    if (time.empty())
        return true;
    if (time.ends_with('Z'))
        time.remove_suffix(1);
    else if (time.ends_with("+00:00"))
        time.remove_suffix(6);
    if (!time.starts_with("T00:00") && !time.starts_with(" 00:00"))
        return false;
    time.remove_prefix(6);
    if (time.starts_with(":00"))
        time.remove_prefix(3);
    return time.empty() ||
           (time.starts_with('.') && time.size() > 1 && time.find_first_not_of('0', 1) == std::string_view::npos);
}

std::optional<std::string> readAs(SyncKind kind, std::string_view text)
{
    switch (kind) {
    case SyncKind::Number: return canonicalDecimal(text);
    case SyncKind::Date: return canonicalDate(text);
    case SyncKind::Json: return canonicalJson(text);
    case SyncKind::Text:
    case SyncKind::Boolean: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

std::string canonicalText(std::string_view text)
{
    if (isAscii(text))
        return std::string(trimmedAscii(text));
    const QString composed = QString::fromUtf8(text).normalized(QString::NormalizationForm_C);
    QStringView view = composed;
    while (!view.isEmpty() && isBlank(view.front()))
        view = view.sliced(1);
    while (!view.isEmpty() && isBlank(view.back()))
        view.chop(1);
    return view.toUtf8().toStdString();
}

std::string canonicalNumber(std::string_view text)
{
    const QString plain = QString::fromStdString(canonicalText(text));
    std::string number;
    for (const QChar c : plain) {
        if (c.unicode() < 0x80 && isDigit(c.toLatin1()))
            number += c.toLatin1();
        else if (c == u'+' && number.empty())
            number += '+';
        else if (!c.isSpace() && !u".-()/\u2010\u2011\u2013"_s.contains(c))
            return plain.toStdString();
    }
    if (number.find_first_of("0123456789") == std::string::npos)
        return plain.toStdString();
    if (number.starts_with("00"))
        number.replace(0, 2, "+");
    return number;
}

std::string canonicalEmail(std::string_view text)
{
    const QString plain = QString::fromStdString(canonicalText(text));
    const qsizetype at = plain.lastIndexOf(u'@');
    if (at < 0)
        return plain.toStdString();
    return (plain.left(at) + plain.mid(at).toLower()).toStdString();
}

std::string canonicalGender(std::string_view text)
{
    return QString::fromStdString(canonicalText(text)).toUpper().toStdString();
}

std::optional<std::string> canonicalDecimal(std::string_view text)
{
    const auto decimal = readDecimal(trimmedAscii(text));
    if (!decimal)
        return std::nullopt;
    const std::string sign = decimal->negative ? "-" : "";
    const auto length = static_cast<int64_t>(decimal->digits.size());
    // Written out as long as a person would read it.
    if (decimal->exponent >= 0 && length + decimal->exponent <= 60)
        return sign + decimal->digits + std::string(static_cast<size_t>(decimal->exponent), '0');
    if (decimal->exponent < 0 && decimal->exponent >= -60) {
        std::string digits = decimal->digits;
        if (length <= -decimal->exponent)
            digits.insert(0, static_cast<size_t>(-decimal->exponent - length) + 1, '0');
        digits.insert(digits.size() - static_cast<size_t>(-decimal->exponent), 1, '.');
        return sign + digits;
    }
    return sign + decimal->digits + "e" + std::to_string(decimal->exponent);
}

std::optional<std::string> canonicalDate(std::string_view text)
{
    text = trimmedAscii(text);
    const std::string_view written = text.substr(0, 10);
    const QDate date = QDate::fromString(QString::fromUtf8(written), u"yyyy-MM-dd"_s);
    if (!date.isValid() || !isMidnight(text.substr(written.size())))
        return std::nullopt;
    return std::string(written);
}

std::optional<std::string> canonicalJson(std::string_view text)
{
    text = trimmedAscii(text);
    if (text.empty() || (text.front() != '{' && text.front() != '['))
        return std::nullopt;
    if (!JsonDocument::parse(QByteArray(text.data(), static_cast<qsizetype>(text.size()))))
        return std::nullopt;
    std::string json;
    bool inText = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!inText && static_cast<unsigned char>(c) <= ' ')
            continue;
        json += c;
        if (inText && c == '\\')
            json += text[++i];
        else if (c == '"')
            inText = !inText;
    }
    return json;
}

std::string canonical(std::string_view key, const SyncValue &value)
{
    if (key == "phoneNumber")
        return canonicalNumber(value.text);
    if (key == "email")
        return canonicalEmail(value.text);
    if (key == "gender")
        return canonicalGender(value.text);
    if (customFieldName(key)) {
        if (const auto read = readAs(value.kind, value.text))
            return *read;
    }
    return canonicalText(value.text);
}

bool isNothing(std::string_view key, const SyncValue &value)
{
    return value.text.empty() || canonical(key, value).empty();
}

bool same(std::string_view key, const SyncValue &a, const SyncValue &b)
{
    if (a.text == b.text || canonical(key, a) == canonical(key, b))
        return true;
    if (!customFieldName(key))
        return false;
    for (const SyncKind kind : {a.kind, b.kind}) {
        const auto left = readAs(kind, a.text);
        if (left && left == readAs(kind, b.text))
            return true;
    }
    return false;
}

std::string numberOf(const SyncRecord &record)
{
    return canonical("phoneNumber", record.value("phoneNumber"));
}

bool sameField(std::string_view key, const SyncRecord &a, const SyncRecord &b)
{
    return same(key, a.value(key), b.value(key));
}

bool sameExtra(std::string_view a, std::string_view b)
{
    return a == b || membersOf(a) == membersOf(b);
}

std::vector<std::string> differingKeys(const SyncRecord &a, const SyncRecord &b)
{
    std::vector<std::string> keys;
    for (const std::string_view key : keysOf(a, b)) {
        if (!sameField(key, a, b))
            keys.emplace_back(key);
    }
    if (a.tags && b.tags && *a.tags != *b.tags)
        keys.emplace_back("tags");
    if (!sameExtra(a.extra, b.extra))
        keys.emplace_back("extra");
    return keys;
}

uint64_t fingerprint(const SyncRecord &record)
{
    uint64_t hash = 0xCBF29CE484222325ULL;
    for (const auto &[key, value] : record.fields) {
        const std::string form = canonical(key, value);
        if (form.empty())
            continue;
        hash = mixed(mixed(mixed(hash, key), static_cast<unsigned char>(value.kind)), form);
    }
    hash = mixed(hash, static_cast<unsigned char>(record.tags ? 1 : 0));
    for (const std::string &tag : record.tags.value_or(std::set<std::string>()))
        hash = mixed(hash, tag);
    for (const auto &[name, json] : membersOf(record.extra))
        hash = mixed(mixed(hash, name), json);
    return hash;
}

} // namespace Elenco
