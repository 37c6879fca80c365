// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Elenco {

/// What the system tells about the way out. Where it tells nothing (no such service, a server's installation) the
/// network counts as there and free: trying is the only probe then.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);

    bool isReachable() const { return m_isReachable; }
    /// Every byte costs: nothing is read that nobody asked for.
    bool isMetered() const { return m_isMetered; }

Q_SIGNALS:
    void changed();

private:
    void refresh();

    bool m_isReachable = true;
    bool m_isMetered = false;
};

} // namespace Elenco
