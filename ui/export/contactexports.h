// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "exporting/contactexport.h"

#include <QPointer>

#include <map>

class QMenu;
class QSettings;

namespace Elenco {

class ContactSelection;
class ExportColumnsDialog;
class Prompts;
class StatusLine;

/// Contacts on their way to files: which format and which columns, where to, and how far each file is.
class ContactExports : public QObject
{
    Q_OBJECT

public:
    ContactExports(AddressBook &addressBook, ContactSelection &selection, Prompts &prompts, StatusLine &status,
                   QSettings &settings, QWidget *window);

    /// Offers the formats for the selected contacts; for those of `query`, `shown` of them, when none are. `name` is
    /// that of the file.
    void fillMenu(QMenu &menu, const ContactQuery &query, qint64 shown, const QString &name);

Q_SIGNALS:
    void failed(const QString &title, const Elenco::Error &error);

private:
    void choosePath(const ExportRequest &wanted, const QString &name);
    void write(const ExportRequest &request, const QString &path);
    void chooseColumns();
    QStringList columns() const;

    AddressBook &m_addressBook;
    ContactSelection &m_selection;
    Prompts &m_prompts;
    StatusLine &m_status;
    QSettings &m_settings;
    QWidget *m_window;
    std::map<int, Task<qint64>> m_exports; ///< by the status line's number
    Task<QList<CustomField>> m_fields;
    QPointer<ExportColumnsDialog> m_dialog;
};

} // namespace Elenco
