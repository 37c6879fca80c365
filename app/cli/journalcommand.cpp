// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "store/database/workspace.h"
#include "store/imports/importrun.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"

#include <QJsonArray>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

const char *kindName(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Import: return "import";
    case ChangeKind::Undo: return "undo";
    case ChangeKind::TagsChanged: return "tags";
    case ChangeKind::ListsChanged: return "lists";
    case ChangeKind::ListCreated: return "new list";
    case ChangeKind::ListRenamed: return "renamed list";
    case ChangeKind::ListDeleted: return "deleted list";
    case ChangeKind::Edit: return "edit";
    case ChangeKind::Deleted: return "deleted";
    case ChangeKind::Sync: return "sync";
    case ChangeKind::ConflictResolved: return "resolved conflict";
    case ChangeKind::ContactCreated: return "new contact";
    case ChangeKind::Discarded: return "taken back unsent";
    }
    Q_UNREACHABLE();
}

QJsonValue idOrNull(ChangeSetId id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue();
}

} // namespace

int historyCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const int limit = arguments.take("--limit"_L1).value_or(u"50"_s).toInt();
    if (!arguments.operands().isEmpty() || !arguments.error().isEmpty() || limit <= 0)
        return wrongUsage(u"history takes --limit N only"_s, historyUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<QList<ImportRun>> pending = pendingImports(**workspace);
    if (!pending)
        return refuse(pending.error());
    const Result<QList<ChangeSet>> sets = history(**workspace, limit);
    if (!sets)
        return refuse(sets.error());
    for (const ImportRun &run : *pending) {
        if (context.json)
            printJson({{"id"_L1, QJsonValue()},
                       {"kind"_L1, "rehearsal"_L1},
                       {"subject"_L1, run.filePath},
                       {"when"_L1, run.when.toString(Qt::ISODate)}});
        else
            printLine(u"   wait  %1  rehearsed, not imported  %2"_s.arg(
                run.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), run.filePath));
    }
    for (const ChangeSet &set : *sets) {
        if (context.json) {
            printJson({{"id"_L1, set.id.value},
                       {"kind"_L1, QLatin1String(kindName(set.kind))},
                       {"subject"_L1, set.subject},
                       {"when"_L1, set.when.toString(Qt::ISODate)},
                       {"contacts"_L1, set.contacts},
                       {"undoneBy"_L1, idOrNull(set.undoneBy)},
                       {"undoes"_L1, idOrNull(set.undoes)}});
        } else {
            const QString undone = set.undoneBy.isValid() ? u"  (undone by %1)"_s.arg(set.undoneBy.value)
                                   : set.undoes.isValid() ? u"  (of %1)"_s.arg(set.undoes.value)
                                                          : QString();
            printLine(
                u"%1  %2  %3  %4 contacts  %5%6"_s.arg(set.id.value, 7)
                    .arg(set.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), QLatin1String(kindName(set.kind)))
                    .arg(set.contacts)
                    .arg(set.subject, undone));
        }
    }
    return Done;
}

int undoCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const QStringList operands = arguments.operands();
    bool isNumber = true;
    ChangeSetId id(operands.isEmpty() ? 0 : operands.first().toLongLong(&isNumber));
    if (!arguments.error().isEmpty() || operands.size() > 1 || !isNumber)
        return wrongUsage(u"undo takes the number of a change, as history shows it"_s, undoUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace);
    if (!workspace)
        return refuse(workspace.error());
    Journal journal(**workspace);
    if (operands.isEmpty()) {
        const Result<ChangeSetId> last = journal.lastUndoable();
        if (!last)
            return refuse(last.error());
        if (!last->isValid())
            return refuse({ErrorKind::NotFound, u"undo"_s, u"there is nothing to undo"_s});
        id = *last;
    }
    const Result<UndoOutcome> outcome = journal.undo(
        id, context.control.scaled([](Progress progress) { return showProgress(u"undoing"_s, progress), progress; }));
    if (!outcome)
        return refuse(outcome.error());
    endProgress();
    if (context.json)
        printJson({{"undone"_L1, id.value},
                   {"undo"_L1, outcome->undo.value},
                   {"changed"_L1, outcome->changed},
                   {"keptEdited"_L1, outcome->keptEdited}});
    else if (outcome->keptEdited)
        printLine(
            u"undone: %1 contacts; %2 were edited since and stay"_s.arg(outcome->changed).arg(outcome->keptEdited));
    else
        printLine(u"undone: %1 contacts"_s.arg(outcome->changed));
    return Done;
}

int checkCommand(const QStringList &rest, const CommandContext &context)
{
    if (!rest.isEmpty())
        return wrongUsage(u"check takes no arguments"_s, checkUsage);
    // Alone with the file, more can be looked at; beside an open window, what a reader may see.
    Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (workspace) {
        workspace->reset();
        workspace = openWorkspace(context.workspace);
        if (!workspace)
            workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    }
    if (!workspace)
        return refuse(workspace.error());
    const Result<QStringList> findings = checkWorkspace(**workspace, context.control);
    if (!findings)
        return refuse(findings.error());
    if (context.json)
        printJson({{"ok"_L1, findings->isEmpty()}, {"findings"_L1, QJsonArray::fromStringList(*findings)}});
    else if (findings->isEmpty())
        printLine(u"ok"_s);
    if (findings->isEmpty())
        return Done;
    return refuse({ErrorKind::Damaged, context.workspace, findings->join("; "_L1)});
}

} // namespace Elenco
