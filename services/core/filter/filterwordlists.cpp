// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterwordlists.h"

#include "core/reach.h"
#include "core/textfold.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

struct SpecialKey {
    const char *key;
    const char *others; ///< folded, separated by '|'
    std::optional<FilterSubject> subject;
};
constexpr SpecialKey specialKeys[] = {
    {"name", "", FilterSubject::Text},
    {"tag", "tags|etichetta|etichette", FilterSubject::Tag},
    {"list", "lists|lista|liste", FilterSubject::List},
    {"listid", "", FilterSubject::ListId},
    {"valid", "valido|isvalid", FilterSubject::Flag},
    {"suppressed", "soppresso|danoncontattare|donotcontact", FilterSubject::Flag},
    {"recent", "recente|recenti", FilterSubject::Flag},
    {"kind", "kindofline|linekind|linea|tipodilinea", FilterSubject::Line},
    {"id", "", FilterSubject::Id},
    {"import", "importazione", FilterSubject::Id},
    {"is", "", std::nullopt},
    {"has", "ha", std::nullopt},
    {"empty", "vuoto|vuota|senza", std::nullopt},
};

struct StateName {
    const char *words; ///< folded, separated by '|'
    const char *key;
    const char *value;
};
constexpr StateName stateNames[] = {
    {"valid|valido|valida|yes|true|1|si|vero", "valid", "yes"},
    {"invalid|non valido|nonvalido|no|false|0|falso", "valid", "no"},
    {"suppressed|soppresso|soppressa|da non contattare", "suppressed", "yes"},
    {"recent|recente", "recent", "yes"},
};

// A word of "kind:" is known by its beginning: "mob", "cellulare", "FIXED_LINE".
struct LineName {
    const char *word;
    const char *beginnings;
    LineKind kind;
};
constexpr LineName lineNames[] = {
    {"mobile", "mob|cell", LineKind::Mobile},
    {"landline", "land|fix|fis", LineKind::FixedLine},
    {"tollfree", "toll|verde|numeroverde", LineKind::TollFree},
    {"premium", "premium|sovrapprezzo", LineKind::PremiumRate},
    {"shared", "shared|costo condiviso", LineKind::SharedCost},
    {"voip", "voip", LineKind::Voip},
    {"personal", "personal", LineKind::PersonalNumber},
    {"pager", "pager|cercapersone", LineKind::Pager},
    {"uan", "uan", LineKind::Uan},
    {"voicemail", "voicemail|segreteria", LineKind::Voicemail},
    {"unknown", "unknown|sconosciut", LineKind::Unknown},
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
    if (key == "import"_L1)
        return QCoreApplication::translate("FilterWords", "Import");
    return customFieldLabel(key.startsWith("custom:"_L1) ? key.mid(7) : key);
}

QString flagWord(const QString &typed)
{
    const std::pair<QString, QString> state = stateWord(typed);
    return state.first == "valid"_L1 ? state.second : QString();
}

std::pair<QString, QString> stateWord(const QString &typed)
{
    const QString word = folded(typed);
    for (const StateName &state : stateNames) {
        if (parts(state.words).contains(word))
            return {QLatin1String(state.key), QLatin1String(state.value)};
    }
    return {};
}

QStringList stateWords()
{
    return {u"valid"_s, u"invalid"_s, u"suppressed"_s, u"recent"_s};
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

QList<LineKind> lineKindsOf(const QString &word)
{
    QList<LineKind> kinds;
    for (const LineName &name : lineNames) {
        if (word != QLatin1String(name.word))
            continue;
        for (int kind = 0; kind <= static_cast<int>(LineKind::Voicemail); ++kind) {
            const auto each = static_cast<LineKind>(kind);
            const bool isOfBoth = each == LineKind::FixedLineOrMobile && name.kind == LineKind::FixedLine;
            if (each == name.kind || isOfBoth || (name.kind == LineKind::Mobile && takesSms(each)))
                kinds += each;
        }
    }
    return kinds;
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
