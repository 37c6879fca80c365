// SPDX-License-Identifier: Apache-2.0
#include "addressbook/door.h"

#include "addressbook/executor.h"

namespace Elenco {

Door::Door(Executor &executor) : m_executor(executor)
{
    connect(&executor, &Executor::changed, this, &Door::changed);
}

} // namespace Elenco
