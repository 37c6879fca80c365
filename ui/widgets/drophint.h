// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Elenco {

/// Lies over a widget while something is dragged across it, and says what dropping it would do.
class DropHint : public QWidget
{
    Q_OBJECT

public:
    /// Covers `target`, hidden.
    explicit DropHint(QWidget *target);

    /// "Drop to import into “Clienti Nord Italia”", with a second, quieter line.
    void showText(const QString &text, const QString &detail = {});
    QString text() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_detail;
};

} // namespace Elenco
