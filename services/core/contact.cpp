// SPDX-License-Identifier: Apache-2.0
#include "core/contact.h"

namespace Elenco {

QString Contact::fullName() const
{
    if (firstName.isEmpty() || lastName.isEmpty())
        return firstName + lastName;
    return firstName + QLatin1Char(' ') + lastName;
}

QString Contact::displayName() const
{
    const QString name = fullName();
    return !name.isEmpty() ? name : phoneNumber.isEmpty() ? email : phoneNumber;
}

} // namespace Elenco
