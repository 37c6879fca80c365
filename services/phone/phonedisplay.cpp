// SPDX-License-Identifier: Apache-2.0
#include "phone/phonedisplay.h"

#include "phone/numberplan.h"

#include <phonenumbers/phonenumberutil.h>

#include <QCoreApplication>

#include <charconv>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace Elenco {

namespace {

QString phoneText(const char *source)
{
    return QCoreApplication::translate("Phone", source);
}

} // namespace

std::string displayPhone(std::string_view e164)
{
    const std::string_view digits = e164.substr(e164.starts_with('+') ? 1 : 0);
    const size_t code = size_t(callingCodeLength(digits));
    if (digits.size() == e164.size() || code == 0 || digits.size() > 17 ||
        digits.find_first_not_of("0123456789") != digits.npos)
        return std::string(e164);
    const std::string_view national = digits.substr(code);
    std::string text;
    // Nearly every row of an Italian address book; the library takes 3 µs and a lock for it.
    if (code == 2 && digits.starts_with("393") && national.size() == 10) {
        text.append("+39 ").append(national.substr(0, 3)).append(" ").append(national.substr(3, 3));
        return text.append(" ").append(national.substr(6));
    }
    PhoneNumber number;
    int callingCode = 0;
    uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + code, callingCode);
    std::from_chars(national.data(), national.data() + national.size(), value);
    number.set_country_code(callingCode);
    number.set_national_number(value);
    if (national.starts_with('0')) {
        number.set_italian_leading_zero(true);
        const size_t zeros = std::min(national.find_first_not_of('0'), national.size() - 1);
        number.set_number_of_leading_zeros(int(zeros));
    }
    PhoneNumberUtil::GetInstance()->Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
    return text;
}

QString displayPhone(const QString &e164)
{
    return QString::fromStdString(displayPhone(std::string_view(e164.toStdString())));
}

QString phoneProblemText(PhoneProblem problem)
{
    switch (problem) {
    case PhoneProblem::None: return {};
    case PhoneProblem::Empty: return phoneText(QT_TRANSLATE_NOOP("Phone", "no number"));
    case PhoneProblem::NotANumber: return phoneText(QT_TRANSLATE_NOOP("Phone", "not a number"));
    case PhoneProblem::TooShort: return phoneText(QT_TRANSLATE_NOOP("Phone", "too short"));
    case PhoneProblem::TooLong: return phoneText(QT_TRANSLATE_NOOP("Phone", "too long"));
    case PhoneProblem::InvalidForRegion: return phoneText(QT_TRANSLATE_NOOP("Phone", "no such number"));
    case PhoneProblem::UnknownCountry: return phoneText(QT_TRANSLATE_NOOP("Phone", "unknown country"));
    case PhoneProblem::Destroyed: return phoneText(QT_TRANSLATE_NOOP("Phone", "digits lost"));
    case PhoneProblem::NeedsRepair: return phoneText(QT_TRANSLATE_NOOP("Phone", "needs repair"));
    }
    return {};
}

} // namespace Elenco
