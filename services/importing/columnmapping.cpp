// SPDX-License-Identifier: Apache-2.0
#include "importing/columnmapping.h"

#include "core/packing.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// `keptAs`: of a column that is left open.
void packTarget(std::string &blob, const ColumnTarget &target, bool isOpen, const QString &keptAs)
{
    appendPacked(blob, target.key().toStdString());
    std::string details;
    for (int part : {static_cast<int>(target.valueKind), static_cast<int>(target.dateOrder),
                     static_cast<int>(target.decimalSign), int{target.familyNameFirst}, int{target.isCertain},
                     static_cast<int>(target.says), static_cast<int>(target.evidence), int{isOpen}})
        details += static_cast<char>('0' + part);
    appendPacked(blob, isOpen ? details + keptAs.toStdString() : details);
}

ColumnTarget unpackTarget(std::string_view key, std::string_view details)
{
    ColumnTarget target = ColumnTarget::fromKey(QString::fromUtf8(key));
    if (details.size() < 5)
        return target;
    target.valueKind = static_cast<ValueKind>(details[0] - '0');
    target.dateOrder = static_cast<DateOrder>(details[1] - '0');
    target.decimalSign = static_cast<DecimalSign>(details[2] - '0');
    target.familyNameFirst = details[3] == '1';
    target.isCertain = details[4] == '1';
    if (details.size() < 7) // of an older version
        return target;
    target.says = static_cast<ColumnTarget::Says>(details[5] - '0');
    target.evidence = static_cast<ColumnTarget::Evidence>(details[6] - '0');
    return target;
}

// What a column is kept as until it is decided, of one that is left open.
std::optional<QString> keptAs(std::string_view details)
{
    return details.size() > 7 && details[7] == '1' ? std::optional(QString::fromUtf8(details.substr(8))) : std::nullopt;
}

} // namespace

ColumnTarget ColumnTarget::standard(Field field)
{
    ColumnTarget target;
    target.kind = Kind::Standard;
    target.field = field;
    return target;
}

ColumnTarget ColumnTarget::custom(QString name, ValueKind kind)
{
    ColumnTarget target;
    target.kind = Kind::Custom;
    target.name = std::move(name);
    target.valueKind = kind;
    target.says = target.name == "optOut"_L1    ? Says::OptedOut
                  : target.name == "consent"_L1 ? Says::Consent
                                                : Says::Nothing;
    return target;
}

QString ColumnTarget::key() const
{
    switch (kind) {
    case Kind::Ignore: return u"ignore"_s;
    case Kind::Standard: return QLatin1String(fieldInfo(field).key);
    case Kind::FullName: return u"fullName"_s;
    case Kind::Tags: return u"tags"_s;
    case Kind::Custom: return "custom:"_L1 + name;
    case Kind::Prefix: return u"prefixOfPhone"_s;
    case Kind::BirthDay: return u"birthDay"_s;
    case Kind::BirthMonth: return u"birthMonth"_s;
    case Kind::BirthYear: return u"birthYear"_s;
    }
    Q_UNREACHABLE();
}

ColumnTarget ColumnTarget::fromKey(const QString &key)
{
    ColumnTarget target;
    if (key.isEmpty() || key.compare("ignore"_L1, Qt::CaseInsensitive) == 0)
        return target;
    if (key.startsWith("custom:"_L1)) {
        target = custom(key.mid(7));
        for (const KnownCustomField &known : knownCustomFields()) {
            if (target.name == QLatin1String(known.name))
                target.valueKind = known.kind;
        }
        return target;
    }
    const QString folded = foldedHeader(key);
    if (folded == "fullname"_L1 || folded == "name"_L1) {
        target.kind = Kind::FullName;
        return target;
    }
    if (folded == "tags"_L1 || folded == "tag"_L1) {
        target.kind = Kind::Tags;
        return target;
    }
    for (Kind part : {Kind::Prefix, Kind::BirthDay, Kind::BirthMonth, Kind::BirthYear}) {
        target.kind = part;
        if (key == target.key())
            return target;
    }
    const auto names = [&](const char *name, const char *aliases) {
        return foldedHeader(QLatin1String(name)) == folded ||
               QString(QLatin1String(aliases)).split(u'|').contains(folded);
    };
    for (const FieldInfo &info : fieldTable()) {
        if (names(info.key, info.aliases))
            return standard(info.field);
    }
    for (const KnownCustomField &known : knownCustomFields()) {
        if (names(known.name, known.aliases))
            return custom(QLatin1String(known.name), known.kind);
    }
    return custom(key);
}

QString ColumnTarget::label() const
{
    switch (kind) {
    case Kind::Ignore: return QCoreApplication::translate("Field", "Not imported");
    case Kind::Standard: return fieldLabel(field);
    case Kind::FullName: return QCoreApplication::translate("Field", "Full name (split)");
    case Kind::Tags: return QCoreApplication::translate("Field", "Tags");
    case Kind::Custom: return customFieldLabel(name);
    case Kind::Prefix: return QCoreApplication::translate("Field", "Prefix of the phone");
    case Kind::BirthDay: return QCoreApplication::translate("Field", "Birthday: day");
    case Kind::BirthMonth: return QCoreApplication::translate("Field", "Birthday: month");
    case Kind::BirthYear: return QCoreApplication::translate("Field", "Birthday: year");
    }
    Q_UNREACHABLE();
}

QString ColumnTarget::why() const
{
    const auto text = [](const char *source) { return QCoreApplication::translate("Mapping", source); };
    QString reason;
    switch (evidence) {
    case Evidence::None: return {};
    case Evidence::Chosen: reason = text(QT_TRANSLATE_NOOP("Mapping", "chosen by you")); break;
    case Evidence::Layout:
        reason = text(QT_TRANSLATE_NOOP("Mapping", "as in an earlier file with these headers"));
        break;
    case Evidence::Property: reason = text(QT_TRANSLATE_NOOP("Mapping", "the card says so")); break;
    case Evidence::Header: reason = text(QT_TRANSLATE_NOOP("Mapping", "by its header")); break;
    case Evidence::Values: reason = text(QT_TRANSLATE_NOOP("Mapping", "by the look of its values")); break;
    case Evidence::Rest: reason = text(QT_TRANSLATE_NOOP("Mapping", "kept under its own name")); break;
    case Evidence::Empty: reason = text(QT_TRANSLATE_NOOP("Mapping", "it holds no values")); break;
    case Evidence::Open: reason = text(QT_TRANSLATE_NOOP("Mapping", "its values are at odds with its header")); break;
    case Evidence::Alone:
        reason = text(QT_TRANSLATE_NOOP("Mapping", "by the look of its values: the file names no columns"));
        break;
    case Evidence::Undecided: return text(QT_TRANSLATE_NOOP("Mapping", "to be decided"));
    }
    switch (says) {
    case Says::Nothing: break;
    case Says::LineKind:
        reason += u"; "_s + text(QT_TRANSLATE_NOOP("Mapping", "it says what kind of number the next one is"));
        break;
    case Says::OptedOut:
    case Says::Standing:
        reason += u"; "_s + text(QT_TRANSLATE_NOOP("Mapping", "who has opted out there is not imported"));
        break;
    case Says::Consent:
        reason += u"; "_s + text(QT_TRANSLATE_NOOP("Mapping", "who refuses there is not imported"));
        break;
    }
    return reason;
}

double ColumnTarget::confidence() const
{
    const double doubt = isCertain ? 0 : 0.3;
    switch (evidence) {
    case Evidence::Undecided: return 0;
    case Evidence::None: return 0.3;
    case Evidence::Chosen:
    case Evidence::Layout:
    case Evidence::Property:
    case Evidence::Empty: return 1 - doubt;
    case Evidence::Header: return 0.9 - doubt;
    case Evidence::Alone: return 0.65;
    case Evidence::Values: return isField(Field::Email) || isCertain ? 0.8 : 0.55; // nothing else looks like an address
    case Evidence::Open:
    case Evidence::Rest: return askedBelow;
    }
    Q_UNREACHABLE();
}

bool ColumnMapping::has(ColumnTarget::Kind kind) const
{
    return std::any_of(targets.begin(), targets.end(), [&](const ColumnTarget &target) { return target.kind == kind; });
}

bool ColumnMapping::has(Field field) const
{
    return std::any_of(targets.begin(), targets.end(), [&](const ColumnTarget &target) {
        return target.kind == ColumnTarget::Kind::Standard && target.field == field;
    });
}

int ColumnMapping::assignedCount() const
{
    return static_cast<int>(std::count_if(targets.begin(), targets.end(), [](const ColumnTarget &target) {
        return target.kind != ColumnTarget::Kind::Ignore && target.evidence != ColumnTarget::Evidence::Undecided;
    }));
}

void ColumnMapping::append(ColumnTarget target, const std::optional<QString> &keptAs)
{
    targets.append(std::move(target));
    if (keptAs)
        leaveOpen(targets.size() - 1, *keptAs);
}

void ColumnMapping::leaveOpen(qsizetype column, const QString &keptAs)
{
    suggestions.insert(column, std::exchange(targets[column], ColumnTarget::custom(keptAs)));
    targets[column].evidence = ColumnTarget::Evidence::Undecided;
}

void ColumnMapping::askWhereDoubtful(const QStringList &names)
{
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (targets[i].kind != ColumnTarget::Kind::Ignore && targets[i].confidence() < ColumnTarget::askedBelow)
            leaveOpen(i, names[i]);
    }
}

void ColumnMapping::set(qsizetype column, ColumnTarget target)
{
    const ColumnTarget::Says said = guessOf(column).says;
    const bool isLeftOut = target.kind == ColumnTarget::Kind::Ignore;
    if (target.says == ColumnTarget::Says::Nothing &&
        (target.kind == ColumnTarget::Kind::Custom || (isLeftOut && said == ColumnTarget::Says::LineKind)))
        target.says = said;
    targets[column] = std::move(target);
    suggestions.remove(column);
}

void ColumnMapping::takeSuggestion(qsizetype column)
{
    if (!isOpen(column))
        return;
    ColumnTarget target = suggestions.value(column);
    target.evidence = ColumnTarget::Evidence::Chosen;
    target.isCertain = true;
    set(column, std::move(target));
}

std::string ColumnMapping::pack() const
{
    std::string blob;
    for (qsizetype i = 0; i < targets.size(); ++i)
        packTarget(blob, guessOf(i), isOpen(i), targets[i].name);
    return blob;
}

ColumnMapping ColumnMapping::unpack(std::string_view blob)
{
    ColumnMapping mapping;
    const auto texts = unpacked(blob);
    for (size_t i = 0; i + 1 < texts.size(); i += 2)
        mapping.append(unpackTarget(texts[i], texts[i + 1]), keptAs(texts[i + 1]));
    return mapping;
}

QString layoutKey(const QList<Column> &columns)
{
    QStringList headers;
    for (const Column &column : columns)
        headers.append(foldedHeader(column.name));
    headers.sort();
    return headers.join(u'\n');
}

std::string packLayout(const QList<Column> &columns, const ColumnMapping &mapping)
{
    std::string blob;
    for (qsizetype i = 0; i < columns.size() && i < mapping.targets.size(); ++i) {
        appendPacked(blob, foldedHeader(columns[i].name).toStdString());
        packTarget(blob, mapping.guessOf(i), mapping.isOpen(i), mapping.targets[i].name);
    }
    return blob;
}

QList<std::pair<QString, ColumnTarget>> layoutColumns(std::string_view layout)
{
    QList<std::pair<QString, ColumnTarget>> columns;
    const auto texts = unpacked(layout);
    for (size_t i = 0; i + 2 < texts.size(); i += 3)
        columns.append({QString::fromUtf8(texts[i]), unpackTarget(texts[i + 1], texts[i + 2])});
    return columns;
}

ColumnMapping applyLayout(std::string_view layout, const QList<Column> &columns)
{
    // Columns of one name keep their sequence.
    QHash<QString, QList<std::pair<ColumnTarget, std::optional<QString>>>> byHeader;
    const auto texts = unpacked(layout);
    for (size_t i = 0; i + 2 < texts.size(); i += 3)
        byHeader[QString::fromUtf8(texts[i])].append({unpackTarget(texts[i + 1], texts[i + 2]), keptAs(texts[i + 2])});
    ColumnMapping mapping;
    for (const Column &column : columns) {
        auto &targets = byHeader[foldedHeader(column.name)];
        auto [target, kept] =
            targets.isEmpty() ? std::pair(ColumnTarget(), std::optional<QString>()) : targets.takeFirst();
        // What was never decided is asked again; what was empty is looked at when it is not.
        if (!kept && target.evidence != ColumnTarget::Evidence::Empty)
            target.evidence = ColumnTarget::Evidence::Layout;
        mapping.append(std::move(target), kept);
    }
    return mapping;
}

} // namespace Elenco
