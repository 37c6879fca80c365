// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/phonecommand.h"
#include "core/filter/filterparser.h"
#include "core/filter/scopes.h"
#include "exporting/contactexport.h"
#include "store/contacts/contactquery.h"
#include "store/contacts/lists.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/recovery/openworkspace.h"

#include <QJsonArray>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// What `contacts` and `export` have in common: which contacts, and in which sequence.
Result<ContactQuery> readQuery(Workspace &workspace, const QStringList &words, const std::optional<QString> &list,
                               const QString &sort)
{
    ContactQuery query;
    const Result<QList<CustomField>> fields = customFields(workspace);
    if (!fields)
        return fields.error();
    const FilterVocabulary vocabulary(*fields);
    const QString text = words.join(u' ');
    const ParsedFilter parsed = readFilter(text, vocabulary);
    if (const std::optional<Error> error = parsed.error(text))
        return *error;
    query.filter = parsed.filter;
    if (list) {
        const Result<ContactList> found = findList(workspace, *list);
        if (!found)
            return found.error();
        query.filter = Filter::joined(membersOf(found->id), query.filter);
    }
    if (!sort.isEmpty())
        query.sort.clear();
    for (const QString &key : sort.split(u',', Qt::SkipEmptyParts)) {
        const bool descending = key.startsWith(u'-');
        const QString name = descending || key.startsWith(u'+') ? key.mid(1) : key;
        // The same words as in a filter: "cognome" is lastName. Ids are given in the order in which people came.
        const QString known = name == "id"_L1 || name == "created"_L1 ? u"created"_s : vocabulary.key(name, false);
        const auto fieldsOf = fieldTable();
        const bool isField = known == "created"_L1 || known == "name"_L1 || !vocabulary.customName(known).isEmpty() ||
                             std::any_of(fieldsOf.begin(), fieldsOf.end(),
                                         [&](const FieldInfo &info) { return known == QLatin1String(info.key); });
        if (known.isEmpty() || !isField)
            return Error{ErrorKind::InvalidInput, u"--sort "_s + key, u"there is no field “%1” to sort by"_s.arg(name)};
        query.sort.append({vocabulary.customName(known).isEmpty() ? known : vocabulary.customName(known), descending});
    }
    return query;
}

QJsonValue valueOf(const CustomValue &value)
{
    switch (value.kind) {
    case ValueKind::Number: {
        bool isNumber = false;
        const double number = value.text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(value.text);
    }
    case ValueKind::Bool: return value.text == "true"_L1;
    case ValueKind::Text:
    case ValueKind::Date: return value.text;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Contact &contact, const QDateTime &refused, const QStringList &lists)
{
    QJsonObject custom;
    for (const CustomValue &value : contact.customFields)
        custom.insert(value.name, valueOf(value));
    QJsonObject object{{"id"_L1, contact.id.value},
                       {"remoteId"_L1, contact.remoteId.isValid() ? QJsonValue(contact.remoteId.value) : QJsonValue()},
                       {"tags"_L1, QJsonArray::fromStringList(contact.tags)},
                       {"customFields"_L1, custom},
                       {"lists"_L1, QJsonArray::fromStringList(lists)},
                       {"valid"_L1, contact.valid},
                       {"lineKind"_L1, lineKindName(contact.lineKind)}};
    if (refused.isValid()) // the gateway's own word
        object.insert("gatewayRefusedNumber"_L1, refused.toUTC().toString(Qt::ISODate));
    for (const FieldInfo &info : fieldTable())
        object.insert(QLatin1String(info.key), contact.*info.member);
    return object;
}

// "nome,telefono,Codice cliente": the words of a filter, or the columns' own names.
Result<QStringList> readColumns(Workspace &workspace, const QString &text)
{
    const Result<QList<CustomField>> fields = customFields(workspace);
    if (!fields)
        return fields.error();
    const FilterVocabulary vocabulary(*fields);
    const QList<ExportColumn> all = exportColumns(*fields);
    QStringList keys;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        const QString name = word.trimmed();
        const QString known = vocabulary.key(name, false), custom = vocabulary.customName(known);
        const QString candidates[] = {name, known, custom};
        const auto isKey = [&](const QString &candidate) {
            return std::any_of(all.begin(), all.end(),
                               [&](const ExportColumn &column) { return column.key == candidate; });
        };
        const auto found = std::find_if(std::begin(candidates), std::end(candidates), isKey);
        if (found == std::end(candidates))
            return Error{ErrorKind::InvalidInput, u"--columns "_s + name, u"there is no field “%1”"_s.arg(name)};
        keys += *found;
    }
    return keys;
}

} // namespace

int contactsCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const auto list = arguments.take("--list"_L1);
    const QString sort = arguments.take("--sort"_L1).value_or(QString());
    const auto number = [&](QLatin1StringView option, qint64 fallback) {
        const auto text = arguments.take(option);
        bool isNumber = true;
        const qint64 value = text ? text->toLongLong(&isNumber) : fallback;
        return isNumber && value >= 0 ? value : qint64{-1};
    };
    const qint64 limit = number("--limit"_L1, std::numeric_limits<qint64>::max()), offset = number("--offset"_L1, 0);
    const bool onlyCount = arguments.takeFlag("--count"_L1);
    const QStringList words = arguments.operands();
    if (!arguments.error().isEmpty() || limit < 0 || offset < 0)
        return wrongUsage(arguments.error().isEmpty() ? u"--limit and --offset take a number"_s : arguments.error(),
                          contactsUsage);

    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<ContactQuery> query = readQuery(**workspace, words, list, sort);
    if (!query)
        return refuse(query.error());
    ContactQueries queries(**workspace);
    const Result<ContactOrder> order = queries.order(*query, context.control);
    if (!order)
        return refuse(order.error());
    const auto total = static_cast<qint64>((*order)->size());
    if (onlyCount) {
        context.json ? printJson({{"count"_L1, total}}) : printLine(QString::number(total));
        return Done;
    }
    constexpr qint64 page = 1000;
    const qint64 end = limit > total - qMin(offset, total) ? total : offset + limit;
    for (qint64 at = offset; at < end; at += page) {
        if (context.control.isCancelled())
            return refuse({ErrorKind::Cancelled, {}, {}});
        const auto first = (*order)->begin() + at;
        const std::vector<ContactId> ids(first, first + qMin(page, end - at));
        const Result<std::vector<Contact>> contacts = queries.contacts(ids);
        const Result<std::vector<QDateTime>> refused = queries.refusedNumbers(ids);
        if (!contacts || !refused)
            return refuse(contacts ? refused.error() : contacts.error());
        for (size_t i = 0; i < ids.size(); ++i) {
            const Contact &contact = (*contacts)[i];
            if (!context.json) {
                printLine(u"%1  %2  %3  %4  %5%6"_s.arg(contact.id.value, 7)
                              .arg(contact.fullName(), -28)
                              .arg(contact.phoneNumber, -16)
                              .arg(contact.email, -32)
                              .arg(contact.city,
                                   (*refused)[i].isValid() ? u"  (not valid, says the gateway)"_s : QString()));
                continue;
            }
            const Result<QStringList> lists = queries.listNames(contact.id);
            if (!lists)
                return refuse(lists.error());
            printJson(toJson(contact, (*refused)[i], *lists));
        }
    }
    return Done;
}

int listsCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const auto test = arguments.take("--test"_L1), noTest = arguments.take("--no-test"_L1);
    if (!arguments.error().isEmpty() || !arguments.operands().isEmpty() || (test && noTest))
        return wrongUsage(arguments.error().isEmpty() ? u"lists takes no such argument"_s : arguments.error(),
                          listsUsage);
    const Result<std::unique_ptr<Workspace>> workspace =
        openWorkspace(context.workspace, test || noTest ? Workspace::Access::ReadWrite : Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    if (test || noTest) {
        const Result<ContactList> list = findList(**workspace, test ? *test : *noTest);
        if (!list)
            return refuse(list.error());
        const auto changed = Journal(**workspace).changeList(list->id, list->name, list->description, test.has_value());
        if (!changed)
            return refuse(changed.error());
    }
    const Result<QList<ContactList>> found = lists(**workspace);
    if (!found)
        return refuse(found.error());
    for (const ContactList &list : *found) {
        if (context.json)
            printJson({{"id"_L1, list.id.value},
                       {"name"_L1, list.name},
                       {"description"_L1, list.description},
                       {"isTest"_L1, list.isTest},
                       {"total"_L1, list.count}});
        else
            printLine(u"%1  %2"_s.arg(list.count, 9).arg(list.name));
    }
    return Done;
}

int exportCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const auto list = arguments.take("--list"_L1);
    const bool isPlain = arguments.takeFlag("--plain"_L1);
    const QString columns = arguments.take("--columns"_L1).value_or(QString());
    const QString version = arguments.take("--vcard"_L1).value_or(u"own"_s);
    QStringList operands = arguments.operands();
    if (!arguments.error().isEmpty() || operands.isEmpty())
        return wrongUsage(operands.isEmpty() ? u"no file given"_s : arguments.error(), exportUsage);
    const QString path = operands.takeFirst();
    auto format = exportFormatOf(path);
    if (!format)
        return wrongUsage(u"%1 ends with none of .xlsx, .csv, .vcf and .jsonl"_s.arg(path), exportUsage);
    if (version != "own"_L1 && version != "3.0"_L1 && version != "4.0"_L1)
        return wrongUsage(u"--vcard takes 3.0, 4.0 or own"_s, exportUsage);
    if (*format == ExportFormat::VCard && version != "own"_L1)
        format = version == "3.0"_L1 ? ExportFormat::VCard3 : ExportFormat::VCard4;
    if (*format == ExportFormat::Csv && isPlain)
        format = ExportFormat::PlainCsv;
    if (!columns.isEmpty() && !exportFormat(*format).hasColumns)
        return wrongUsage(u"a vCard has all that is known of a person: --columns is for tables"_s, exportUsage);
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(context.workspace, Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<ContactQuery> query = readQuery(**workspace, operands, list, {});
    if (!query)
        return refuse(query.error());
    const Result<QStringList> keys = readColumns(**workspace, columns);
    if (!keys)
        return refuse(keys.error());
    const Result<qint64> written =
        exportContacts(**workspace, {*query, std::nullopt, *format, *keys, {}}, path, context.control);
    if (!written)
        return refuse(written.error());
    context.json ? printJson({{"file"_L1, path}, {"contacts"_L1, *written}})
                 : printLine(u"%1 contacts in %2"_s.arg(*written).arg(path));
    return Done;
}

} // namespace Elenco
