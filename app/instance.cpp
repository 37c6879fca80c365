// SPDX-License-Identifier: Apache-2.0
#include "app/instance.h"

#include "store/database/workspacelock.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 2000; // ms
constexpr auto streamVersion = QDataStream::Qt_6_0;
constexpr qint64 mostBytes = 1 << 20;
const QByteArray taken = "taken";

// Short, whatever the path is: a socket's name may have some hundred bytes. In a folder that is this user's alone.
QString socketName(const QString &workspacePath)
{
    const QByteArray path = workspaceFile(workspacePath).toUtf8(); // whatever link led there
    const QString name =
        u"elenco-"_s + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24));
#ifdef Q_OS_WIN
    return name;
#else
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
#endif
}

} // namespace

Instance::Instance(const QString &workspacePath, QObject *parent) : QObject(parent)
{
    const QString name = socketName(workspacePath);
    QLocalServer::removeServer(name); // of a process that died: this one has the lock
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            connect(caller, &QLocalSocket::readyRead, this, [this, caller] { read(caller); });
            if (caller->bytesAvailable() > 0)
                read(caller);
        }
    });
    m_server.listen(name);
}

void Instance::read(QLocalSocket *caller)
{
    QDataStream stream(caller);
    stream.setVersion(streamVersion);
    stream.startTransaction();
    QStringList files;
    stream >> files;
    if (!stream.commitTransaction()) {
        if (caller->bytesAvailable() > mostBytes)
            caller->abort(); // no start of ours says so much
        return;
    }
    caller->write(taken);
    caller->disconnectFromServer();
    Q_EMIT calledUpon(files);
}

bool Instance::handOver(const QString &workspacePath, const QStringList &files)
{
    QLocalSocket socket;
    socket.connectToServer(socketName(workspacePath));
    if (!socket.waitForConnected(patience))
        return false;
    QDataStream stream(&socket);
    stream.setVersion(streamVersion);
    stream << files;
    return socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience) && socket.readAll() == taken;
}

} // namespace Elenco
