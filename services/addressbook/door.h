// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/changeset.h"
#include "core/command.h"
#include "core/task.h"
#include "store/database/bookchange.h"

#include <QObject>

namespace Elenco {

class Executor;

/// One subject of an address book, as everything with an event loop uses it: whoever needs a subject holds its door and
/// no other. A question is a Task and ends with who asked it; a change is a Command and happens, whatever becomes of
/// who asked for it. `context` is who waits. GUI thread.
class Door : public QObject
{
    Q_OBJECT

public:
    explicit Door(Executor &executor);

Q_SIGNALS:
    /// Contacts, lists, tags, or what stands between them and the gateway were changed and committed.
    void changed(const Elenco::BookChange &change);

protected:
    Executor &m_executor;
};

} // namespace Elenco
