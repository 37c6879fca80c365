// SPDX-License-Identifier: Apache-2.0
#include "exporting/contactexport.h"

#include "exporting/cardtext.h"
#include "formats/safefile.h"
#include "store/database/workspace.h"

#include <functional>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t page = 1000;

using WriteContact = std::function<void(const Contact &, const QStringList &lists)>;

Result<qint64> writeEach(ContactQueries &queries, const std::vector<ContactId> &ids, SafeFile &file,
                         const WriteContact &write, const JobControl &control)
{
    qint64 written = 0;
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
            if (!contact.id.isValid()) // was deleted since it was selected
                continue;
            const Result<QStringList> lists = queries.listNames(contact.id);
            if (!lists)
                return lists.error();
            write(contact, *lists);
            ++written;
        }
        if (Result<void> flushed = file.flush(); !flushed)
            return flushed.error();
    }
    if (Result<void> committed = file.commit(); !committed)
        return committed.error();
    return written;
}

} // namespace

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return ExportFormat::Csv;
    if (path.endsWith(".vcf"_L1, Qt::CaseInsensitive))
        return ExportFormat::VCard;
    return {};
}

Result<qint64> exportContacts(Workspace &workspace, const ExportRequest &request, const QString &path,
                              const JobControl &control)
{
    ContactQueries queries(workspace);
    if (Result<void> held = queries.hold(); !held)
        return held.error();
    ContactOrder order;
    if (!request.ids) {
        Result<ContactOrder> asked = queries.order(request.query, control);
        if (!asked)
            return asked.error();
        order = std::move(*asked);
    }
    const std::vector<ContactId> &ids = request.ids ? *request.ids : *order;
    SafeFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened.error();
    if (request.format != ExportFormat::Csv) {
        const CardVersion version = request.format == ExportFormat::VCard3   ? CardVersion::V30
                                    : request.format == ExportFormat::VCard4 ? CardVersion::V40
                                                                             : CardVersion::Unknown;
        return writeEach(
            queries, ids, file,
            [&](const Contact &contact, const QStringList &) { writeCard(file.buffer(), cardOf(contact), version); },
            control);
    }
    const Result<QList<CustomField>> fields = queries.customFields();
    if (!fields)
        return fields.error();
    TableText table(file.buffer(), *fields, request.style);
    return writeEach(
        queries, ids, file, [&](const Contact &contact, const QStringList &lists) { table.write(contact, lists); },
        control);
}

} // namespace Elenco
