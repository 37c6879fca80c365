// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/badgedelegate.h"

#include <QTableView>

namespace Elenco {

/// Rows of a file in the wizard: calm lines, chosen as a whole, one at a time; Tab goes on to the buttons.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    /// `name`: what a screen reader calls it.
    explicit RowTable(const QString &name, QWidget *parent = nullptr);

    void setLook(BadgeDelegate::Look look) { m_delegate->setLook(std::move(look)); }
    /// Of the first columns; the last one takes the rest. In a narrow window all shrink, so that the last one is seen,
    /// until somebody has given one a width of his own.
    void setWidths(const QList<int> &widths);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    BadgeDelegate *m_delegate;
    QList<int> m_widths;
    bool m_isFitting = false;
    bool m_isOwn = false; ///< a person has set a width
};

} // namespace Elenco
