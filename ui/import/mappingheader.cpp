// SPDX-License-Identifier: Apache-2.0
#include "ui/import/mappingheader.h"

#include "ui/import/fieldcatalog.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Elenco {

namespace {

constexpr int headerHeight = 66;
constexpr int pillHeight = 26;

TonePair toneOf(const ColumnTarget &target, const Tokens &tokens)
{
    if (target.evidence == ColumnTarget::Evidence::Undecided)
        return tokens.tone(Tone::Warn);
    if (target.kind == ColumnTarget::Kind::Ignore)
        return {tokens.muted, tokens.sunken};
    return tokens.tone(target.isCertain ? Tone::Ok : Tone::Warn);
}

} // namespace

MappingHeader::MappingHeader(ImportSession &session, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_session(session)
{
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(96);
    setDefaultSectionSize(140);
    setAccessibleName(tr("Columns of the file and their fields"));
    connect(&session, &ImportSession::mappingChanged, this, [this] { viewport()->update(); });
}

QSize MappingHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headerHeight};
}

QSize MappingHeader::sectionSizeFromContents(int column) const
{
    const QFontMetrics name(uiFont(12, 600)), pill(uiFont(12, 600));
    const int width = qMax(name.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()),
                           pill.horizontalAdvance(targetText(column)) + 30);
    return {qBound(96, width + 24, 260), headerHeight};
}

QString MappingHeader::targetText(int column) const
{
    const ColumnTarget target = m_session.mapping().targets.value(column);
    if (m_session.mapping().isOpen(column))
        return tr("To be decided");
    const bool isNew = target.kind == ColumnTarget::Kind::Custom &&
                       std::ranges::none_of(m_session.customFields(),
                                            [&](const CustomField &field) { return field.name == target.name; });
    if (isNew) {
        const QString kind = target.valueKind == ValueKind::Text ? QString() : u' ' + valueKindText(target.valueKind);
        return target.isCertain
                   ? tr("New: %1%2").arg(target.label(), kind)
                   : tr("New field:%1?").arg(kind.isEmpty() ? u' ' + valueKindText(ValueKind::Text) : kind);
    }
    if (target.kind == ColumnTarget::Kind::Standard && target.field == Field::Phone)
        return target.label() + QStringLiteral(" *");
    return target.label();
}

QRect MappingHeader::targetRect(const QRect &section) const
{
    return {section.left() + 8, section.top() + 31, section.width() - 16, pillHeight};
}

// Behind the last column the header goes on, quietly.
void MappingHeader::paintEvent(QPaintEvent *event)
{
    {
        const Tokens &t = tokens(palette());
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), t.bg);
        painter.setPen(t.line);
        painter.drawLine(viewport()->rect().bottomLeft(), viewport()->rect().bottomRight());
    }
    QHeaderView::paintEvent(event);
}

void MappingHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    const Tokens &t = tokens(palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, t.bg);
    painter->setPen(t.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setFont(uiFont(12, 600));
    painter->setPen(t.muted);
    const QRect nameRect(rect.left() + 10, rect.top() + 7, rect.width() - 18, 18);
    const QString name = model()->headerData(column, Qt::Horizontal).toString();
    painter->drawText(nameRect, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, nameRect.width()));

    const QRect pill = targetRect(rect);
    const bool isDropTarget = column == m_dropColumn;
    const ColumnTarget target = m_session.mapping().targets.value(column);
    const TonePair tone = isDropTarget ? t.tone(Tone::Accent) : toneOf(target, t);
    if (isDropTarget) {
        QPen pen(t.accent, 2, Qt::DashLine);
        painter->setPen(pen);
        painter->setBrush(t.accentSoft);
        painter->drawRoundedRect(QRectF(pill).adjusted(1, 1, -1, -1), 5, 5);
    } else {
        paintBox(*painter, pill, 5, tone.soft);
    }
    if (hasFocus() && column == m_focused && !isDropTarget)
        paintFocusRing(*painter, pill, 5, t);
    painter->setPen(isDropTarget ? t.accentText : tone.text);
    const QRect textRect = pill.adjusted(8, 0, isDropTarget ? -6 : -22, 0);
    const QString text = isDropTarget ? tr("Drop %1 here").arg(m_dropLabel) : targetText(column);
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, textRect.width()));
    if (!isDropTarget)
        paintIcon(*painter, Icon::ChevronDown, QRectF(pill.right() - 19, pill.top() + 6, 14, 14), tone.text);
    painter->restore();
}

void MappingHeader::setFocusedColumn(int column)
{
    if (column < 0 || column >= count())
        return;
    m_focused = column;
    viewport()->update();
}

void MappingHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    QHeaderView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || column < 0)
        return;
    const QRect section(sectionViewportPosition(column), 0, sectionSize(column), height());
    if (!targetRect(section).contains(event->position().toPoint()))
        return;
    setFocusedColumn(column);
    Q_EMIT menuRequested(column, mapToGlobal(targetRect(section).bottomLeft()));
}

void MappingHeader::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: setFocusedColumn(m_focused - 1); break;
    case Qt::Key_Right: setFocusedColumn(m_focused + 1); break;
    case Qt::Key_Home: setFocusedColumn(0); break;
    case Qt::Key_End: setFocusedColumn(count() - 1); break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT fieldDropped(m_focused, {}, false); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Down:
        Q_EMIT menuRequested(m_focused, mapToGlobal(QPoint(sectionViewportPosition(m_focused) + 8, height() - 8)));
        break;
    default: QHeaderView::keyPressEvent(event); return;
    }
    const int position = sectionViewportPosition(m_focused);
    if (position < 0 || position + sectionSize(m_focused) > viewport()->width())
        setOffset(qBound(0, offset() + position - viewport()->width() / 3, qMax(0, length() - viewport()->width())));
}

void MappingHeader::focusInEvent(QFocusEvent *event)
{
    QHeaderView::focusInEvent(event);
    viewport()->update();
}

void MappingHeader::focusOutEvent(QFocusEvent *event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

void MappingHeader::setDropColumn(int column, const QString &label)
{
    m_dropColumn = column;
    m_dropLabel = label;
    viewport()->update();
}

void MappingHeader::dragOver(QDragMoveEvent &event)
{
    const auto target = draggedField(event.mimeData());
    const int column = logicalIndexAt(event.position().toPoint().x());
    if (!target || column < 0) {
        setDropColumn(-1);
        event.ignore();
        return;
    }
    setDropColumn(column, target->label());
    event.acceptProposedAction();
}

void MappingHeader::endDrag()
{
    setDropColumn(-1);
}

void MappingHeader::drop(QDropEvent &event)
{
    const auto target = draggedField(event.mimeData());
    const int column = logicalIndexAt(event.position().toPoint().x());
    setDropColumn(-1);
    if (!target || column < 0)
        return;
    event.acceptProposedAction();
    setFocusedColumn(column);
    Q_EMIT fieldDropped(column, *target, event.modifiers().testFlag(Qt::ShiftModifier));
}

void MappingHeader::dragEnterEvent(QDragEnterEvent *event)
{
    dragOver(*event);
}

void MappingHeader::dragMoveEvent(QDragMoveEvent *event)
{
    dragOver(*event);
}

void MappingHeader::dragLeaveEvent(QDragLeaveEvent *event)
{
    endDrag();
    QHeaderView::dragLeaveEvent(event);
}

void MappingHeader::dropEvent(QDropEvent *event)
{
    drop(*event);
}

} // namespace Elenco
