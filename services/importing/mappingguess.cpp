// SPDX-License-Identifier: Apache-2.0
#include "importing/mappingguess.h"

#include "importing/columnmatch.h"
#include "importing/numberedfields.h"

#include <QSet>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

using Kind = ColumnTarget::Kind;
using Evidence = ColumnTarget::Evidence;
using Says = ColumnTarget::Says;

class Guess
{
public:
    Guess(const QList<Column> &columns, const std::vector<ColumnProfile> &profiles,
          const QList<std::pair<QString, ValueKind>> &existing, const QLocale &locale, const QString &region,
          bool hasHeaders)
        : m_columns(columns),
          m_match(columns, profiles, existing, region),
          m_locale(locale),
          m_hasHeaders(hasHeaders),
          m_targets(columns.size())
    {
    }

    ColumnMapping run()
    {
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            m_targets[i] = m_match.match(i);
        settleFlags();
        giveUniqueFields();
        promoteNumber();
        promoteWorkplace();
        byLook();
        theRest();
        ColumnMapping mapping{m_targets, {}};
        QStringList names;
        for (qsizetype i = 0; i < m_targets.size(); ++i)
            names.append(unusedName(m_match.ownName(i)));
        mapping.askWhereDoubtful(names);
        return mapping;
    }

private:
    void know(qsizetype i, ColumnTarget target, Evidence evidence)
    {
        target.evidence = evidence;
        m_targets[i] = std::move(target);
    }
    static bool isKnown(const ColumnTarget &target) { return target.evidence != Evidence::None; }
    bool isKnown(qsizetype i) const { return isKnown(m_targets[i]); }

    // An opt-out of mails alone is none of messages, where another column speaks of those.
    void settleFlags()
    {
        const auto isFlag = [&](qsizetype i) {
            return m_targets[i].says == Says::OptedOut || m_targets[i].says == Says::Consent ||
                   m_targets[i].says == Says::Standing;
        };
        bool hasPhoneFlag = false;
        for (qsizetype i = 0; i < m_targets.size(); ++i)
            hasPhoneFlag = hasPhoneFlag || (isFlag(i) && m_match.header(i).channel == HeaderReading::Channel::Phone);
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (isFlag(i) && hasPhoneFlag && m_match.header(i).channel == HeaderReading::Channel::Email)
                m_targets[i].says = Says::Nothing;
        }
    }

    // A standard field goes to one column: of several numbers to the one that says mobile, else to the first that has
    // values. The others keep their values under the next free name.
    void giveUniqueFields()
    {
        for (const FieldInfo &info : fieldTable()) {
            QList<qsizetype> candidates;
            for (qsizetype i = 0; i < m_targets.size(); ++i) {
                if (m_targets[i].isField(info.field))
                    candidates.append(i);
            }
            if (candidates.size() < 2)
                continue;
            const auto score = [&](qsizetype i) {
                const HeaderReading &header = m_match.header(i);
                return (m_match.profile(i).filled() > 0 ? 8 : 0) +
                       (info.field == Field::Phone && header.isMobile ? 4 : 0) + (header.isPlain ? 2 : 0) +
                       (header.isOther ? 0 : 1);
            };
            qsizetype best = candidates.first();
            for (qsizetype i : candidates) {
                if (score(i) > score(best))
                    best = i;
            }
            const QString series = info.field == Field::Phone   ? u"phone"_s
                                   : info.field == Field::Email ? u"email"_s
                                                                : QString();
            for (qsizetype i : candidates) {
                if (i != best)
                    m_targets[i] = renamed(m_targets[i], freeName(series, m_columns[i].name));
            }
        }
        // The same custom field twice: the second one under its own header, a number or an address as the next one.
        QSet<QString> taken;
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (m_targets[i].kind != Kind::Custom)
                continue;
            if (taken.contains(m_targets[i].name))
                m_targets[i].name = freeName(seriesOf(m_targets[i].name), m_columns[i].name);
            taken.insert(m_targets[i].name);
        }
        // "Nome" beside "Cognome" is a first name; alone, with two words a cell, it is the whole name.
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            const bool loneFirstName =
                m_targets[i].isField(Field::FirstName) && !ColumnMapping{m_targets, {}}.has(Field::LastName);
            if (loneFirstName && m_match.profile(i).looksLikeFullName())
                m_targets[i].kind = Kind::FullName;
        }
    }

    static ColumnTarget renamed(const ColumnTarget &target, const QString &name)
    {
        ColumnTarget custom = ColumnTarget::custom(name);
        custom.evidence = target.evidence;
        return custom;
    }

    // Where there is only a number of the office, it is the number.
    void promoteNumber()
    {
        if (ColumnMapping{m_targets, {}}.has(Field::Phone))
            return;
        for (ColumnTarget &target : m_targets) {
            if (target.kind == Kind::Custom && seriesOf(target.name) == "phone"_L1) {
                const Evidence evidence = target.evidence;
                target = ColumnTarget::standard(Field::Phone);
                target.evidence = evidence;
                return;
            }
        }
    }

    // Where nobody's home is filled in, people are where they work.
    void promoteWorkplace()
    {
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (isKnown(i) || m_match.profile(i).filled() == 0)
                continue;
            const ColumnTarget target = m_match.matchWorkplace(i);
            const auto isSame = [&](const ColumnTarget &other) {
                return isKnown(other) && other.kind == target.kind &&
                       (target.kind == Kind::Standard ? other.field == target.field : other.name == target.name);
            };
            if (!isOfPlace(target) || isFilled(isSame))
                continue;
            for (ColumnTarget &other : m_targets) {
                if (isSame(other))
                    other = {};
            }
            m_targets[i] = target;
        }
    }

    static bool isOfPlace(const ColumnTarget &target)
    {
        return target.isField(Field::City) || target.isField(Field::Province) || target.isField(Field::Region) ||
               (target.kind == Kind::Custom &&
                (target.name == "address"_L1 || target.name == "postalCode"_L1 || target.name == "country"_L1));
    }

    template <typename Is>
    bool isFilled(Is is) const
    {
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (is(m_targets[i]) && m_match.profile(i).filled() > 0)
                return true;
        }
        return false;
    }

    // Names no column of this file has, nor a standard field would be found by.
    QString freeName(const QString &series, const QString &header)
    {
        for (int number = 2; !series.isEmpty() && number <= numberedFields; ++number) {
            const QString name = series + QString::number(number);
            if (!isTaken(name))
                return name;
        }
        const QString own = header.simplified();
        return unusedName(fieldKeyOf(foldedHeader(own)).isEmpty() ? own : own + " 2"_L1);
    }

    QString unusedName(const QString &own) const
    {
        QString name = own;
        for (int number = 2; isTaken(name); ++number)
            name = u"%1 %2"_s.arg(own).arg(number);
        return name;
    }

    bool isTaken(const QString &name) const
    {
        return std::any_of(m_targets.begin(), m_targets.end(), [&](const ColumnTarget &target) {
            return target.kind == Kind::Custom && target.name == name;
        });
    }

    void byLook()
    {
        const ColumnMapping mapping{m_targets, {}};
        bool needsPhone = !mapping.has(Field::Phone), needsEmail = !mapping.has(Field::Email);
        bool needsName =
            !mapping.has(Field::FirstName) && !mapping.has(Field::LastName) && !mapping.has(Kind::FullName);
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (isKnown(i))
                continue;
            ColumnTarget target;
            if (needsPhone && m_match.profile(i).looksLikePhone() && !m_match.header(i).isIdentifier &&
                m_match.readsAsPhones(i))
                target = ColumnTarget::standard(Field::Phone), needsPhone = false;
            else if (needsEmail && m_match.profile(i).looksLikeEmail())
                target = ColumnTarget::standard(Field::Email), needsEmail = false;
            else if (needsName && m_match.profile(i).looksLikeFullName())
                target.kind = Kind::FullName, needsName = false;
            else
                continue;
            // Of whole columns of valid numbers there is no other kind.
            target.isCertain = target.isField(Field::Phone) && m_match.phoneShare(i, false) > 0.95 &&
                               m_match.profile(i).isFiguresOfPhonesThroughout();
            know(i, target, m_hasHeaders ? Evidence::Values : Evidence::Alone);
        }
    }

    void theRest()
    {
        for (qsizetype i = 0; i < m_targets.size(); ++i) {
            if (!isKnown(i)) {
                const bool isEmpty = m_match.profile(i).filled() == 0;
                const ValueKind kind = m_match.profile(i).kind(namesAmount(m_columns[i].name));
                know(i, isEmpty ? ColumnTarget() : ColumnTarget::custom(unusedName(m_match.ownName(i)), kind),
                     isEmpty             ? Evidence::Empty
                     : m_match.isOpen(i) ? Evidence::Open
                                         : Evidence::Rest);
                m_targets[i].isCertain = isEmpty;
            }
            if (m_match.header(i).isLabelOfPhone && m_targets[i].kind == Kind::Custom)
                m_targets[i].says = Says::LineKind;
            m_targets[i] = withProfile(m_targets[i], m_match.profile(i), m_locale);
        }
    }

    const QList<Column> &m_columns;
    ColumnMatch m_match;
    const QLocale m_locale;
    const bool m_hasHeaders;
    QList<ColumnTarget> m_targets;
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
                           const QList<std::pair<QString, ValueKind>> &existingFields, const QLocale &locale,
                           const QString &region, bool hasHeaders)
{
    return Guess(columns, profiles, existingFields, locale, region, hasHeaders).run();
}

} // namespace Elenco
