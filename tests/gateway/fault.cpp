// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/fault.h"

#include <array>
#include <utility>

namespace Elenco::Practice {

namespace {

constexpr std::pair<Fault, QStringView> names[] = {
    {Fault::None, u"none"},
    {Fault::Drop, u"drop"},
    {Fault::Lost, u"lost"},
    {Fault::Cut, u"cut"},
    {Fault::Reset, u"reset"},
    {Fault::ResetApplied, u"reset-applied"},
    {Fault::Hang, u"hang"},
    {Fault::Delay, u"delay"},
    {Fault::Drip, u"drip"},
    {Fault::Throttle, u"throttle"},
    {Fault::Unauthorised, u"unauthorised"},
    {Fault::Forbidden, u"forbidden"},
    {Fault::Error, u"error"},
    {Fault::ErrorApplied, u"error-applied"},
    {Fault::RequestTimeout, u"timeout"},
    {Fault::BadGateway, u"bad-gateway"},
    {Fault::Unavailable, u"unavailable"},
    {Fault::GatewayTimeout, u"gateway-timeout"},
    {Fault::HtmlError, u"html"},
    {Fault::HtmlOk, u"portal"},
    {Fault::HtmlNotFound, u"html-404"},
    {Fault::Redirect, u"redirect"},
    {Fault::WrongType, u"wrong-type"},
    {Fault::EmptyBody, u"empty"},
    {Fault::WrongJson, u"wrong-json"},
    {Fault::ShiftedPage, u"shift"},
    {Fault::ShortPage, u"short"},
    {Fault::EmptyList, u"empty-list"},
    {Fault::IgnoredFilters, u"unfiltered"},
    {Fault::ContactDeleted, u"contact-deleted"},
    {Fault::ListDeleted, u"list-deleted"},
    {Fault::BodyDropped, u"bodyless"},
    {Fault::Duplicate, u"duplicate"},
    {Fault::AnsweredTwice, u"answered-twice"},
};

} // namespace

QString faultName(Fault fault)
{
    for (const auto &[known, name] : names) {
        if (known == fault)
            return name.toString();
    }
    return {};
}

std::optional<Fault> faultOfName(QStringView name)
{
    for (const auto &[fault, known] : names) {
        if (known == name && fault != Fault::None)
            return fault;
    }
    return std::nullopt;
}

std::span<const Fault> allFaults()
{
    static const auto faults = [] {
        std::array<Fault, std::size(names) - 1> all{};
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = names[i + 1].first;
        return all;
    }();
    return faults;
}

} // namespace Elenco::Practice
