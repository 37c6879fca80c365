// SPDX-License-Identifier: Apache-2.0
#include "sync/run/powerwatch.h"

#if defined(Q_OS_WIN)
#include <QTimer>

#include <qt_windows.h>
#elif defined(Q_OS_MACOS)
#include <QTimer>

#include <objc/message.h>
#include <objc/runtime.h>
#elif defined(ELENCO_HAS_DBUS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace Elenco {

void PowerWatch::setSaving(bool saves)
{
    if (m_isSaving == saves)
        return;
    m_isSaving = saves;
    Q_EMIT changed();
}

#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)

// Asked for, since a message of the system would need a window of ours; what hangs on it can wait a minute.
PowerWatch::PowerWatch(QObject *parent) : QObject(parent)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &PowerWatch::refresh);
    timer->start(60'000);
    refresh();
}

void PowerWatch::refresh()
{
#if defined(Q_OS_WIN)
    SYSTEM_POWER_STATUS status{};
    setSaving(GetSystemPowerStatus(&status) && status.SystemStatusFlag == 1);
#else
    using Asking = id (*)(Class, SEL);
    using Telling = BOOL (*)(id, SEL);
    const id process =
        reinterpret_cast<Asking>(objc_msgSend)(objc_getClass("NSProcessInfo"), sel_registerName("processInfo"));
    setSaving(reinterpret_cast<Telling>(objc_msgSend)(process, sel_registerName("isLowPowerModeEnabled")));
#endif
}

#elif defined(ELENCO_HAS_DBUS)

namespace {

// The daemon's name before it went to UPower; newer ones answer to it as well.
const QString service = QStringLiteral("net.hadess.PowerProfiles");
const QString path = QStringLiteral("/net/hadess/PowerProfiles");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");

} // namespace

PowerWatch::PowerWatch(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, properties, QStringLiteral("PropertiesChanged"), this, SLOT(refresh()));
    refresh();
}

void PowerWatch::refresh()
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, properties, QStringLiteral("Get"));
    question << service << QStringLiteral("ActiveProfile");
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> answer = *watcher;
        watcher->deleteLater();
        setSaving(!answer.isError() && answer.value().variant().toString() == QLatin1String("power-saver"));
    });
}

#else

PowerWatch::PowerWatch(QObject *parent) : QObject(parent)
{
}

void PowerWatch::refresh()
{
}

#endif

} // namespace Elenco
