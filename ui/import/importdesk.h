// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QPointer>

#include <functional>

class QSettings;
class QWidget;

namespace Elenco {

class ImportWizard;
class Prompts;

/// Opens the import wizard, one at a time, and at the start offers to go on with an import that was interrupted.
class ImportDesk : public QObject
{
    Q_OBJECT

public:
    ImportDesk(AddressBook &addressBook, Prompts &prompts, QSettings &settings, QWidget *window);
    ~ImportDesk() override;

    /// Files that come while a wizard is open join it. Without files the wizard asks for them.
    void import(const QStringList &paths, const QString &list);
    void offerInterrupted();
    ImportWizard *wizard() const;

Q_SIGNALS:
    /// An import reached the address book.
    void imported();

private:
    void open(std::function<void(ImportWizard &)> begin, const QString &list = {});

    AddressBook &m_addressBook;
    Prompts &m_prompts;
    QSettings &m_settings;
    QWidget *m_window;
    QPointer<ImportWizard> m_wizard;
    Task<Overview> m_askingLists;
    Task<QList<ImportRun>> m_askingPending;
};

} // namespace Elenco
