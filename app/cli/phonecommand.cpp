// SPDX-License-Identifier: Apache-2.0
#include "app/cli/phonecommand.h"

#include "phone/phoneparser.h"
#include "phone/region.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

QLatin1StringView problemName(PhoneProblem problem)
{
    switch (problem) {
    case PhoneProblem::None: return ""_L1;
    case PhoneProblem::Empty: return "EMPTY"_L1;
    case PhoneProblem::NotANumber: return "NOT_A_NUMBER"_L1;
    case PhoneProblem::TooShort: return "TOO_SHORT"_L1;
    case PhoneProblem::TooLong: return "TOO_LONG"_L1;
    case PhoneProblem::InvalidForRegion: return "INVALID_FOR_REGION"_L1;
    case PhoneProblem::UnknownCountry: return "UNKNOWN_COUNTRY"_L1;
    case PhoneProblem::Destroyed: return "DESTROYED"_L1;
    case PhoneProblem::NeedsRepair: return "NEEDS_REPAIR"_L1;
    }
    return ""_L1;
}

QJsonValue textOrNull(const std::string &text)
{
    return text.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromStdString(text));
}

QByteArray answer(const std::string &input, const PhoneReading &reading)
{
    QJsonObject object{
        {"input"_L1, QString::fromStdString(input)}, {"e164"_L1, textOrNull(reading.e164)},
        {"type"_L1, lineKindName(reading.kind)},     {"valid"_L1, reading.problem == PhoneProblem::None},
        {"repair"_L1, textOrNull(reading.repair)},
    };
    if (reading.problem != PhoneProblem::None)
        object.insert("problem"_L1, problemName(reading.problem));
    if (!reading.others.empty()) {
        QJsonArray others;
        for (const std::string &other : reading.others)
            others.append(QString::fromStdString(other));
        object.insert("others"_L1, others);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isRegion(const std::string &code)
{
    const auto &all = regions();
    return code == "ZZ" || std::any_of(all.begin(), all.end(), [&](const Region &r) { return r.code == code; });
}

} // namespace

QLatin1StringView lineKindName(LineKind kind)
{
    switch (kind) {
    case LineKind::Unknown: return "UNKNOWN"_L1;
    case LineKind::Mobile: return "MOBILE"_L1;
    case LineKind::FixedLine: return "FIXED_LINE"_L1;
    case LineKind::FixedLineOrMobile: return "FIXED_LINE_OR_MOBILE"_L1;
    case LineKind::TollFree: return "TOLL_FREE"_L1;
    case LineKind::PremiumRate: return "PREMIUM_RATE"_L1;
    case LineKind::SharedCost: return "SHARED_COST"_L1;
    case LineKind::Voip: return "VOIP"_L1;
    case LineKind::PersonalNumber: return "PERSONAL_NUMBER"_L1;
    case LineKind::Pager: return "PAGER"_L1;
    case LineKind::Uan: return "UAN"_L1;
    case LineKind::Voicemail: return "VOICEMAIL"_L1;
    }
    return "UNKNOWN"_L1;
}

int phoneCommand(const QStringList &arguments, const CommandContext &context)
{
    std::string region = "IT";
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] != "--region"_L1 || i + 1 == arguments.size()) {
            std::fprintf(stderr, "usage: elenco-cli phone [--region IT] < numbers\n");
            return WrongUsage;
        }
        region = arguments[++i].toUpper().toStdString();
    }
    if (!isRegion(region)) {
        std::fprintf(stderr, "phone: no such country: %s\n", region.c_str());
        return WrongUsage;
    }
    PhoneParser parser(region);
    for (std::string line; !context.control.isCancelled() && std::getline(std::cin, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        const QByteArray json = answer(line, parser.read(line)) + '\n';
        std::fwrite(json.constData(), 1, size_t(json.size()), stdout);
    }
    return Done;
}

} // namespace Elenco
