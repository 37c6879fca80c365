// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "importing/mappingguess.h"
#include "importing/rehearsal.h"
#include "phone/region.h"
#include "store/contactquery.h"
#include "store/lists.h"
#include "store/workspace.h"

#include <QJsonArray>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shownToPeople = 20;

struct Options {
    ImportChoices choices;
    ReadOptions read;
    QStringList maps;
    QString region;
    QString problemsPath;
    bool rehearseOnly = false;
    bool acceptRepairs = false;
};

// COLUMN is a header (as folded as headers are compared), or a column's number from 1.
std::optional<QString> applyMaps(const QStringList &maps, const ImportSource &source, ImportSettings &settings)
{
    for (const QString &map : maps) {
        const qsizetype sign = map.lastIndexOf(u'=');
        if (sign <= 0)
            return u"--map takes COLUMN=field, not %1"_s.arg(map);
        const QString name = map.first(sign);
        qsizetype found = -1;
        for (qsizetype i = 0; i < settings.columns.size() && found < 0; ++i) {
            if (settings.columns[i].name == name ||
                (!foldedHeader(name).isEmpty() && foldedHeader(settings.columns[i].name) == foldedHeader(name)))
                found = i;
        }
        bool isNumber = false;
        if (const int number = name.toInt(&isNumber);
            found < 0 && isNumber && number >= 1 && number <= settings.columns.size())
            found = number - 1;
        if (found < 0)
            return u"%1 has no column %2"_s.arg(source.path, name);
        ColumnTarget target = ColumnTarget::fromKey(map.mid(sign + 1));
        const ColumnProfile &profile = source.profiles[static_cast<size_t>(found)];
        const ColumnTarget guessed = settings.mapping.targets[found];
        if (target.kind == ColumnTarget::Kind::Custom && target.valueKind == ValueKind::Text &&
            guessed.kind != ColumnTarget::Kind::Custom)
            target.valueKind = profile.kind();
        else if (target.kind == ColumnTarget::Kind::Custom && guessed.kind == ColumnTarget::Kind::Custom &&
                 target.valueKind == ValueKind::Text)
            target.valueKind = guessed.valueKind;
        settings.mapping.targets[found] = withProfile(target, profile, QLocale());
    }
    return {};
}

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

struct Problem {
    qint64 row;
    qint64 line;
    QString name;
    QString reason;
};

/// What the account of an import says beside its numbers.
struct Account {
    QList<Problem> problems;   ///< rows that are not imported
    QList<Problem> duplicates; ///< … because they equal another one, or somebody here
    QList<Problem> notices;    ///< rows that are imported, but not all of them
    QJsonArray mapping;
};

QJsonArray jsonOf(const QList<Problem> &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems)
        array.append(QJsonObject{{"row"_L1, problem.row},
                                 {"line"_L1, problem.line},
                                 {"name"_L1, problem.name},
                                 {"reason"_L1, problem.reason}});
    return array;
}

QJsonArray jsonOf(const ImportSettings &settings)
{
    QJsonArray array;
    for (qsizetype i = 0; i < settings.columns.size() && i < settings.mapping.targets.size(); ++i) {
        const ColumnTarget &target = settings.mapping.targets[i];
        array.append(QJsonObject{{"column"_L1, settings.columns[i].name},
                                 {"field"_L1, target.key()},
                                 {"confidence"_L1, target.confidence()},
                                 {"why"_L1, target.why()}});
    }
    return array;
}

void printLedger(const QString &path, const ImportLedger &ledger, const Account &account, bool json, bool rehearsed)
{
    const QList<Problem> &problems = account.problems;
    const auto count = [&](RowFate fate) { return ledger.count(fate); };
    if (json) {
        QJsonArray lists;
        for (const ImportLedger::ListTotal &list : ledger.lists)
            lists.append(QJsonObject{{"name"_L1, list.name}, {"total"_L1, list.total}});
        printJson({{"file"_L1, path},
                   {"rows"_L1, ledger.rows()},
                   {"new"_L1, count(RowFate::New)},
                   {"updated"_L1, count(RowFate::Updated)},
                   {"unchanged"_L1, count(RowFate::Unchanged)},
                   {"duplicatesInFile"_L1, count(RowFate::DuplicateInFile)},
                   {"duplicatesHere"_L1, count(RowFate::DuplicateHere)},
                   {"invalid"_L1, count(RowFate::Invalid)},
                   {"suppressed"_L1, count(RowFate::Suppressed)},
                   {"imported"_L1, rehearsed ? 0 : ledger.imported()},
                   {"lists"_L1, lists},
                   {"problems"_L1, jsonOf(problems)},
                   {"duplicates"_L1, jsonOf(account.duplicates)},
                   {"notices"_L1, jsonOf(account.notices)},
                   {"mapping"_L1, account.mapping}});
        return;
    }
    printLine(path);
    const std::pair<const char *, qint64> lines[] = {{"new", count(RowFate::New)},
                                                     {"updated", count(RowFate::Updated)},
                                                     {"unchanged", count(RowFate::Unchanged)},
                                                     {"duplicates in the file", count(RowFate::DuplicateInFile)},
                                                     {"already in the address book", count(RowFate::DuplicateHere)},
                                                     {"invalid", count(RowFate::Invalid)},
                                                     {"on the do-not-contact list", count(RowFate::Suppressed)}};
    for (const auto &[name, number] : lines)
        printLine(u"  %1  %2"_s.arg(number, 9).arg(QLatin1String(name)));
    printLine(u"= %1  rows"_s.arg(ledger.rows(), 9));
    if (rehearsed) {
        for (const QJsonValue &each : account.mapping)
            printLine(u"column %1 → %2 (%3: %4)"_s.arg(each["column"_L1].toString(), each["field"_L1].toString())
                          .arg(each["confidence"_L1].toDouble())
                          .arg(each["why"_L1].toString()));
    }
    printLine(rehearsed ? u"rehearsed, nothing imported"_s : u"imported %1"_s.arg(ledger.imported()));
    for (const ImportLedger::ListTotal &list : ledger.lists)
        printLine(u"list %1 now has %2"_s.arg(list.name).arg(list.total));
    const QList<Problem> named = problems + account.duplicates + account.notices;
    for (const Problem &problem : named.first(qMin<qsizetype>(named.size(), shownToPeople)))
        printLine(u"row %1, line %2: %3%4"_s.arg(problem.row)
                      .arg(problem.line)
                      .arg(problem.name.isEmpty() ? QString() : problem.name + ": "_L1, problem.reason));
    if (named.size() > shownToPeople)
        printLine(u"… and more: --json names all"_s);
}

QString nameOf(const StagedRow &row)
{
    return textOf(row.fields[0] + (row.fields[0].empty() ? "" : " ") + row.fields[1]).trimmed();
}

QString reasonOf(const StagedRow &row, RowFate fate, ContactQueries &queries)
{
    switch (fate) {
    case RowFate::Suppressed: return row.problem == 0 ? suppressedReason() : textOf(row.problemText);
    case RowFate::DuplicateInFile: return u"the same as row %1"_s.arg(row.duplicateOf);
    case RowFate::DuplicateHere: {
        const Result<Contact> here = queries.contact(row.matched);
        const QString name = here ? here->fullName() : QString();
        return u"in the address book already: %1"_s.arg(name.isEmpty() ? u"no. %1"_s.arg(row.matched.value) : name);
    }
    case RowFate::New:
    case RowFate::Updated:
    case RowFate::Unchanged:
    case RowFate::Invalid: break;
    }
    return textOf(row.problemText);
}

// All of them for a program, as many as a person reads for a person.
Result<Account> accountOf(Workspace &workspace, const Rehearsal &rehearsal, DuplicateStrategy strategy, bool all)
{
    constexpr qint64 page = 1 << 16;
    const qint64 limit = all ? page : shownToPeople + 1;
    Account account;
    account.mapping = jsonOf(rehearsal.settings());
    const Result<ImportLedger> ledger = rehearsal.ledger(strategy);
    if (!ledger)
        return ledger.error();
    ContactQueries queries(workspace);
    const auto add = [&](QList<Problem> &list, const std::vector<StagedRow> &rows, RowFate fate) {
        for (const StagedRow &row : rows)
            list.append({row.row, row.line, nameOf(row), reasonOf(row, fate, queries)});
    };
    for (RowFate fate : {RowFate::Invalid, RowFate::Suppressed, RowFate::DuplicateInFile, RowFate::DuplicateHere}) {
        const qint64 count = all ? ledger->count(fate) : qMin(ledger->count(fate), limit);
        QList<Problem> &list =
            fate == RowFate::Invalid || fate == RowFate::Suppressed ? account.problems : account.duplicates;
        for (qint64 offset = 0; offset < count; offset += limit) {
            const auto rows = rehearsal.staging().rows(fate, strategy, offset, limit);
            if (!rows)
                return rows.error();
            add(list, *rows, fate);
        }
    }
    const auto notices = rehearsal.staging().notices(all ? -1 : limit);
    if (!notices)
        return notices.error();
    add(account.notices, *notices, RowFate::New);
    return account;
}

Result<void> importOne(Workspace &workspace, const QString &path, const Options &options, const CommandContext &context,
                       QString *usageError)
{
    const auto progressOf = [&](const QString &what) {
        return context.control.scaled([what](Progress progress) { return showProgress(what, progress), progress; });
    };
    const Result<ImportSource> source = examine(path, options.read, progressOf(u"reading"_s));
    if (!source)
        return source.error();
    ImportSettings settings = suggestedSettings(workspace, *source, options.region);
    if (const auto wrong = applyMaps(options.maps, *source, settings)) {
        *usageError = *wrong;
        return {};
    }
    Result<Rehearsal> rehearsal = Rehearsal::run(workspace, settings, source->rows, progressOf(u"rehearsing"_s));
    if (!rehearsal)
        return rehearsal.error();
    Account account;
    const ImportId id = rehearsal->id();
    const auto finished = [&]() -> Result<ImportLedger> {
        if (options.acceptRepairs) {
            if (const Result<qint64> repaired = rehearsal->acceptAllRepairs(std::nullopt, context.control); !repaired)
                return repaired.error();
        }
        Result<Account> found = accountOf(workspace, *rehearsal, options.choices.strategy, context.json);
        if (!found)
            return found.error();
        account = std::move(*found);
        return options.rehearseOnly ? rehearsal->ledger(options.choices.strategy)
                                    : rehearsal->commit(options.choices, progressOf(u"importing"_s));
    };
    const Result<ImportLedger> ledger = finished();
    if (options.rehearseOnly || !ledger) {
        // A rehearsal of the command line is shown and forgotten; the file is still there to be read again.
        const Result<void> discarded = rehearsal->discard();
        if (!ledger)
            return ledger.error();
        if (!discarded)
            return discarded;
    }
    endProgress();
    printLedger(path, *ledger, account, context.json, options.rehearseOnly);
    if (!options.problemsPath.isEmpty() && !options.rehearseOnly)
        return exportProblems(workspace, id, options.problemsPath);
    return {};
}

} // namespace

int importCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    Options options;
    const QStringList lists = arguments.takeAll("--list"_L1);
    options.choices.tags = arguments.takeAll("--tag"_L1);
    options.choices.addExistingToLists = arguments.takeFlag("--add-existing"_L1);
    options.maps = arguments.takeAll("--map"_L1);
    options.region = arguments.take("--region"_L1).value_or(defaultRegion(QLocale())).toUpper();
    options.rehearseOnly = arguments.takeFlag("--rehearse"_L1);
    options.acceptRepairs = arguments.takeFlag("--accept-repairs"_L1);
    options.problemsPath = arguments.take("--problems"_L1).value_or(QString());
    options.read.encoding = arguments.take("--encoding"_L1);
    if (const auto delimiter = arguments.take("--delimiter"_L1))
        options.read.delimiter = *delimiter == "tab"_L1 || *delimiter == "\\t"_L1 ? '\t'
                                 : delimiter->isEmpty()                           ? '\0'
                                                                                  : delimiter->front().toLatin1();
    if (const auto header = arguments.take("--header"_L1))
        options.read.header = *header != "no"_L1;
    const QString duplicates = arguments.take("--duplicates"_L1).value_or(u"skip"_s);
    const QStringList files = arguments.operands();
    if (!arguments.error().isEmpty())
        return wrongUsage(arguments.error(), importUsage);
    if (files.isEmpty())
        return wrongUsage(u"no file given"_s, importUsage);
    if (duplicates == "update"_L1)
        options.choices.strategy = DuplicateStrategy::Update;
    else if (duplicates == "fill"_L1)
        options.choices.strategy = DuplicateStrategy::Fill;
    else if (duplicates == "keep"_L1)
        options.choices.strategy = DuplicateStrategy::KeepBoth;
    else if (duplicates != "skip"_L1)
        return wrongUsage(u"--duplicates takes skip, update, fill or keep"_s, importUsage);

    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(context.workspace);
    if (!workspace)
        return refuse(workspace.error());
    for (const QString &name : lists) {
        const Result<ContactList> found = findList(**workspace, name);
        if (!found && found.error().kind != ErrorKind::NotFound)
            return refuse(found.error());
        options.choices.lists.append(found ? ListChoice(found->id, found->name) : ListChoice(name));
    }
    for (const QString &file : files) {
        QString usageError;
        const Result<void> imported = importOne(**workspace, file, options, context, &usageError);
        if (!usageError.isEmpty())
            return wrongUsage(usageError, importUsage);
        if (!imported)
            return refuse(imported.error());
    }
    return Done;
}

} // namespace Elenco
