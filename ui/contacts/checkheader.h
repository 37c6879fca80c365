// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace Elenco {

class ContactSelection;

/// The check boxes before the rows: they stay in place when the table scrolls sideways. A click adds or removes a row,
/// whatever keys are held.
class CheckHeader : public QHeaderView
{
    Q_OBJECT

public:
    static constexpr int width = 34;

    explicit CheckHeader(QWidget *parent = nullptr);
    void setSelection(ContactSelection *selection);

    QSize sizeHint() const override { return {width, QHeaderView::sizeHint().height()}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    ContactSelection *m_selection = nullptr;
};

/// The check box above them: all or none.
class CheckCorner : public QWidget
{
    Q_OBJECT

public:
    CheckCorner(ContactSelection &selection, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    ContactSelection &m_selection;
};

} // namespace Elenco
