// SPDX-License-Identifier: Apache-2.0
#include "importing/columnmatch.h"

#include "phone/phoneparser.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

using Kind = ColumnTarget::Kind;
using Evidence = ColumnTarget::Evidence;
using Says = ColumnTarget::Says;
using Meaning = HeaderReading::Meaning;

bool isAmong(const char *list, const QString &word)
{
    return !word.isEmpty() && QString(QLatin1String(list)).split(u'|').contains(word);
}

constexpr char fullNameAliases[] =
    "nomeecognome|nomecognome|nominativo|fullname|name|displayname|nomecompleto|contatto|contact|contactname|"
    "cliente|nomecliente|denominazione|nomeutente|nomevisualizzato|vollstandigername|nomcomplet|nombrecompleto|"
    "nometecognome|fileas";
constexpr char familyFirstAliases[] = "cognomeenome|cognomenome|lastnamefirstname|namevorname|nachnamevorname";
constexpr char tagAliases[] =
    "tag|tags|etichette|etichetta|labels|label|categorie|categoria|categories|category|gruppi|gruppo|groups|group|"
    "groupmembership|kategorien|categorias|etiquetas|etiquettes|segmento";
constexpr char listAliases[] = "lists|liste";
// Words that many things are called by: the values must agree.
constexpr char weakPhoneAliases[] = "numero|sms|whatsapp|handy|mobil|mobile|cell|portable|recapito|movil|celular";

} // namespace

ColumnMatch::ColumnMatch(const QList<Column> &columns, const std::vector<ColumnProfile> &profiles,
                         const QList<std::pair<QString, ValueKind>> &existing, const QString &region)
    : m_columns(columns), m_profiles(profiles), m_existing(existing), m_region(region)
{
    for (const Column &column : columns)
        m_headers.append(readHeader(column.name));
}

const ColumnProfile &ColumnMatch::profile(qsizetype i) const
{
    static const ColumnProfile empty;
    return static_cast<size_t>(i) < m_profiles.size() ? m_profiles[static_cast<size_t>(i)] : empty;
}

ColumnTarget ColumnMatch::match(qsizetype i)
{
    m_found = {};
    if ((!m_columns[i].key.isEmpty() && byProperty(i)) || byStanding(i) || byPlace(i) ||
        byAlias(i, foldedHeader(m_columns[i].name)) || byWords(i) ||
        (!isOpen(i) && !m_headers[i].unqualified.isEmpty() && byAlias(i, m_headers[i].unqualified)))
        return m_found;
    const QString folded = foldedHeader(m_columns[i].name);
    for (const auto &[name, kind] : m_existing) {
        if (!isOpen(i) && foldedHeader(name) == folded)
            know(ColumnTarget::custom(name, kind));
    }
    return m_found;
}

bool ColumnMatch::know(ColumnTarget target, ColumnTarget::Evidence evidence)
{
    target.evidence = evidence;
    m_found = std::move(target);
    return true;
}

bool ColumnMatch::know(ColumnTarget::Kind kind)
{
    ColumnTarget target;
    target.kind = kind;
    return know(target);
}

bool ColumnMatch::byProperty(qsizetype i)
{
    const QString &key = m_columns[i].key;
    if (key == "FN"_L1 || key == "CATEGORIES"_L1) {
        know(key == "FN"_L1 ? Kind::FullName : Kind::Tags);
        m_found.evidence = Evidence::Property;
        return true;
    }
    for (const FieldInfo &info : fieldTable()) {
        if (isAmong(info.vcardKeys, key)) {
            return know(ColumnTarget::standard(info.field), Evidence::Property);
        }
    }
    for (const KnownCustomField &known : knownCustomFields()) {
        if (isAmong(known.vcardKeys, key)) {
            return know(ColumnTarget::custom(QLatin1String(known.name), known.kind), Evidence::Property);
        }
    }
    return false;
}

// Who is to be left alone: a column of flags, or of words.
bool ColumnMatch::byStanding(qsizetype i)
{
    const HeaderReading &header = m_headers[i];
    const ColumnProfile &values = profile(i);
    if (values.filled() == 0)
        return false;
    ColumnTarget target = ColumnTarget::custom(ownName(i), values.kind());
    const bool isFlagOfChannel = header.meaning == Meaning::Phone && values.looksLikeAnswers() &&
                                 (header.isMobile || header.channel == HeaderReading::Channel::Phone);
    if (header.meaning == Meaning::OptOut)
        target.says = Says::OptedOut;
    else if (header.meaning == Meaning::Consent || isFlagOfChannel)
        target.says = Says::Consent;
    else if (header.meaning == Meaning::Status && values.looksLikeStanding())
        target.says = Says::Standing;
    else
        return false;
    return know(target);
}

// "Ufficio" may be a department; with numbers in it, it is where they ring.
bool ColumnMatch::byPlace(qsizetype i)
{
    return m_headers[i].isPlaceAlone && readsAsPhones(i) && know(ColumnTarget::standard(Field::Phone));
}

bool ColumnMatch::byAlias(qsizetype i, const QString &folded)
{
    if (isAmong(fullNameAliases, folded) || isAmong(familyFirstAliases, folded)) {
        know(Kind::FullName);
        m_found.familyNameFirst = isAmong(familyFirstAliases, folded);
        return true;
    }
    if (isAmong(tagAliases, folded)) {
        return know(Kind::Tags);
    }
    if (isAmong(listAliases, folded)) { // our own exports say there which lists somebody was in
        return know(Kind::Ignore);
    }
    for (const FieldInfo &info : fieldTable()) {
        if (!isAmong(info.aliases, folded) && foldedHeader(QLatin1String(info.key)) != folded)
            continue;
        if (contradicts(i, info.field, folded)) {
            m_open.insert(i);
            return false;
        }
        // Where provinces have signs, a "state" that is one of them is none of the regions.
        const bool isProvince = info.field == Field::Region && m_region == "IT"_L1 && profile(i).looksLikeProvinces();
        return know(ColumnTarget::standard(isProvince ? Field::Province : info.field));
    }
    for (const KnownCustomField &known : knownCustomFields()) {
        if (!isAmong(known.aliases, folded) && foldedHeader(QLatin1String(known.name)) != folded)
            continue;
        // "Birth Day" may be the day alone.
        if (QLatin1String(known.name) == "birthday"_L1 && profile(i).isWholeUpTo(2))
            return false;
        // Beside a "Job Title", a "Title" is what somebody is addressed by.
        if (folded == "title"_L1 && isNamed(u"jobtitle"_s))
            return know(ColumnTarget::custom(u"prefix"_s));
        // "Prefisso" before a number is none of a name.
        if (QLatin1String(known.name) == "prefix"_L1 && profile(i).looksLikePrefix())
            return false;
        return know(ColumnTarget::custom(QLatin1String(known.name), known.kind));
    }
    return false;
}

ColumnTarget ColumnMatch::matchWorkplace(qsizetype i)
{
    m_found = {};
    if (!isOpen(i) && !m_headers[i].atWork.isEmpty())
        byAlias(i, m_headers[i].atWork);
    return m_found;
}

bool ColumnMatch::isNamed(const QString &alias) const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
                       [&](const Column &column) { return foldedHeader(column.name) == alias; });
}

bool ColumnMatch::contradicts(qsizetype i, Field field, const QString &folded) const
{
    const ColumnProfile &values = profile(i);
    switch (field) {
    case Field::Phone:
        return values.isNobodysPhone() || (isAmong(weakPhoneAliases, folded) && values.filled() > 0 &&
                                           (values.looksLikeEmail() || !values.hasFiguresOfPhones()));
    case Field::Region: return values.looksLikeStanding() || values.looksLikeAnswers() || values.isWholeUpTo(9);
    case Field::FirstName:
    case Field::LastName:
    case Field::Email:
    case Field::Gender:
    case Field::City:
    case Field::Province: return false;
    }
    Q_UNREACHABLE();
}
bool ColumnMatch::byWords(qsizetype i)
{
    const HeaderReading &header = m_headers[i];
    const ColumnProfile &values = profile(i);
    switch (header.meaning) {
    case Meaning::Phone:
        if (values.isNobodysPhone() || (!header.isPlain && !readsAsPhones(i)) ||
            (header.isIdentifier && !readsAsPhones(i)))
            return false;
        return know(ColumnTarget::standard(Field::Phone));
    case Meaning::Email:
        if (!header.isPlain && !values.looksLikeEmail())
            return false;
        return know(ColumnTarget::standard(Field::Email));
    case Meaning::Fax: know(ColumnTarget::custom(u"fax"_s)); return true;
    case Meaning::Prefix:
        if (!values.looksLikePrefix())
            return false;
        return know(Kind::Prefix);
    case Meaning::BirthDay: return values.isWholeUpTo(2) && know(Kind::BirthDay);
    case Meaning::BirthMonth: return values.filled() > 0 && know(Kind::BirthMonth);
    case Meaning::BirthYear: return values.isWholeUpTo(4) && know(Kind::BirthYear);
    case Meaning::OptOut:
    case Meaning::Consent:
    case Meaning::Status:
    case Meaning::Unknown: return false;
    }
    Q_UNREACHABLE();
}

QString ColumnMatch::ownName(qsizetype i) const
{
    const QString name = m_columns[i].name.simplified();
    const QString folded = foldedHeader(name);
    for (const auto &[existing, kind] : m_existing) {
        if (foldedHeader(existing) == folded)
            return existing;
    }
    return name.isEmpty() ? u"column %1"_s.arg(i + 1) : name;
}

double ColumnMatch::phoneShare(qsizetype i, bool withRepairs) const
{
    const std::vector<std::string> &samples = profile(i).phoneSamples();
    if (samples.empty() || profile(i).isNobodysPhone())
        return 0;
    if (m_region.isEmpty())
        return profile(i).looksLikePhone() ? 0.6 : 0;
    PhoneParser parser(m_region.toStdString());
    size_t read = 0;
    for (const std::string &sample : samples) {
        const PhoneProblem problem = parser.read(sample).problem;
        read += problem == PhoneProblem::None || (withRepairs && problem == PhoneProblem::NeedsRepair);
    }
    return static_cast<double>(read) / static_cast<double>(samples.size());
}

} // namespace Elenco
