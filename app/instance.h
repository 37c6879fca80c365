// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QStringList>

namespace Elenco {

/// Lets a second start on the same workspace hand its files to the window that is open, instead of refusing. The lock
/// of the workspace decides who is first; this only listens beside it, for the same user. GUI thread.
class Instance : public QObject
{
    Q_OBJECT

public:
    /// For whoever holds the workspace's lock. Not being able to listen costs only the convenience.
    explicit Instance(const QString &workspacePath, QObject *parent = nullptr);

    /// For whoever does not: true when the first start has taken the files (absolute paths, may be none) over. Waits
    /// for at most two seconds.
    static bool handOver(const QString &workspacePath, const QStringList &files);

Q_SIGNALS:
    /// A second start wants the window to be seen, and these files to be imported.
    void calledUpon(const QStringList &files);

private:
    void read(QLocalSocket *caller);

    QLocalServer m_server;
};

} // namespace Elenco
