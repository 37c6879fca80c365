// SPDX-License-Identifier: Apache-2.0
#include "gateway/remotecontact.h"

namespace Elenco {

bool ContactChange::isEmpty() const
{
    return *this == ContactChange();
}

} // namespace Elenco
