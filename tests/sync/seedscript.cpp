// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedscript.h"

#include "tests/gateway/manner.h"

#include <QStringList>

#include <random>

namespace Elenco {

using namespace Qt::StringLiterals;
using Kind = SeedStep::Kind;
using Practice::Fault;

namespace {

constexpr std::array names{
    "add contact",
    "edit field",
    "edit many",
    "clear field",
    "change number",
    "swap numbers",
    "delete contact",
    "add tag",
    "remove tag",
    "add list",
    "rename list",
    "delete list",
    "join",
    "leave",
    "import",
    "undo",
    "resolve",
    "dashboard add",
    "dashboard edit",
    "dashboard extra",
    "dashboard tag",
    "dashboard twin",
    "dashboard delete",
    "dashboard clear",
    "dashboard join",
    "dashboard leave",
    "dashboard list",
    "dashboard rename",
    "dashboard delete list",
    "request",
    "stop",
    "clock jump",
    "kill before",
    "kill after",
    "kill at commit",
};
static_assert(names.size() == static_cast<size_t>(Kind::KillAtCommit) + 1);

struct Weight {
    Kind kind;
    int weight;
};
constexpr Weight weights[] = {
    {Kind::AddContact, 50},
    {Kind::EditField, 60},
    {Kind::EditMany, 5},
    {Kind::ClearField, 8},
    {Kind::ChangeNumber, 14},
    {Kind::SwapNumbers, 5},
    {Kind::DeleteContact, 16},
    {Kind::AddTag, 6},
    {Kind::RemoveTag, 2},
    {Kind::AddList, 10},
    {Kind::RenameList, 8},
    {Kind::DeleteList, 4},
    {Kind::Join, 18},
    {Kind::Leave, 8},
    {Kind::Import, 4},
    {Kind::Undo, 14},
    {Kind::Resolve, 14},
    {Kind::DashboardAdd, 8},
    {Kind::DashboardEdit, 26},
    {Kind::DashboardExtra, 6},
    {Kind::DashboardTag, 4},
    {Kind::DashboardTwin, 1},
    {Kind::DashboardDelete, 10},
    {Kind::DashboardClear, 1},
    {Kind::DashboardJoin, 5},
    {Kind::DashboardLeave, 4},
    {Kind::DashboardList, 3},
    {Kind::DashboardRename, 4},
    {Kind::DashboardDeleteList, 3},
    {Kind::Request, 760},
    {Kind::Stop, 5},
    {Kind::ClockJump, 3},
    {Kind::KillBefore, 8},
    {Kind::KillAfter, 8},
    {Kind::KillAtCommit, 8},
};

// A copy of a list's creation makes a second list whatever a client does: no desk can cause or prevent it. What others
// do meanwhile are steps of their own.
constexpr Fault faults[] = {
    Fault::Drop,
    Fault::Drop,
    Fault::Drop,
    Fault::Lost,
    Fault::Lost,
    Fault::Lost,
    Fault::Lost,
    Fault::Cut,
    Fault::Cut,
    Fault::Reset,
    Fault::ResetApplied,
    Fault::Hang,
    Fault::Throttle,
    Fault::Throttle,
    Fault::Unauthorised,
    Fault::Forbidden,
    Fault::Error,
    Fault::ErrorApplied,
    Fault::ErrorApplied,
    Fault::RequestTimeout,
    Fault::BadGateway,
    Fault::Unavailable,
    Fault::GatewayTimeout,
    Fault::HtmlError,
    Fault::HtmlOk,
    Fault::HtmlNotFound,
    Fault::HtmlNotFound,
    Fault::Redirect,
    Fault::WrongType,
    Fault::EmptyBody,
    Fault::WrongJson,
    Fault::ShiftedPage,
    Fault::ShortPage,
    Fault::ShortPage,
    Fault::EmptyList,
    Fault::EmptyList,
    Fault::IgnoredFilters,
    Fault::BodyDropped,
    Fault::Duplicate,
    Fault::Duplicate,
};

using Random = std::mt19937;

// The library's distributions differ between compilers; a seed is to mean the same everywhere.
quint32 below(Random &random, quint32 bound)
{
    return static_cast<quint32>((quint64{random()} * bound) >> 32);
}

Practice::Options gatewayOf(Random &random, quint32 seed)
{
    Practice::Options options;
    options.dialect = static_cast<Practice::Dialect>(seed % 4);
    options.replacingPut = below(random, 2) == 0;
    options.mergingCustomFields = below(random, 3) == 0;
    options.pageMaximum = static_cast<int>(3 + below(random, 3));
    if (below(random, 3) == 0)
        options.quota = 9;
    if (below(random, 8) == 0)
        options.ignoredParameters.append(u"sortBy"_s);
    if (below(random, 10) == 0)
        options.ignoredParameters.append(u"phoneNumber"_s);
    // What no document says, by the seed's own figures, so that the courses of other seeds stay as they are.
    options.listing = seed / 16 % 3 == 0 ? Practice::Listing::Whole : Practice::Listing::AsDialect;
    if (seed / 32 % 4 == 1)
        options.droppedFields = {u"customFields"_s};
    if (seed / 4 % 5 == 2)
        options.firstPage = static_cast<int>(seed / 20 % 2);
    options.strict = seed / 64 % 4 == 1 || seed / 64 % 4 == 2;
    return options;
}

Kind kindOf(Random &random)
{
    static const int sum = [] {
        int total = 0;
        for (const Weight &weight : weights)
            total += weight.weight;
        return total;
    }();
    int left = static_cast<int>(below(random, static_cast<quint32>(sum)));
    for (const Weight &weight : weights) {
        left -= weight.weight;
        if (left < 0)
            return weight.kind;
    }
    Q_UNREACHABLE();
}

// Everybody works on the same two fields of the same two contacts: what is rare elsewhere, two desks that write one
// value at the same time, is all that happens here.
void crowd(SeedStep &step)
{
    switch (step.kind) {
    case Kind::AddContact:
    case Kind::DashboardAdd:
    case Kind::Import:
        if (step.number <= 3)
            break;
        [[fallthrough]];
    case Kind::EditMany:
    case Kind::ClearField:
    case Kind::ChangeNumber:
    case Kind::SwapNumbers:
    case Kind::DeleteContact:
    case Kind::DashboardTwin:
    case Kind::DashboardDelete:
    case Kind::DashboardClear: step.kind = Kind::EditField; break;
    default: break;
    }
    if (step.kind == Kind::EditField || step.kind == Kind::DashboardEdit) {
        step.picks[0] %= 2;
        step.picks[1] &= ~1U; // the first name or the city
    }
}

} // namespace

QString SeedStep::text() const
{
    QString line =
        u"%1. %2 %3"_s.arg(number).arg(QChar(u'A' + desk)).arg(QLatin1String(names[static_cast<size_t>(kind)]));
    if (fault != Fault::None)
        line += u" ("_s + Practice::faultName(fault) + u')';
    return line + u" %1/%2/%3"_s.arg(picks[0] % 840).arg(picks[1] % 840).arg(picks[2] % 840);
}

SeedScript SeedScript::of(quint32 seed)
{
    Random random(seed * 2654435761U + 17);
    SeedScript script;
    script.seed = seed;
    script.gateway = gatewayOf(random, seed);
    if (seed / 4 % 3 == 1)
        script.mostSingles = 1;
    const bool isCrowded = seed / 8 % 4 == 3;
    // Some days are calm, and some are not.
    constexpr std::array<quint32, 5> rates{20, 60, 120, 200, 350};
    const quint32 rate = rates[below(random, rates.size())];
    const int length = seed % 8 == 7 ? 400 : 130;
    for (int number = 1; number <= length; ++number) {
        SeedStep step;
        step.number = number;
        step.desk = static_cast<int>(below(random, 2));
        step.kind = kindOf(random);
        // The first steps only fill the address books, or there is nothing to go wrong with.
        if (number <= 6)
            step.kind = number % 3 == 0 ? Kind::DashboardAdd : Kind::AddContact;
        for (quint32 &pick : step.picks)
            pick = random();
        if (isCrowded)
            crowd(step);
        if (step.kind == Kind::Request && below(random, 1000) < rate)
            step.fault = faults[below(random, std::size(faults))];
        script.steps.append(step);
    }
    return script;
}

QString SeedScript::text() const
{
    QStringList lines{
        u"seed %1: %2%3%4%9%10%11%12, pages of %5, quota %6, ignores \"%7\", one by one up to %8"_s.arg(seed)
            .arg(Practice::dialectName(gateway.dialect), gateway.replacingPut ? u", PUT replaces"_s : u""_s,
                 gateway.mergingCustomFields ? u", custom fields merge"_s : u""_s)
            .arg(gateway.pageMaximum.value_or(0))
            .arg(gateway.quota)
            .arg(gateway.ignoredParameters.join(u','))
            .arg(mostSingles)
            .arg(gateway.listing == Practice::Listing::Whole ? u", whole listings"_s : u""_s,
                 gateway.droppedFields.isEmpty() ? QString() : u", drops "_s + gateway.droppedFields.join(u','),
                 gateway.firstPage ? u", first page %1"_s.arg(*gateway.firstPage) : u""_s,
                 gateway.strict ? u", strict"_s : u""_s)};
    for (const SeedStep &step : steps)
        lines.append(step.text());
    return lines.join(u'\n');
}

} // namespace Elenco
