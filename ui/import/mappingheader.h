// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QHeaderView>

namespace Elenco {

/// The header of the preview: a column's own name, and under it the field it goes to. Fields are dropped on it; a
/// click, Return or Space on the focused column opens the menu of fields.
class MappingHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit MappingHeader(ImportSession &session, QWidget *parent = nullptr);

    int focusedColumn() const { return m_focused; }
    void setFocusedColumn(int column);
    /// What the column is matched to, as its pill says it: "City", "New: Height number".
    QString targetText(int column) const;
    QSize sizeHint() const override;

    // A field that is dragged over a column: over its header, or over its cells. Only the place from the left counts.
    void dragOver(QDragMoveEvent &event);
    void endDrag();
    void drop(QDropEvent &event);

Q_SIGNALS:
    /// The menu of this column is wanted, at a global position.
    void menuRequested(int column, const QPoint &position);
    /// A field was dropped; `combine` when Shift was held: the field's other column keeps it too.
    void fieldDropped(int column, const Elenco::ColumnTarget &target, bool combine);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    QSize sectionSizeFromContents(int column) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QRect targetRect(const QRect &section) const;
    void setDropColumn(int column, const QString &label = {});

    ImportSession &m_session;
    int m_focused = 0;
    int m_dropColumn = -1;
    QString m_dropLabel;
};

} // namespace Elenco
