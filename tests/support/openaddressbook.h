// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "addressbook/executor.h"

namespace Elenco {

/// An address book whose file and writer a suite gets at, past its doors.
class OpenAddressBook : public AddressBook
{
public:
    using AddressBook::AddressBook;

    using AddressBook::executor;
    Workspace &workspace() { return executor().workspace(); }
    QThreadPool &writer() { return executor().writer(); }
};

} // namespace Elenco
