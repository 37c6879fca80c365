// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <optional>

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

    /// Files that come while a wizard is open, or opens, join it. Without files the wizard asks for them. An import
    /// that was begun and left is offered first.
    void import(const QStringList &paths, ListId list);
    /// The same with what is on the clipboard: numbers, cells or cards.
    void paste(ListId list);
    /// Offers to go on with an import that was begun and left.
    void offerInterrupted();
    ImportWizard *wizard() const;

Q_SIGNALS:
    /// An import reached the address book.
    void imported();
    /// Something for the status line.
    void told(const QString &message);
    /// The wizard was left with work in it.
    void kept(const QString &fileName);

private:
    void offer(std::function<void(const ImportRun &)> goOn, std::function<void()> otherwise);
    void open(const std::optional<ImportRun> &pending);

    AddressBook &m_addressBook;
    Prompts &m_prompts;
    QSettings &m_settings;
    QWidget *m_window;
    QPointer<ImportWizard> m_wizard;
    bool m_isOpening = false;
    bool m_isWanted = false; ///< a wizard with or without files, and not only what was left
    QStringList m_paths;     ///< for the wizard that opens
    ListId m_list;
    QTemporaryDir m_pasted; ///< what was pasted, as files
    int m_pastes = 0;
    Task<Overview> m_askingLists;
    Task<QList<ImportRun>> m_askingPending;
};

} // namespace Elenco
