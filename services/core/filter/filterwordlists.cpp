// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterwordlists.h"

#include "core/textfold.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

struct SpecialKey {
    const char *key;
    const char *others; ///< folded, separated by '|'
    FilterSubject subject;
};
constexpr SpecialKey specialKeys[] = {
    {"name", "", FilterSubject::Text},
    {"tag", "tags|etichetta|etichette", FilterSubject::Tag},
    {"list", "lists|lista|liste", FilterSubject::List},
    {"valid", "valido", FilterSubject::Valid},
    {"is", "", FilterSubject::Valid},
    {"kind", "", FilterSubject::Line},
    {"has", "ha", FilterSubject::Has},
    {"id", "", FilterSubject::Id},
    {"import", "", FilterSubject::Id},
};

// A word of "kind:" is known by its beginning: "mob", "cellulare", "FIXED_LINE".
struct LineName {
    const char *word;
    const char *beginnings;
};
constexpr LineName lineNames[] = {
    {"mobile", "mob|cell"}, {"landline", "land|fix|fis"},      {"tollfree", "toll|verde|numeroverde"},
    {"voip", "voip"},       {"unknown", "unknown|sconosciut"},
};

QStringList parts(const char *list)
{
    return QString(QLatin1String(list)).split(u'|', Qt::SkipEmptyParts);
}

QString folded(const QString &text)
{
    return QString::fromStdString(foldText(text.trimmed().toStdString()));
}

} // namespace

QString specialFilterKey(const QString &folded)
{
    for (const SpecialKey &special : specialKeys) {
        if (folded == QLatin1String(special.key))
            return folded;
    }
    return {};
}

QString translatedFilterKey(const QString &folded)
{
    for (const SpecialKey &special : specialKeys) {
        if (parts(special.others).contains(folded))
            return QLatin1String(special.key);
    }
    return {};
}

std::optional<FilterSubject> specialFilterSubject(const QString &key)
{
    for (const SpecialKey &special : specialKeys) {
        if (key == QLatin1String(special.key))
            return special.subject;
    }
    return {};
}

QString filterKeyLabel(const QString &key)
{
    for (const FieldInfo &info : fieldTable()) {
        if (key == QLatin1String(info.key))
            return fieldLabel(info.field);
    }
    if (key == "name"_L1)
        return QCoreApplication::translate("FilterWords", "Name");
    if (key == "tag"_L1)
        return QCoreApplication::translate("FilterWords", "Tag");
    if (key == "list"_L1)
        return QCoreApplication::translate("FilterWords", "List");
    if (key == "kind"_L1)
        return QCoreApplication::translate("FilterWords", "Kind of line");
    return customFieldLabel(key.startsWith("custom:"_L1) ? key.mid(7) : key);
}

QString validWord(const QString &key, const QString &typed)
{
    const QString word = folded(typed);
    const bool isYes =
        QStringList{u"yes"_s, u"true"_s, u"1"_s, u"valid"_s, u"si"_s, u"vero"_s, u"valido"_s}.contains(word);
    const bool isNo =
        QStringList{u"no"_s, u"false"_s, u"0"_s, u"invalid"_s, u"falso"_s, u"non valido"_s, u"nonvalido"_s}.contains(
            word);
    return isYes || isNo ? validWords(key)[isYes ? 0 : 1] : QString();
}

QStringList validWords(const QString &key)
{
    return key == "is"_L1 ? QStringList{u"valid"_s, u"invalid"_s} : QStringList{u"yes"_s, u"no"_s};
}

QString lineWord(const QString &typed)
{
    const QString word = folded(typed);
    for (const LineName &name : lineNames) {
        for (const QString &beginning : parts(name.beginnings)) {
            if (word.startsWith(beginning))
                return QLatin1String(name.word);
        }
    }
    return {};
}

QStringList lineWords()
{
    QStringList words;
    for (const LineName &name : lineNames)
        words += QLatin1String(name.word);
    return words;
}

const QStringList &foldedFilterWords()
{
    static const QStringList words = [] {
        QStringList all;
        for (const SpecialKey &special : specialKeys)
            all += QStringList{QLatin1String(special.key)} + parts(special.others);
        for (const FieldInfo &info : fieldTable())
            all += QStringList{foldedHeader(QLatin1String(info.key))} + parts(info.aliases);
        for (const KnownCustomField &known : knownCustomFields())
            all += QStringList{foldedHeader(QLatin1String(known.name))} + parts(known.aliases);
        return all;
    }();
    return words;
}

} // namespace Elenco
