// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/fault.h"
#include "tests/gateway/options.h"

#include <QList>
#include <QString>

#include <array>

namespace Elenco {

/// One thing that happens. Whom it is about is drawn from what is there when it happens, by `picks`, so that a step
/// keeps its meaning when others before it are left out.
struct SeedStep {
    enum class Kind {
        // A person at a desk.
        AddContact,
        EditField,
        EditMany,
        ClearField,
        ChangeNumber,
        SwapNumbers,
        DeleteContact,
        AddTag,
        RemoveTag,
        AddList,
        RenameList,
        DeleteList,
        Join,
        Leave,
        Import,
        Undo,
        Resolve,
        // Somebody at the gateway's own dashboard.
        DashboardAdd,
        DashboardEdit,
        DashboardExtra,
        DashboardTag,
        DashboardTwin, ///< another contact with a number that is there: old data
        DashboardDelete,
        DashboardClear, ///< all contacts
        DashboardJoin,
        DashboardLeave,
        DashboardList,
        DashboardRename,
        DashboardDeleteList,
        // The sync of a desk.
        Request, ///< begins one, or lets its next request through
        Stop,
        ClockJump,    ///< the wall clock of a desk goes ten years back or on
        KillBefore,   ///< the program dies before its request arrives
        KillAfter,    ///< the request is carried out, and nobody is there to hear of it
        KillAtCommit, ///< it dies in the middle of a commit that comes soon
    };

    Kind kind = Kind::Request;
    int number = 0; ///< values that it types bear it: "A-17"
    int desk = 0;
    Practice::Fault fault = Practice::Fault::None;
    std::array<quint32, 3> picks{};

    QString text() const;
};

/// What a seed means: a gateway and a course of steps.
struct SeedScript {
    quint32 seed = 0;
    Practice::Options gateway;
    qint64 mostSingles = 300; ///< new contacts that a desk sends one by one; more of them go in files
    QList<SeedStep> steps;

    static SeedScript of(quint32 seed);
    QString text() const; ///< one step a line
};

/// Whom or what a pick means, of those that are there.
template <typename List>
const auto &picked(const List &list, quint32 pick)
{
    return list[static_cast<qsizetype>(pick % static_cast<quint32>(list.size()))];
}

} // namespace Elenco
