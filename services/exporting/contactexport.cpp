// SPDX-License-Identifier: Apache-2.0
#include "exporting/contactexport.h"

#include "store/database/workspace.h"

namespace Elenco {

namespace {

constexpr size_t page = 1000;

Result<qint64> writeEach(ContactQueries &queries, const std::vector<ContactId> &ids, ContactWriter &writer,
                         const JobControl &control)
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
            if (const Result<void> put = writer.write(contact, *lists); !put)
                return put.error();
            ++written;
        }
    }
    if (const Result<void> finished = writer.finish(); !finished)
        return finished.error();
    return written;
}

} // namespace

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
    const Result<QList<CustomField>> fields = queries.customFields();
    if (!fields)
        return fields.error();
    const Result<std::unique_ptr<ContactWriter>> writer =
        exportFormat(request.format)
            .open(path, {chosenColumns(exportColumns(*fields), request.columns), request.locale});
    if (!writer)
        return writer.error();
    return writeEach(queries, request.ids ? *request.ids : *order, **writer, control);
}

} // namespace Elenco
