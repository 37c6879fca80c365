// SPDX-License-Identifier: Apache-2.0
#include "app/cli/synccommand.h"

#include "app/cli/accounttarget.h"
#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/syncwords.h"
#include "core/fields.h"
#include "core/values/canonicalvalue.h"
#include "store/recovery/openworkspace.h"
#include "sync/run/syncengine.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRandomGenerator>
#include <QTimer>

#include <limits>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Runs the engine until nothing is left to do, or once.
class Syncing : public QObject
{
public:
    Syncing(Workspace &workspace, Client &client, const std::string &region, bool once, const CommandContext &context)
        : m_workspace(workspace),
          m_client(client),
          m_once(once),
          m_context(context),
          m_engine(SyncDesk{workspace, m_writer, client, numberJudge(region),
                            [] { return QRandomGenerator::system()->generateDouble(); }})
    {
        m_writer.setMaxThreadCount(1);
        m_writer.setExpiryTimeout(-1); // with the thread ends its connection
        connect(&m_engine, &SyncEngine::finished, this, &Syncing::ended);
        connect(&m_engine, &SyncEngine::progressed, this, [](const SyncProgress &progress) {
            showProgress(nameOf(progress.phase), {progress.done, progress.total});
        });
        m_interrupt.callOnTimeout(this, [this] {
            if (m_context.control.isCancelled() && m_engine.isRunning())
                m_engine.stop();
        });
        m_interrupt.start(200);
        m_engine.start({.allMembers = true, .asksRoom = true, .retriesRefused = true}); // whoever types it asks for it
    }
    ~Syncing() override { m_writer.waitForDone(); }

    Capabilities capabilities() const { return m_client.capabilities(); }

private:
    // A run that took something may have given others something to say: two more settle what can be settled.
    void ended(const SyncReport &report)
    {
        endProgress();
        add(report);
        const bool mayHaveMore = !report.stopped && report.missing == 0 && (report.sent() > 0 || !report.isFresh);
        if (!m_once && mayHaveMore && ++m_runs < 3)
            return m_engine.start({.allMembers = true});
        const Result<UnsentCounts> waiting = unsentCounts(m_workspace);
        const Result<qint64> overwritten = loudReplacedCount(m_workspace);
        if (!waiting || !overwritten)
            return QCoreApplication::exit(refuse(waiting ? overwritten.error() : waiting.error()));
        const SyncRest rest{*waiting, *overwritten};
        m_context.json ? printJson(toJson(m_total, rest)) : printLine(toText(m_total, rest));
        QCoreApplication::exit(m_total.stopped ? refuse(m_total.whyStopped()) : waiting->blocked > 0 ? Refused : Done);
    }

    void add(const SyncReport &report)
    {
        m_total.created += report.created;
        m_total.changed += report.changed;
        m_total.deleted += report.deleted;
        m_total.listsSent += report.listsSent;
        m_total.membersSent += report.membersSent;
        m_total.arrived += report.arrived;
        m_total.received += report.received;
        m_total.trashed += report.trashed;
        m_total.listsReceived += report.listsReceived;
        m_total.membersReceived += report.membersReceived;
        m_total.isFresh = report.isFresh;
        m_total.missing = report.missing;
        m_total.unread = report.unread;
        m_total.stopped = report.stopped;
        m_total.hasWritten = m_total.hasWritten || report.hasWritten;
    }

    Workspace &m_workspace;
    Client &m_client;
    const bool m_once;
    const CommandContext &m_context;
    QThreadPool m_writer;
    SyncEngine m_engine;
    QTimer m_interrupt;
    SyncReport m_total;
    int m_runs = 0;
};

std::string regionOf(Arguments &arguments)
{
    return arguments.take("--region"_L1).value_or(QLocale::system().name().section(u'_', 1, 1)).toStdString();
}

// Without a limit all is printed: what is not there would be taken for done.
int limitOf(Arguments &arguments)
{
    const std::optional<QString> limit = arguments.take("--limit"_L1);
    return limit ? limit->toInt() : std::numeric_limits<int>::max();
}

} // namespace

int syncCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    AccountTarget target(arguments);
    const bool once = arguments.takeFlag("--once"_L1), dryRun = arguments.takeFlag("--dry-run"_L1),
               isSame = arguments.takeFlag("--same-account"_L1);
    const QString missing = arguments.take("--missing"_L1).value_or(QString());
    if (!missing.isEmpty() && missing != "again"_L1 && missing != "trash"_L1)
        return wrongUsage(u"--missing wants again or trash"_s, syncUsage);
    const std::string region = regionOf(arguments);
    if (!arguments.operands().isEmpty() || !arguments.error().isEmpty())
        return wrongUsage(arguments.error().isEmpty() ? u"sync takes options only"_s : arguments.error(), syncUsage);
    if (dryRun)
        return outboxCommand({}, context);
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Syncing> syncing;
    target.open(context.workspace, [&](Result<Client *> client) {
        if (!client)
            return QCoreApplication::exit(refuse(client.error()));
        Result<std::unique_ptr<Workspace>> opened = openWorkspace(context.workspace);
        if (!opened)
            return QCoreApplication::exit(refuse(opened.error()));
        workspace = std::move(*opened);
        // Both are answers to what an earlier sync asked.
        if (const Result<void> kept = isSame ? setAccountTrust(*workspace, AccountTrust::Confirmed) : Result<void>();
            !kept)
            return QCoreApplication::exit(refuse(kept.error()));
        if (!missing.isEmpty()) {
            const auto answer = missing == "again"_L1 ? MissingAnswer::SendAgain : MissingAnswer::Trash;
            if (const Result<void> kept = setMissingAnswer(*workspace, answer); !kept)
                return QCoreApplication::exit(refuse(kept.error()));
        }
        syncing = std::make_unique<Syncing>(*workspace, **client, region, once, context);
    });
    const int status = QCoreApplication::exec();
    if (syncing) {
        if (const Result<void> kept = target.keep(*workspace, syncing->capabilities()); !kept && status == Done)
            return refuse(kept.error());
    }
    return status;
}

int outboxCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const int limit = limitOf(arguments);
    if (!arguments.operands().isEmpty() || !arguments.error().isEmpty() || limit <= 0)
        return wrongUsage(u"outbox takes --limit N only"_s, outboxUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<QList<OutboxEntry>> entries = outbox(**workspace, limit);
    if (!entries)
        return refuse(entries.error());
    for (const OutboxEntry &entry : *entries)
        context.json ? printJson(toJson(entry)) : printLine(toText(entry));
    return Done;
}

int conflictsCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const int limit = limitOf(arguments);
    if (!arguments.operands().isEmpty() || !arguments.error().isEmpty() || limit <= 0)
        return wrongUsage(u"conflicts takes --limit N only"_s, conflictsUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<QList<Conflict>> found = conflicts(**workspace, limit);
    if (!found)
        return refuse(found.error());
    for (const Conflict &conflict : *found)
        context.json ? printJson(toJson(conflict)) : printLine(toText(conflict));
    return Done;
}

int resolveCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const NumberJudge judge = numberJudge(regionOf(arguments));
    const QStringList operands = arguments.operands();
    bool isNumber = false;
    const qint64 id = operands.value(0).toLongLong(&isNumber);
    if (!arguments.error().isEmpty() || !isNumber || operands.size() < 2)
        return wrongUsage(u"resolve takes the number of a conflict, and what is to become of it"_s, resolveUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace);
    if (!workspace)
        return refuse(workspace.error());
    const Result<Conflict> found = conflict(**workspace, id);
    if (!found)
        return refuse(found.error());
    Choice choice = Choice::Mine;
    ContactState fields;
    if (operands[1] == "theirs"_L1 && operands.size() == 2) {
        choice = Choice::Theirs;
    } else if (operands[1] == "mine"_L1 && operands.size() == 2) {
        if (!found->field.empty())
            fields[found->field] = found->mine.toStdString();
    } else {
        for (const QString &operand : operands.mid(1)) {
            const QString key = operand.section(u'=', 0, 0);
            const bool isField = std::ranges::any_of(
                fieldTable(), [&](const FieldInfo &info) { return key == QLatin1String(info.key); });
            const bool isOwn = key.toStdString() == found->field || key == fieldLabelOf(found->field);
            if (found->field.empty() || !operand.contains(u'=') || (!isField && !isOwn))
                return wrongUsage(u"%1 is neither mine, theirs, nor FIELD=VALUE"_s.arg(operand), resolveUsage);
            const CustomKey custom = parseCustomKey(found->field); // a view of its name
            const auto value = readCanonical(isOwn && !custom.name.empty() ? custom.kind : ValueKind::Text,
                                             operand.section(u'=', 1).toStdString());
            if (!value)
                return refuse({ErrorKind::InvalidInput, operand, u"dates are written 2026-03-15, numbers 1090.76"_s});
            fields[isOwn ? found->field : key.toStdString()] = *value;
        }
    }
    const Result<ChangeSetId> done = resolveConflicts(**workspace, {{id, choice, fields}}, judge);
    if (!done)
        return refuse(done.error());
    context.json ? printJson({{"resolved"_L1, id}, {"change"_L1, done->value}})
                 : printLine(u"resolved; undo %1 takes it back"_s.arg(done->value));
    return Done;
}

int logCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const int limit = limitOf(arguments);
    if (!arguments.operands().isEmpty() || !arguments.error().isEmpty() || limit <= 0)
        return wrongUsage(u"log takes --limit N only"_s, logUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<QList<SyncLogEntry>> entries = syncLog(**workspace, limit);
    if (!entries)
        return refuse(entries.error());
    for (const SyncLogEntry &entry : *entries)
        context.json ? printJson(toJson(entry)) : printLine(toText(entry));
    return Done;
}

} // namespace Elenco
