// SPDX-License-Identifier: Apache-2.0
#include "importing/mappingguess.h"

#include <QSet>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

bool isAmong(const char *list, const QString &word)
{
    return !word.isEmpty() && QString(QLatin1String(list)).split(u'|').contains(word);
}

constexpr char fullNameAliases[] =
    "nomeecognome|nomecognome|nominativo|fullname|name|displayname|nomecompleto|contatto|contact|contactname|"
    "cliente|nomecliente|nomeutente|nomevisualizzato|vollstandigername|nomcomplet|nombrecompleto|nometecognome|fileas";
constexpr char familyFirstAliases[] = "cognomeenome|cognomenome|lastnamefirstname|namevorname|nachnamevorname";
constexpr char tagAliases[] =
    "tag|tags|etichette|etichetta|labels|label|categorie|categoria|categories|category|gruppi|gruppo|groups|group|"
    "groupmembership|kategorien|categorias|etiquetas|etiquettes|segmento";
constexpr char listAliases[] = "lists|liste";
// Words that make a header of several words a certain kind of number: they decide who gets the phone field.
constexpr const char *mobileWords[] = {"cell", "mobil", "movil", "portable", "handy", "sms", "whatsapp"};

bool isMobileHeader(const QString &folded)
{
    for (const char *word : mobileWords) {
        if (folded.contains(QLatin1String(word)))
            return true;
    }
    return false;
}

class Guess
{
public:
    Guess(const QList<Column> &columns, const std::vector<ColumnProfile> &profiles,
          const QList<std::pair<QString, ValueKind>> &existing, const QLocale &locale)
        : m_columns(columns),
          m_profiles(profiles),
          m_existing(existing),
          m_locale(locale),
          m_targets(columns.size()),
          m_known(static_cast<size_t>(columns.size()))
    {
    }

    ColumnMapping run()
    {
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            byName(i);
        giveUniqueFields();
        byLook();
        theRest();
        return {m_targets};
    }

private:
    void know(qsizetype i, ColumnTarget target)
    {
        m_targets[i] = std::move(target);
        m_known[static_cast<size_t>(i)] = true;
    }

    void byName(qsizetype i)
    {
        const Column &column = m_columns[i];
        if (!column.key.isEmpty() && byVCardKey(i))
            return;
        const QString folded = foldedHeader(column.name);
        for (const auto &[name, kind] : m_existing) {
            if (foldedHeader(name) == folded)
                return know(i, ColumnTarget::custom(name, kind));
        }
        if (isAmong(fullNameAliases, folded) || isAmong(familyFirstAliases, folded)) {
            ColumnTarget target;
            target.kind = ColumnTarget::Kind::FullName;
            target.familyNameFirst = isAmong(familyFirstAliases, folded);
            return know(i, target);
        }
        if (isAmong(tagAliases, folded)) {
            ColumnTarget target;
            target.kind = ColumnTarget::Kind::Tags;
            return know(i, target);
        }
        if (isAmong(listAliases, folded)) // our own exports say there which lists somebody was in
            return know(i, ColumnTarget());
        for (const FieldInfo &info : fieldTable()) {
            if (isAmong(info.aliases, folded) || foldedHeader(QLatin1String(info.key)) == folded)
                return know(i, ColumnTarget::standard(info.field));
        }
        for (const KnownCustomField &known : knownCustomFields()) {
            if (isAmong(known.aliases, folded) || foldedHeader(QLatin1String(known.name)) == folded)
                return know(i, ColumnTarget::custom(QLatin1String(known.name), known.kind));
        }
    }

    bool byVCardKey(qsizetype i)
    {
        const QString &key = m_columns[i].key;
        if (key == "FN"_L1 || key == "CATEGORIES"_L1) {
            ColumnTarget target;
            target.kind = key == "FN"_L1 ? ColumnTarget::Kind::FullName : ColumnTarget::Kind::Tags;
            know(i, target);
            return true;
        }
        for (const FieldInfo &info : fieldTable()) {
            if (isAmong(info.vcardKeys, key)) {
                know(i, ColumnTarget::standard(info.field));
                return true;
            }
        }
        for (const KnownCustomField &known : knownCustomFields()) {
            if (isAmong(known.vcardKeys, key)) {
                know(i, ColumnTarget::custom(QLatin1String(known.name), known.kind));
                return true;
            }
        }
        return false;
    }

    // A standard field goes to one column: of several numbers to the one that says mobile, else to the first that has
    // values. The others keep their values under the next free name.
    void giveUniqueFields()
    {
        for (const FieldInfo &info : fieldTable()) {
            QList<qsizetype> candidates;
            for (qsizetype i = 0; i < m_targets.size(); ++i) {
                if (m_known[static_cast<size_t>(i)] && m_targets[i] == ColumnTarget::standard(info.field))
                    candidates.append(i);
            }
            if (candidates.size() < 2)
                continue;
            const auto score = [&](qsizetype i) {
                return (info.field == Field::Phone && isMobileHeader(foldedHeader(m_columns[i].name)) ? 2 : 0) +
                       (profile(i).filled() > 0 ? 4 : 0);
            };
            qsizetype best = candidates.first();
            for (qsizetype i : candidates) {
                if (score(i) > score(best))
                    best = i;
            }
            for (qsizetype i : candidates) {
                if (i != best)
                    know(i, ColumnTarget::custom(freeName(info.field == Field::Phone   ? u"phone"_s
                                                          : info.field == Field::Email ? u"email"_s
                                                                                       : QString(),
                                                          m_columns[i].name)));
            }
        }
        // The same custom field twice: the second one under its own header.
        QSet<QString> taken;
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (m_targets[i].kind != ColumnTarget::Kind::Custom)
                continue;
            if (taken.contains(m_targets[i].name))
                m_targets[i].name = freeName({}, m_columns[i].name);
            taken.insert(m_targets[i].name);
        }
        // "Nome" beside "Cognome" is a first name; alone, with two words a cell, it is the whole name.
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            const bool loneFirstName = m_targets[i] == ColumnTarget::standard(Field::FirstName) &&
                                       !ColumnMapping{m_targets}.has(Field::LastName);
            if (loneFirstName && profile(i).looksLikeFullName())
                m_targets[i].kind = ColumnTarget::Kind::FullName;
        }
    }

    QString freeName(const QString &series, const QString &header)
    {
        const auto isTaken = [&](const QString &name) {
            for (const ColumnTarget &target : m_targets) {
                if (target.kind == ColumnTarget::Kind::Custom && target.name == name)
                    return true;
            }
            return false;
        };
        for (int number = 2; !series.isEmpty() && number <= 3; ++number) {
            const QString name = series + QString::number(number);
            if (!isTaken(name))
                return name;
        }
        QString name = header.simplified();
        for (int number = 2; isTaken(name); ++number)
            name = u"%1 %2"_s.arg(header.simplified()).arg(number);
        return name;
    }

    void byLook()
    {
        const ColumnMapping mapping{m_targets};
        bool needsPhone = !mapping.has(Field::Phone), needsEmail = !mapping.has(Field::Email);
        bool needsName = !mapping.has(Field::FirstName) && !mapping.has(Field::LastName) &&
                         !mapping.has(ColumnTarget::Kind::FullName);
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (m_known[static_cast<size_t>(i)])
                continue;
            ColumnTarget target;
            if (needsPhone && profile(i).looksLikePhone())
                target = ColumnTarget::standard(Field::Phone), needsPhone = false;
            else if (needsEmail && profile(i).looksLikeEmail())
                target = ColumnTarget::standard(Field::Email), needsEmail = false;
            else if (needsName && profile(i).looksLikeFullName())
                target.kind = ColumnTarget::Kind::FullName, needsName = false;
            else
                continue;
            target.isCertain = false;
            know(i, target);
        }
    }

    void theRest()
    {
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (!m_known[static_cast<size_t>(i)]) {
                const QString name = m_columns[i].name.simplified();
                const QString header = name.isEmpty() ? u"column %1"_s.arg(i + 1) : name;
                m_targets[i] = profile(i).filled() == 0 ? ColumnTarget()
                                                        : ColumnTarget::custom(freeName({}, header), profile(i).kind());
                m_targets[i].isCertain = profile(i).filled() == 0;
            }
            m_targets[i] = withProfile(m_targets[i], profile(i), m_locale);
        }
    }

    const ColumnProfile &profile(qsizetype i) const
    {
        static const ColumnProfile empty;
        return static_cast<size_t>(i) < m_profiles.size() ? m_profiles[static_cast<size_t>(i)] : empty;
    }

    const QList<Column> &m_columns;
    const std::vector<ColumnProfile> &m_profiles;
    const QList<std::pair<QString, ValueKind>> &m_existing;
    const QLocale m_locale;
    QList<ColumnTarget> m_targets;
    std::vector<bool> m_known;
};

} // namespace

ColumnTarget withProfile(ColumnTarget target, const ColumnProfile &profile, const QLocale &locale)
{
    if (target.kind != ColumnTarget::Kind::Custom)
        return target;
    if (target.valueKind == ValueKind::Date) {
        bool isCertain = true;
        target.dateOrder = profile.dateOrder(
            locale.dateFormat(QLocale::ShortFormat).startsWith(u'M', Qt::CaseInsensitive), &isCertain);
        target.isCertain = target.isCertain && isCertain;
    }
    if (target.valueKind == ValueKind::Number)
        target.decimalSign = profile.decimalSign(locale.decimalPoint() == ","_L1);
    return target;
}

ColumnMapping guessMapping(const QList<Column> &columns, const std::vector<ColumnProfile> &profiles,
                           const QList<std::pair<QString, ValueKind>> &existingFields, const QLocale &locale)
{
    return Guess(columns, profiles, existingFields, locale).run();
}

} // namespace Elenco
