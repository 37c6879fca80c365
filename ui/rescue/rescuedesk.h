// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "store/recovery/rescue.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>

class QWidget;

namespace Elenco {

class Prompts;

/// Says what is wrong with the file of the address book, and has it rescued when the person wants that.
class RescueDesk : public QObject
{
    Q_OBJECT

public:
    explicit RescueDesk(Prompts &prompts, QObject *parent = nullptr);
    ~RescueDesk() override;

    /// The file can't be opened: offers to build it anew. rescued() or declined() follows, once.
    void offer(const QString &path, const Error &error);
    /// The same without a question: the person has answered it. Nobody may have the file open.
    void rescue(const QString &path);
    /// The file may only be read: offers to work in a copy of it. copySaved() or declined() follows, once.
    void offerWritableCopy(const QString &path, const Error &error);

    /// Shows what comes up while the file is open, in front of `window`; after a program that did not come to its end
    /// it is looked over in the background. When it is to be rescued, rescueWanted() asks for it to be closed. A file
    /// that somebody takes away while it is open can be saved elsewhere.
    void watch(AddressBook &addressBook, QWidget *window);

Q_SIGNALS:
    void rescued(const QString &path);
    void declined();
    void rescueWanted(const QString &path);
    /// The address book was saved in another file, since its own is gone or may only be read; that one is to be opened.
    void copySaved(const QString &path);

private:
    void offerCopy(AddressBook &addressBook, QWidget *window, const Error &error);
    void tell(const Result<RescueReport> &report, const QString &path);
    void showTrouble(const WorkspaceTrouble &trouble, QWidget *window);

    Prompts &m_prompts;
    QThreadPool m_pool;
    Task<RescueReport> m_rescuing;
    Task<void> m_looking;
    Command<void> m_copying;
    Task<void> m_copyingReadOnly;
    QFileSystemWatcher m_file;
    bool m_hasShownTrouble = false;
};

} // namespace Elenco
