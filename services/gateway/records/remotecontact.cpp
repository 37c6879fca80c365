// SPDX-License-Identifier: Apache-2.0
#include "gateway/records/remotecontact.h"

namespace Elenco {

bool ContactChange::isEmpty() const
{
    ContactChange nothing;
    nothing.readName = readName;
    return *this == nothing;
}

} // namespace Elenco
