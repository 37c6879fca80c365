// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

#include <functional>

namespace Elenco {

/// A request's body that can be read once. QNetworkAccessManager sends a POST, PUT or DELETE again by itself when the
/// server closes without an answer; what it can't rewind it can't send twice, and the reply ends with
/// ContentReSendError (dependencies.md finding 1).
class OneShotBody : public QIODevice
{
    Q_OBJECT

public:
    OneShotBody(QByteArray body, QObject *parent);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool seek(qint64 position) override;
    bool reset() override;

    bool wasRead() const { return m_wasRead; }
    bool isFullyRead() const { return m_at == m_body.size(); }
    /// Called whenever a piece was taken.
    void setReadCallback(std::function<void()> callback) { m_onRead = std::move(callback); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qsizetype m_at = 0;
    bool m_wasRead = false;
    std::function<void()> m_onRead;
};

} // namespace Elenco
