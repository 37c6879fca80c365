// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountlink.h"

#include <QSaveFile>

namespace Elenco {

class MainWindow;
class Prompts;

/// Has the gateway make a file of all its contacts, waits for it and writes it where a person wants it. The window goes
/// on meanwhile; one at a time.
class RemoteExport : public QObject
{
    Q_OBJECT

public:
    RemoteExport(AccountLink &link, Prompts &prompts, MainWindow &window);
    ~RemoteExport() override;

    bool isRunning() const { return m_fetching.isRunning(); }

private:
    void showState();
    void ask();
    void fetch(const QString &path);
    void end(const Result<qint64> &bytes);
    /// Nothing of the file stays.
    void stop();

    AccountLink &m_link;
    Prompts &m_prompts;
    MainWindow &m_window;
    std::shared_ptr<QSaveFile> m_file; ///< nothing of it is there until it is whole
    int m_job = 0;                     ///< in the status line
    Task<qint64> m_fetching;
};

} // namespace Elenco
