// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "phone/phoneparser.h"

#include <QString>

namespace Elenco {

/// "+39 340 123 4567" for "+393401234567"; anything that is not E.164 comes back as it is.
std::string displayPhone(std::string_view e164);
QString displayPhone(const QString &e164);

/// What is wrong, in two or three words of the user's language: "too short". Empty for None.
QString phoneProblemText(PhoneProblem problem);

} // namespace Elenco
