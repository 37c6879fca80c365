// SPDX-License-Identifier: Apache-2.0
#include "exporting/contactexport.h"

#include "core/fields.h"
#include "formats/csvwriter.h"
#include "formats/safefile.h"
#include "formats/vcardwriter.h"
#include "store/workspace.h"

#include <functional>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t page = 1000;

using WriteContact = std::function<void(const Contact &, const QStringList &lists)>;

Result<qint64> writeEach(Workspace &workspace, const ContactQuery &query, SafeFile &file, const WriteContact &write,
                         const JobControl &control)
{
    ContactQueries queries(workspace);
    const Result<ContactOrder> order = queries.order(query, control);
    if (!order)
        return order.error();
    const std::vector<ContactId> &ids = **order;
    for (size_t at = 0; at < ids.size(); at += page) {
        if (control.isCancelled())
            return Error{ErrorKind::Cancelled, {}, {}};
        control.report({static_cast<qint64>(at), static_cast<qint64>(ids.size())});
        const Result<std::vector<Contact>> contacts =
            queries.contacts({ids.begin() + static_cast<ptrdiff_t>(at),
                              ids.begin() + static_cast<ptrdiff_t>(std::min(ids.size(), at + page))});
        if (!contacts)
            return contacts.error();
        for (const Contact &contact : *contacts) {
            const Result<QStringList> lists = queries.listNames(contact.id);
            if (!lists)
                return lists.error();
            write(contact, *lists);
        }
        if (Result<void> flushed = file.flush(); !flushed)
            return flushed.error();
    }
    if (Result<void> committed = file.commit(); !committed)
        return committed.error();
    return static_cast<qint64>(ids.size());
}

QString customText(const Contact &contact, const QString &name)
{
    for (const CustomValue &value : contact.customFields) {
        if (value.name == name)
            return value.text;
    }
    return {};
}

Result<qint64> exportCsv(Workspace &workspace, const ContactQuery &query, SafeFile &file, const JobControl &control)
{
    const Result<QList<CustomField>> fields = customFields(workspace);
    if (!fields)
        return fields.error();
    CsvWriter writer(file.buffer());
    std::vector<std::string> cells;
    const auto writeCells = [&] { writer.write(std::vector<std::string_view>(cells.begin(), cells.end())); };
    for (const FieldInfo &info : fieldTable())
        cells.emplace_back(info.key);
    cells.insert(cells.end(), {"tags", "lists"});
    for (const CustomField &field : *fields)
        cells.push_back(field.name.toStdString());
    writeCells();
    return writeEach(
        workspace, query, file,
        [&](const Contact &contact, const QStringList &lists) {
            cells.clear();
            for (const FieldInfo &info : fieldTable())
                cells.push_back((contact.*info.member).toStdString());
            cells.push_back(contact.tags.join(u';').toStdString());
            cells.push_back(lists.join(u';').toStdString());
            for (const CustomField &field : *fields)
                cells.push_back(customText(contact, field.name).toStdString());
            writeCells();
        },
        control);
}

// RFC 6350 section 3.3: a name has letters, digits and hyphens only.
std::string extensionName(const QString &field)
{
    std::string name = field.startsWith("X-"_L1, Qt::CaseInsensitive) ? "" : "X-";
    for (QChar c : field.toUpper())
        name += c.unicode() < 0x80 && c.isLetterOrNumber() ? c.toLatin1() : '-';
    return name;
}

CardText toCard(const Contact &contact)
{
    CardText card;
    card.n = {contact.lastName.toStdString(), contact.firstName.toStdString(), {}, {}, {}};
    card.fn = contact.fullName().toStdString();
    if (!contact.phoneNumber.isEmpty())
        card.tel.push_back(
            {contact.phoneNumber.toStdString(), {contact.lineKind == LineKind::FixedLine ? "home" : "cell"}});
    if (!contact.email.isEmpty())
        card.email.push_back({contact.email.toStdString(), {}});
    card.gender = contact.gender.toStdString();
    for (const QString &tag : contact.tags)
        card.categories.push_back(tag.toStdString());
    AddressText address;
    address.types = {"home"};
    address.parts[3] = contact.city.toStdString();
    address.parts[4] = contact.province.toStdString();
    if (!contact.region.isEmpty())
        card.extensions.emplace_back("X-REGION", contact.region.toStdString());
    for (const CustomValue &value : contact.customFields) {
        const std::string text = value.text.toStdString();
        const QString &name = value.name;
        if (name == "company"_L1)
            card.org.insert(card.org.begin(), text);
        else if (name == "department"_L1)
            card.org.resize(std::max<size_t>(card.org.size(), 1)), card.org.push_back(text);
        else if (name == "jobTitle"_L1)
            card.title.push_back(text);
        else if (name == "address"_L1)
            address.parts[2] = text;
        else if (name == "postalCode"_L1)
            address.parts[5] = text;
        else if (name == "country"_L1)
            address.parts[6] = text;
        else if (name == "birthday"_L1)
            card.bday = text;
        else if (name == "nickname"_L1)
            card.nickname.push_back(text);
        else if (name == "notes"_L1)
            card.note.push_back(text);
        else if (name == "website"_L1)
            card.url.push_back(text);
        else if (name == "middleName"_L1)
            card.n[2] = text;
        else if (name == "prefix"_L1)
            card.n[3] = text;
        else if (name == "suffix"_L1)
            card.n[4] = text;
        else if (name.startsWith("phone"_L1))
            card.tel.push_back({text, {}});
        else if (name == "fax"_L1)
            card.tel.push_back({text, {"fax"}});
        else if (name.startsWith("email"_L1))
            card.email.push_back({text, {}});
        else
            card.extensions.emplace_back(extensionName(name), text);
    }
    if (std::any_of(address.parts.begin(), address.parts.end(), [](const std::string &part) { return !part.empty(); }))
        card.adr.push_back(std::move(address));
    card.unknownProperties = contact.unknownProperties.toStdString();
    return card;
}

} // namespace

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return ExportFormat::Csv;
    if (path.endsWith(".vcf"_L1, Qt::CaseInsensitive))
        return ExportFormat::VCard4;
    return {};
}

Result<qint64> exportContacts(Workspace &workspace, const ContactQuery &query, const QString &path, ExportFormat format,
                              const JobControl &control)
{
    SafeFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened.error();
    if (format == ExportFormat::Csv)
        return exportCsv(workspace, query, file, control);
    const CardVersion version = format == ExportFormat::VCard3 ? CardVersion::V30 : CardVersion::V40;
    return writeEach(
        workspace, query, file,
        [&](const Contact &contact, const QStringList &) { writeCard(file.buffer(), toCard(contact), version); },
        control);
}

} // namespace Elenco
