// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/importaccount.h"
#include "app/cli/output.h"
#include "importing/mappingguess.h"
#include "importing/rehearsal.h"
#include "phone/region.h"
#include "store/contacts/lists.h"
#include "store/database/workspace.h"
#include "store/recovery/openworkspace.h"

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

struct Options {
    ImportChoices choices;
    ReadOptions read;
    QStringList maps;
    QString region;
    QString problemsPath;
    bool rehearseOnly = false;
    bool isTogether = false;
    bool acceptGuesses = false;
    bool acceptRepairs = false;
    bool isWithinRoom = false; ///< what the account has no room for is not imported
    QList<qint64> apart; ///< rows that are somebody of their own
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
        const ColumnTarget guessed = settings.mapping.guessOf(found);
        if (target.kind == ColumnTarget::Kind::Custom && target.valueKind == ValueKind::Text &&
            guessed.kind != ColumnTarget::Kind::Custom)
            target.valueKind = profile.kind();
        else if (target.kind == ColumnTarget::Kind::Custom && guessed.kind == ColumnTarget::Kind::Custom &&
                 target.valueKind == ValueKind::Text)
            target.valueKind = guessed.valueKind;
        settings.mapping.set(found, withProfile(target, profile, QLocale()));
    }
    return {};
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
    for (const qsizetype column : settings.mapping.suggestions.keys()) {
        if (options.acceptGuesses)
            settings.mapping.takeSuggestion(column);
    }
    Result<Rehearsal> rehearsal = Rehearsal::run(workspace, settings, source->rows, progressOf(u"rehearsing"_s));
    if (!rehearsal)
        return rehearsal.error();
    ImportAccount account;
    const ImportId id = rehearsal->id();
    const auto finished = [&]() -> Result<ImportLedger> {
        if (options.acceptRepairs) {
            if (const Result<qint64> repaired = rehearsal->acceptAllRepairs(std::nullopt, context.control); !repaired)
                return repaired.error();
        }
        for (qint64 row : options.apart) {
            if (const Result<StagedRow> kept = rehearsal->keepApart(row); !kept)
                return kept.error();
        }
        Result<ImportAccount> found =
            accountOf(workspace, *rehearsal, options.choices.strategy, context.json, !options.apart.isEmpty());
        if (!found)
            return found.error();
        account = std::move(*found);
        account.encoding = source->description.encoding;
        account.passedOver = source->description.passedOver;
        account.sheet = source->description.sheetName();
        for (const SheetInfo &sheet : source->description.sheets) {
            if (sheet.name != account.sheet)
                account.otherSheets.append(sheet.name);
        }
        const qint64 beyond = account.room && options.isWithinRoom ? account.room->beyond(account.newContacts) : 0;
        if (beyond > 0 && !options.rehearseOnly)
            return Error{ErrorKind::InvalidInput, path,
                         u"nothing imported: the account takes %1 more contacts, %2 of the %3 new ones have no room"_s
                             .arg(account.room->left)
                             .arg(beyond)
                             .arg(account.newContacts)};
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
    printAccount(path, *ledger, account, context.json, options.rehearseOnly);
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
    options.acceptGuesses = arguments.takeFlag("--accept-guesses"_L1);
    options.isTogether = arguments.takeFlag("--together"_L1);
    options.rehearseOnly = arguments.takeFlag("--rehearse"_L1);
    options.acceptRepairs = arguments.takeFlag("--accept-repairs"_L1);
    options.isWithinRoom = arguments.takeFlag("--within-room"_L1);
    const QStringList apart = arguments.takeAll("--keep-apart"_L1);
    options.problemsPath = arguments.take("--problems"_L1).value_or(QString());
    options.read.encoding = arguments.take("--encoding"_L1);
    if (const auto delimiter = arguments.take("--delimiter"_L1))
        options.read.delimiter = *delimiter == "tab"_L1 || *delimiter == "\\t"_L1 ? '\t'
                                 : delimiter->isEmpty()                           ? '\0'
                                                                                  : delimiter->front().toLatin1();
    if (const auto header = arguments.take("--header"_L1))
        options.read.header = *header != "no"_L1;
    options.read.sheet = arguments.take("--sheet"_L1);
    const QString duplicates = arguments.take("--duplicates"_L1).value_or(u"skip"_s);
    QStringList files = arguments.operands();
    if (!arguments.error().isEmpty())
        return wrongUsage(arguments.error(), importUsage);
    if (files.isEmpty())
        return wrongUsage(u"no file given"_s, importUsage);
    if (options.isTogether) {
        const auto table = std::find_if_not(files.begin(), files.end(), isOfCards);
        if (table != files.end())
            return wrongUsage(u"--together takes files of cards, not %1"_s.arg(*table), importUsage);
        options.read.further = files.mid(1);
        files = files.mid(0, 1);
    }
    for (const QString &row : apart) {
        bool isNumber = false;
        options.apart.append(row.toLongLong(&isNumber));
        if (!isNumber || files.size() > 1)
            return wrongUsage(u"--keep-apart takes the number of a row of the one file"_s, importUsage);
    }
    if (duplicates == "update"_L1)
        options.choices.strategy = DuplicateStrategy::Update;
    else if (duplicates == "fill"_L1)
        options.choices.strategy = DuplicateStrategy::Fill;
    else if (duplicates == "keep"_L1)
        options.choices.strategy = DuplicateStrategy::KeepBoth;
    else if (duplicates != "skip"_L1)
        return wrongUsage(u"--duplicates takes skip, update, fill or keep"_s, importUsage);

    Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace);
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
