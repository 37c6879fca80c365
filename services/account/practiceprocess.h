// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"
#include "gateway/http/credential.h"

#include <QProcess>
#include <QUrl>

#include <memory>

namespace Elenco {

/// The practice gateway of one workspace, run as a child: nothing of it leaves this computer, its state is a file
/// beside the workspace, and it ends with the program. Its key is made anew at each start and handed over in the
/// environment. GUI thread.
class PracticeProcess : public QObject
{
    Q_OBJECT

public:
    /// `program` is the path of elenco-practice-gateway.
    PracticeProcess(QString program, QString stateFile, QObject *parent = nullptr);
    ~PracticeProcess() override;

    /// Starts it, if it does not run; the value is its root address. Errors: NotFound (the program is not installed),
    /// Unsupported (it says in `detail` why it can't start).
    Task<QUrl> start(QObject *context);
    const Credential &key() const { return m_key; }

    /// The program that belongs to the one that runs: in the same folder.
    static QString installedProgram();
    static QString stateFile(const QString &workspacePath);

Q_SIGNALS:
    /// It went away by itself.
    void ended();

private:
    void readRoot();
    void finish(Result<QUrl> result);

    QString m_program;
    QString m_stateFile;
    Credential m_key;
    QUrl m_root;
    QProcess m_process;
    std::vector<TaskPromise<QUrl>> m_waiting;
};

} // namespace Elenco
