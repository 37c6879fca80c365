// SPDX-License-Identifier: Apache-2.0
#include "ui/import/fieldspanel.h"

#include "core/textfold.h"
#include "phone/region.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace Elenco {

namespace {

enum FieldRole { ChoiceRole = Qt::UserRole };
constexpr int fieldHeight = 34;

/// A field as a small card with a grip, quieter when a column has it already.
class FieldDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {180, fieldHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = static_cast<const FieldList *>(parent());
        const Tokens &t = tokens(option.palette);
        const bool isUsed = index.data(Qt::UserRole + 1).toBool(), isNeeded = index.data(Qt::UserRole + 2).toBool();
        const QString hint = index.data(Qt::UserRole + 3).toString();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(option.rect).adjusted(1, 3, -1, -3);
        const bool isCurrent = option.state & QStyle::State_Selected, isHot = option.state & QStyle::State_MouseOver;
        if (isUsed)
            painter->setOpacity(0.55);
        paintBox(*painter, box, 5, t.panel, isCurrent && list->hasFocus() ? t.accent : isHot ? t.faint : t.line);
        paintIcon(*painter, Icon::GripVertical, QRectF(box.left() + 6, box.top() + 6, 16, box.height() - 12), t.faint);
        QRect text = box.toRect().adjusted(28, 0, -8, 0);
        painter->setFont(uiFontFor(isCurrent));
        painter->setPen(t.text);
        const QString label = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width());
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, label);
        text.setLeft(text.left() + painter->fontMetrics().horizontalAdvance(label) + 7);
        painter->setFont(textFont(TextSize::Body));
        painter->setPen(isNeeded ? t.bad : t.faint);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          isNeeded ? QStringLiteral("*")
                                   : painter->fontMetrics().elidedText(hint, Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    static QFont uiFontFor(bool isCurrent) { return textFont(isCurrent ? TextSize::Strong : TextSize::Body); }
};

// "Italia", "Svizzera" for an Italian; Qt knows the names of other countries in English alone.
QString countryName(QLocale::Territory territory)
{
    const QLocale there(QLocale().language(), territory);
    return there.territory() == territory && there.language() == QLocale().language()
               ? there.nativeTerritoryName()
               : QLocale::territoryToString(territory);
}

} // namespace

FieldList::FieldList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new FieldDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setDefaultDropAction(Qt::CopyAction);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::OpenHandCursor);
    connect(this, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { Q_EMIT fieldChosen(m_choices[row(item)].target); });
}

void FieldList::setChoices(const QList<FieldChoice> &choices)
{
    const int current = currentRow();
    m_choices = choices;
    clear();
    for (const FieldChoice &choice : choices) {
        auto *item = new QListWidgetItem(choice.target.label(), this);
        item->setData(Qt::UserRole + 1, choice.isUsed);
        item->setData(Qt::UserRole + 2, choice.isNeeded);
        item->setData(Qt::UserRole + 3, choice.hint);
        item->setData(Qt::AccessibleTextRole,
                      choice.isUsed ? tr("%1, matched").arg(choice.target.label()) : choice.target.label());
    }
    if (current >= 0)
        setCurrentRow(qMin(current, count() - 1));
    setFixedHeight(heightForRows());
}

int FieldList::heightForRows() const
{
    return count() * fieldHeight + 2;
}

QStringList FieldList::mimeTypes() const
{
    return {fieldDragType()};
}

QMimeData *FieldList::mimeData(const QList<QListWidgetItem *> &items) const
{
    return items.isEmpty() ? nullptr : fieldDrag(m_choices[row(items.first())].target).release();
}

FieldsPanel::FieldsPanel(ImportSession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_search(new SearchField),
      m_standard(new FieldList),
      m_custom(new FieldList),
      m_region(new QComboBox)
{
    setFixedWidth(236);
    auto *fields = new QWidget;
    auto *inner = new QVBoxLayout(fields);
    inner->setContentsMargins(16, 6, 16, 12);
    inner->setSpacing(2);
    inner->addWidget(m_standard);
    inner->addSpacing(10);
    inner->addWidget(new Label(tr("Custom fields"), TextSize::Strong));
    inner->addWidget(m_custom);
    auto *newField = new QPushButton(icon(Icon::Plus), tr("New custom field…"));
    newField->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // no word makes the boxes wider than their place
    inner->addWidget(newField);
    inner->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_search->setPlaceholder(tr("Find a field"));
    m_search->setAccessibleName(tr("Find a field"));
    m_standard->setAccessibleName(tr("Fields"));
    m_custom->setAccessibleName(tr("Custom fields"));
    m_region->setAccessibleName(tr("Numbers without prefix"));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(16, 16, 16, 4);
    top->setSpacing(8);
    top->addWidget(new Label(tr("Fields"), TextSize::Strong));
    top->addWidget(m_search);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(16, 8, 16, 16);
    bottom->setSpacing(8);
    bottom->addWidget(new Label(tr("Numbers without prefix"), TextSize::Strong));
    bottom->addWidget(m_region);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0); // the line at the left edge
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);
    layout->addLayout(bottom);

    connect(m_search, &SearchField::changed, this, &FieldsPanel::refresh);
    connect(&session, &ImportSession::mappingChanged, this, &FieldsPanel::refresh);
    connect(m_standard, &FieldList::fieldChosen, this, &FieldsPanel::fieldChosen);
    connect(m_custom, &FieldList::fieldChosen, this, &FieldsPanel::fieldChosen);
    connect(newField, &QPushButton::clicked, this, &FieldsPanel::newFieldRequested);
    connect(m_region, &QComboBox::activated, this, [this] { m_session.setRegion(m_region->currentData().toString()); });
    fillRegions();
    refresh();
}

void FieldsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tokens(palette()).line);
    painter.drawLine(0, 0, 0, height());
}

void FieldsPanel::fillRegions()
{
    QList<std::pair<QString, QString>> countries; // name, code
    for (const Region &region : regions()) {
        const QString code = QString::fromStdString(region.code);
        const QString name = countryName(QLocale::codeToTerritory(code));
        countries.append({QStringLiteral("%1 (+%2)").arg(name.isEmpty() ? code : name).arg(region.callingCode), code});
    }
    std::sort(countries.begin(), countries.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    for (const auto &[name, code] : countries)
        m_region->addItem(name, code);
    m_region->setCurrentIndex(m_region->findData(m_session.region()));
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void FieldsPanel::refresh()
{
    const std::string wanted = foldText(m_search->text().toStdString());
    QList<FieldChoice> standard, custom;
    for (const FieldChoice &choice : fieldChoices(m_session)) {
        if (foldText(choice.target.label().toStdString()).find(wanted) == std::string::npos)
            continue;
        (choice.group == FieldChoice::Group::Standard ? standard : custom).append(choice);
    }
    m_standard->setChoices(standard);
    m_custom->setChoices(custom);
    m_region->setCurrentIndex(m_region->findData(m_session.region()));
}

} // namespace Elenco
