// SPDX-License-Identifier: Apache-2.0
#include "ui/export/contactexports.h"

#include "models/contacts/contactselection.h"
#include "ui/export/exportcolumnsdialog.h"
#include "ui/prompts.h"
#include "ui/window/statusline.h"
#include "ui/words.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

const QString columnsSetting = u"export/columns"_s;

} // namespace

ContactExports::ContactExports(AddressBook &addressBook, ContactSelection &selection, Prompts &prompts,
                               StatusLine &status, QSettings &settings, QWidget *window)
    : QObject(window),
      m_addressBook(addressBook),
      m_selection(selection),
      m_prompts(prompts),
      m_status(status),
      m_settings(settings),
      m_window(window)
{
}

QStringList ContactExports::columns() const
{
    return m_settings.value(columnsSetting).toStringList();
}

void ContactExports::fillMenu(QMenu &menu, const ContactQuery &query, qint64 shown, const QString &name)
{
    ExportRequest request{query, std::nullopt, ExportFormat::Csv, {}, {}};
    const bool isOfSelection = m_selection.count() > 0 && !m_selection.isAll();
    if (isOfSelection)
        request.ids = m_selection.ids();
    menu.addAction(isOfSelection ? tr("%1, as selected:").arg(contactCount(m_selection.count()))
                                 : tr("%1, as shown:").arg(contactCount(shown)))
        ->setEnabled(false);
    for (const ExportFormatInfo &info : exportFormats()) {
        request.format = info.format;
        menu.addAction(tr("%1…", "a format of files").arg(exportFormatText(info)), this,
                       [this, request, name] { choosePath(request, name); });
    }
    menu.addSeparator();
    const qsizetype chosen = columns().size();
    menu.addAction(chosen == 0 ? tr("Columns of tables: all…") : tr("Columns of tables: %n chosen…", "", int(chosen)),
                   this, &ContactExports::chooseColumns);
}

void ContactExports::chooseColumns()
{
    m_fields = m_addressBook.contacts().customFields(this);
    m_fields.then([this](const Result<QList<CustomField>> &fields) {
        if (!fields) {
            Q_EMIT failed(tr("The columns could not be read."), fields.error());
            return;
        }
        delete m_dialog;
        m_dialog = new ExportColumnsDialog(exportColumns(*fields), columns(), m_window);
        connect(m_dialog, &ExportColumnsDialog::columnsChosen, this,
                [this](const QStringList &keys) { m_settings.setValue(columnsSetting, keys); });
        m_dialog->open();
    });
}

void ContactExports::choosePath(const ExportRequest &wanted, const QString &name)
{
    const ExportFormatInfo &format = exportFormat(wanted.format);
    const QString suffix = QLatin1String(format.suffix);
    const SaveRequest request{
        tr("Export contacts"), {u"%1 (*%2)"_s.arg(exportFormatText(format), suffix)}, fileNameText(name) + suffix};
    m_prompts.chooseSavePath(m_window, request, [this, wanted](const QString &path) {
        if (!path.isEmpty())
            write(wanted, path);
    });
}

void ContactExports::write(const ExportRequest &wanted, const QString &path)
{
    ExportRequest request = wanted;
    request.columns = columns();
    request.locale = ValueLocale();
    const QString file = QFileInfo(path).fileName();
    auto job = std::make_shared<int>(0);
    *job = m_status.startJob(tr("Exporting %1").arg(file), [this, job] {
        if (const auto found = m_exports.find(*job); found != m_exports.end())
            found->second.requestStop();
    });
    Task<qint64> &task = m_exports[*job] = m_addressBook.contacts().exportTo(this, request, path);
    task.onProgress([this, job](Progress progress) { m_status.setProgress(*job, progress); });
    task.then([this, job, path](const Result<qint64> &written) {
        m_status.endJob(*job);
        if (written)
            m_status.showMessage(tr("%1 exported to %2.").arg(contactCount(*written), QDir::toNativeSeparators(path)));
        else if (written.error().kind == ErrorKind::Cancelled)
            m_status.showMessage(tr("Cancelled. No file was written."));
        else
            Q_EMIT failed(tr("The contacts could not be exported."), written.error());
        m_exports.erase(*job);
    });
}

} // namespace Elenco
