// SPDX-License-Identifier: Apache-2.0
#include "phone/repairkind.h"

#include "core/asciitext.h"

#include <QCoreApplication>

#include <string>

namespace Elenco {

namespace {

std::string figuresOf(std::string_view text)
{
    std::string figures;
    for (const char c : text) {
        if (isDigit(c))
            figures += c;
    }
    return figures;
}

/// `whole` with one '0' less, wherever it stands.
bool isWithoutOneZero(std::string_view whole, std::string_view shorter)
{
    for (size_t at = whole.find('0'); at != std::string_view::npos; at = whole.find('0', at + 1)) {
        if (whole.size() == shorter.size() + 1 && whole.substr(0, at) == shorter.substr(0, at) &&
            whole.substr(at + 1) == shorter.substr(at))
            return true;
    }
    return false;
}

} // namespace

RepairKind repairKindOf(std::string_view typed, std::string_view repaired)
{
    if (typed.ends_with(".0") || typed.ends_with(",0"))
        return RepairKind::BentFigures; // a spreadsheet took it for a number
    const std::string before = figuresOf(typed), after = figuresOf(repaired);
    if (before == after)
        return typed.find('+') == std::string_view::npos && typed.find_first_of("EeOoIl.,") == std::string_view::npos
                   ? RepairKind::LostPlus
                   : RepairKind::BentFigures;
    if (after.starts_with("390") && (before == after.substr(3) || before == "39" + after.substr(3)))
        return RepairKind::LostZero;
    if (before == "00" + after || isWithoutOneZero(before, after) || before == "0" + after.substr(2))
        return RepairKind::NeedlessZero;
    if (before.size() > after.size() && before.ends_with(after.substr(2)) && before.starts_with(after.substr(0, 2)))
        return RepairKind::RepeatedPrefix;
    return RepairKind::BentFigures;
}

QString repairKindText(RepairKind kind)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("Phone", source); };
    switch (kind) {
    case RepairKind::LostPlus: return text(QT_TRANSLATE_NOOP("Phone", "the + is missing"));
    case RepairKind::LostZero: return text(QT_TRANSLATE_NOOP("Phone", "the landline's zero is missing"));
    case RepairKind::NeedlessZero: return text(QT_TRANSLATE_NOOP("Phone", "a zero too many"));
    case RepairKind::RepeatedPrefix: return text(QT_TRANSLATE_NOOP("Phone", "the prefix is there twice"));
    case RepairKind::BentFigures: return text(QT_TRANSLATE_NOOP("Phone", "figures bent by a program or by hand"));
    }
    return {};
}

} // namespace Elenco
