// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importaccount.h"

#include "app/cli/output.h"
#include "formats/textencoding.h"
#include "store/contacts/contactquery.h"

#include <QJsonObject>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

using Row = ImportAccount::Row;

constexpr qint64 shownToPeople = 20;

QJsonArray jsonOf(const QList<Row> &problems)
{
    QJsonArray array;
    for (const Row &problem : problems) {
        QJsonObject object{{"row"_L1, problem.row},
                           {"line"_L1, problem.line},
                           {"name"_L1, problem.name},
                           {"reason"_L1, problem.reason}};
        if (!problem.file.isEmpty())
            object.insert("file"_L1, problem.file);
        array.append(object);
    }
    return array;
}

QJsonArray jsonOf(const ImportSettings &settings)
{
    QJsonArray array;
    for (qsizetype i = 0; i < settings.columns.size() && i < settings.mapping.targets.size(); ++i) {
        const ColumnTarget &target = settings.mapping.targets[i];
        const bool isOpen = settings.mapping.isOpen(i);
        const ColumnTarget guess = settings.mapping.guessOf(i);
        QJsonObject column{{"column"_L1, settings.columns[i].name},
                           {"field"_L1, isOpen ? QString() : target.key()},
                           {"confidence"_L1, guess.confidence()},
                           {"why"_L1, guess.why()}};
        if (isOpen)
            column.insert("suggested"_L1, guess.key());
        array.append(column);
    }
    return array;
}

// Custom fields under their names.
QString fieldOf(const std::string &key)
{
    const CustomKey custom = parseCustomKey(key);
    return custom.name.empty() ? QString::fromUtf8(key) : QString::fromUtf8(custom.name);
}

QJsonValue jsonOf(const FileChanges &changes)
{
    if (!changes.isKnown())
        return {};
    QJsonObject fields;
    for (const FileChanges::FieldCount &field : changes.fields)
        fields.insert(fieldOf(field.field), field.rows);
    return QJsonObject{{"file"_L1, changes.fileName},
                       {"at"_L1, changes.when.toString(Qt::ISODate)},
                       {"new"_L1, changes.added},
                       {"gone"_L1, changes.gone},
                       {"changed"_L1, changes.changed},
                       {"same"_L1, changes.same},
                       {"fields"_L1, fields}};
}

QString sentenceOf(const FileChanges &changes)
{
    QStringList fields;
    for (const FileChanges::FieldCount &field : changes.fields)
        fields.append(u"%1 %2"_s.arg(fieldOf(field.field)).arg(field.rows));
    return u"since %1 of %2: %3 new, %4 gone, %5 changed%6"_s
        .arg(changes.fileName, changes.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s))
        .arg(changes.added)
        .arg(changes.gone)
        .arg(changes.changed)
        .arg(fields.isEmpty() ? QString() : u" ("_s + fields.join(u", "_s) + u')');
}

QString nameOf(const StagedRow &row)
{
    return QString::fromUtf8(row.fields[0] + (row.fields[0].empty() ? "" : " ") + row.fields[1]).trimmed();
}

// The command line speaks English, whatever the language of the reasons.
QString placeOf(const StagedRow &row, const ImportSettings &settings)
{
    return settings.options.sheet ? u"sheet %1, row %2"_s.arg(*settings.options.sheet).arg(row.line)
                                  : u"row %1, line %2"_s.arg(row.row).arg(row.line);
}

QString reasonOf(const StagedRow &row, RowFate fate, ContactQueries &queries)
{
    switch (fate) {
    case RowFate::Suppressed: return row.problem == 0 ? suppressedReason() : QString::fromUtf8(row.problemText);
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
    return QString::fromUtf8(row.problemText);
}

} // namespace

void printAccount(const QString &path, const ImportLedger &ledger, const ImportAccount &account, bool json,
                  bool rehearsed)
{
    const QList<Row> &problems = account.problems;
    const auto count = [&](RowFate fate) { return ledger.count(fate); };
    // Once they are imported they wait here, and have their share of the room.
    const qint64 beyond = account.room ? account.room->beyond(count(RowFate::New)) : 0;
    if (json) {
        QJsonArray lists;
        for (const ImportLedger::ListTotal &list : ledger.lists)
            lists.append(QJsonObject{{"name"_L1, list.name}, {"total"_L1, list.total}});
        printJson({{"file"_L1, path},
                   {"encoding"_L1, account.encoding},
                   {"passedOver"_L1, QJsonArray::fromStringList(account.passedOver)},
                   {"sheet"_L1, account.sheet.isEmpty() ? QJsonValue() : QJsonValue(account.sheet)},
                   {"otherSheets"_L1, QJsonArray::fromStringList(account.otherSheets)},
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
                   {"apart"_L1, jsonOf(account.apart)},
                   {"notices"_L1, jsonOf(account.notices)},
                   {"room"_L1, account.room ? QJsonValue(account.room->left) : QJsonValue()},
                   {"overQuota"_L1, account.room ? QJsonValue(beyond) : QJsonValue()},
                   {"sinceLast"_L1, jsonOf(account.changes)},
                   {"mapping"_L1, account.mapping}});
        return;
    }
    printLine(path);
    if (account.encoding == QLatin1StringView(MixedEncoding.data(), qsizetype(MixedEncoding.size())))
        printLine(u"two encodings in one file: UTF-8, and windows-1252 in lines that are none"_s);
    if (!account.sheet.isEmpty())
        printLine(u"sheet %1"_s.arg(account.sheet));
    if (!account.otherSheets.isEmpty())
        printLine(u"not read: sheet %1 (--sheet NAME reads one)"_s.arg(account.otherSheets.join(u", sheet "_s)));
    for (const QString &file : account.passedOver)
        printLine(u"not read: %1"_s.arg(file));
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
    if (beyond > 0)
        printLine(u"the account takes %1 more contacts (asked %2): %3 of the new ones have to wait for room"_s
                      .arg(account.room->left)
                      .arg(account.room->asked.toString(u"yyyy-MM-dd HH:mm"_s))
                      .arg(beyond));
    if (account.changes.isKnown())
        printLine(sentenceOf(account.changes));
    for (const QJsonValue &each : account.mapping) {
        const QString suggested = each["suggested"_L1].toString(), column = each["column"_L1].toString();
        if (!suggested.isEmpty())
            printLine(
                u"column %1 is left open and not imported: is it %2? (%3: %4; --map '%1=%2' or --accept-guesses)"_s
                    .arg(column, suggested)
                    .arg(each["confidence"_L1].toDouble())
                    .arg(each["why"_L1].toString()));
        else if (rehearsed)
            printLine(u"column %1 → %2 (%3: %4)"_s.arg(column, each["field"_L1].toString())
                          .arg(each["confidence"_L1].toDouble())
                          .arg(each["why"_L1].toString()));
    }
    printLine(rehearsed ? u"rehearsed, nothing imported"_s : u"imported %1"_s.arg(ledger.imported()));
    for (const ImportLedger::ListTotal &list : ledger.lists)
        printLine(u"list %1 now has %2"_s.arg(list.name).arg(list.total));
    const QList<Row> named = problems + account.duplicates + account.apart + account.notices;
    for (const Row &problem : named.first(qMin<qsizetype>(named.size(), shownToPeople)))
        printLine(u"%1%2: %3%4"_s.arg(problem.place, problem.file.isEmpty() ? QString() : u" of "_s + problem.file,
                                      problem.name.isEmpty() ? QString() : problem.name + ": "_L1, problem.reason));
    if (named.size() > shownToPeople)
        printLine(u"… and more: --json names all"_s);
}

Result<ImportAccount> accountOf(Workspace &workspace, const Rehearsal &rehearsal, DuplicateStrategy strategy, bool all,
                                bool hasApart)
{
    constexpr qint64 page = 1 << 16;
    const qint64 limit = all ? page : shownToPeople + 1;
    ImportAccount account;
    account.mapping = jsonOf(rehearsal.settings());
    Result<FileChanges> changes = rehearsal.changes();
    if (!changes)
        return changes.error();
    account.changes = std::move(*changes);
    Result<std::optional<ContactRoom>> room = contactRoom(workspace);
    if (!room)
        return room.error();
    account.room = std::move(*room);
    const Result<ImportLedger> ledger = rehearsal.ledger(strategy);
    if (!ledger)
        return ledger.error();
    account.newContacts = ledger->count(RowFate::New);
    ContactQueries queries(workspace);
    const ImportSettings &settings = rehearsal.settings();
    const auto add = [&](QList<Row> &list, const std::vector<StagedRow> &rows, RowFate fate) {
        for (const StagedRow &row : rows)
            list.append({row.row, row.line, nameOf(row), reasonOf(row, fate, queries), settings.fileOfRow(row.row),
                         placeOf(row, settings)});
    };
    for (RowFate fate : {RowFate::Invalid, RowFate::Suppressed, RowFate::DuplicateInFile, RowFate::DuplicateHere}) {
        const qint64 count = all ? ledger->count(fate) : qMin(ledger->count(fate), limit);
        QList<Row> &list =
            fate == RowFate::Invalid || fate == RowFate::Suppressed ? account.problems : account.duplicates;
        for (qint64 offset = 0; offset < count; offset += limit) {
            const auto rows = rehearsal.staging().rows(fate, strategy, offset, limit);
            if (!rows)
                return rows.error();
            add(list, *rows, fate);
        }
    }
    const auto duplicates =
        hasApart ? rehearsal.staging().duplicates(all ? -1 : limit) : Result<StagedDuplicates>(StagedDuplicates());
    if (!duplicates)
        return duplicates.error();
    for (const StagedDuplicate &each : duplicates->first) {
        if (each.row.isApart)
            account.apart.append({each.row.row, each.row.line, nameOf(each.row),
                                  u"a person of its own, with the number of %1"_s.arg(each.otherName),
                                  settings.fileOfRow(each.row.row), placeOf(each.row, settings)});
    }
    const auto notices = rehearsal.staging().notices(all ? -1 : limit);
    if (!notices)
        return notices.error();
    add(account.notices, *notices, RowFate::New);
    return account;
}

} // namespace Elenco
