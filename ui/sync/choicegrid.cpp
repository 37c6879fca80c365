// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/choicegrid.h"

#include "ui/sync/syncwords.h"
#include "ui/theme/paint.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>

#include <tuple>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 32, headerHeight = 30, widestName = 180;

/// A value to choose; a long text gives way.
class ChoiceButton : public QRadioButton
{
public:
    explicit ChoiceButton(const QString &value) : m_value(value)
    {
        setAccessibleName(value);
        setToolTip(value);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setFixedHeight(rowHeight - 1);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QRadioButton::resizeEvent(event);
        setText(fontMetrics().elidedText(m_value, Qt::ElideRight, width() - 30).replace(u'&', "&&"_L1));
    }

private:
    const QString m_value;
};

bool canBeTyped(const std::string &key)
{
    const CustomKey custom = parseCustomKey(key);
    return custom.name.empty() || custom.kind == ValueKind::Text;
}

} // namespace

ChoiceGrid::ChoiceGrid(QWidget *parent)
    : QFrame(parent),
      m_layout(new QGridLayout(this)),
      m_mine(new Label({}, TextSize::Small, Ink::Muted)),
      m_theirs(new Label({}, TextSize::Small, Ink::Muted))
{
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    constexpr int stretches[] = {5, 16, 24, 22, 34};
    int column = 0;
    for (QLabel *label :
         {static_cast<QLabel *>(new Label(tr("Field"), TextSize::Small, Ink::Muted)),
          static_cast<QLabel *>(new Label(tr("When last in step"), TextSize::Small, Ink::Muted)), m_mine, m_theirs,
          static_cast<QLabel *>(new Label(tr("Result"), TextSize::Small, Ink::Muted))}) {
        label->setFixedHeight(headerHeight);
        label->setContentsMargins(10, 0, 10, 0);
        m_layout->addWidget(label, 0, column);
        m_layout->setColumnStretch(column, stretches[column]);
        ++column;
    }
}

void ChoiceGrid::showChoices(const QList<Conflict> &conflicts, const MergeStory &story)
{
    const QList<Decision> before = decisions();
    for (int i = m_layout->count() - 1; i >= 5; --i) { // the first five are the header
        QLayoutItem *item = m_layout->takeAt(i);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_rows.clear();
    for (const Conflict &conflict : conflicts) {
        const auto made = std::find_if(before.begin(), before.end(),
                                       [&](const Decision &decision) { return decision.conflict == conflict.id; });
        addRow(conflict, made == before.end() ? std::optional<Decision>() : *made);
    }
    m_lines = int(m_rows.size());
    for (const MergedValue &value : story.merged)
        addMerged(value, ++m_lines);
    m_mine->setText(story.edited.isValid() ? tr("Here, you · %1").arg(whenText(story.edited)) : tr("Here"));
    m_theirs->setText(conflicts.isEmpty() ? QString() : tr("Gateway · %1").arg(whenText(conflicts.first().when)));
    update();
}

void ChoiceGrid::addLabels(int line, const QString &name, const QString &base)
{
    for (const auto &[text, column, ink] : {std::tuple(name, 0, Ink::Text), std::tuple(base, 1, Ink::Muted)}) {
        auto *label = new ElidedLabel(text, TextSize::Body, ink);
        label->setContentsMargins(10, 0, 10, 0);
        label->setFixedHeight(rowHeight - 1);
        m_layout->addWidget(label, line, column);
        if (column == 0)
            m_layout->setColumnMinimumWidth(
                0, std::max(m_layout->columnMinimumWidth(0), std::min(widestName, label->sizeHint().width())));
    }
    m_layout->setRowMinimumHeight(line, rowHeight);
}

void ChoiceGrid::addCell(QWidget *widget, int line, int column)
{
    auto *cell = new QWidget;
    auto *layout = new QHBoxLayout(cell);
    layout->setContentsMargins(column == 4 ? 8 : 10, 0, 4, 1);
    layout->addWidget(widget);
    m_layout->addWidget(cell, line, column);
}

void ChoiceGrid::addRow(const Conflict &conflict, const std::optional<Decision> &before)
{
    const int line = int(m_rows.size()) + 1;
    const std::string &key = conflict.field;
    const QString mine = stateText(key, conflict.mine), theirs = stateText(key, conflict.theirs);
    const QString nothing = tr("(empty)");
    const auto shown = [&](const QString &text) { return text.isEmpty() ? nothing : text; };
    addLabels(line, stateLabel(key), stateText(key, conflict.base));
    Row row{conflict, new ChoiceButton(shown(mine)), new ChoiceButton(shown(theirs)), new QLineEdit};
    auto *group = new QButtonGroup(row.result);
    group->addButton(row.mine);
    group->addButton(row.theirs);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    row.result->setFont(bold);
    row.result->setFrame(false);
    row.result->setReadOnly(!canBeTyped(key));
    row.result->setAccessibleName(tr("Result for %1").arg(stateLabel(key)));
    row.mine->setAccessibleName(tr("%1, here: %2").arg(stateLabel(key), shown(mine)));
    row.theirs->setAccessibleName(tr("%1, on the gateway: %2").arg(stateLabel(key), shown(theirs)));
    QLineEdit *result = row.result;
    connect(row.mine, &QRadioButton::clicked, result, [result, mine] { result->setText(mine); });
    connect(row.theirs, &QRadioButton::clicked, result, [result, theirs] { result->setText(theirs); });
    connect(result, &QLineEdit::textEdited, group, [group, row, mine, theirs](const QString &text) {
        group->setExclusive(false); // what was typed may be neither
        row.mine->setChecked(text == mine);
        row.theirs->setChecked(text != mine && text == theirs);
        group->setExclusive(true);
    });
    if (before && before->choice == Choice::Theirs) {
        row.theirs->setChecked(true);
        result->setText(theirs);
    } else if (before && stateValue(before->fields, key) != conflict.mine.toStdString()) {
        result->setText(QString::fromStdString(std::string(stateValue(before->fields, key))));
    } else {
        row.mine->setChecked(true);
        result->setText(mine);
    }
    addCell(row.mine, line, 2);
    addCell(row.theirs, line, 3);
    addCell(row.result, line, 4);
    for (QRadioButton *button : {row.mine, row.theirs})
        connect(button, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
    m_rows.append(row);
}

void ChoiceGrid::addMerged(const MergedValue &value, int line)
{
    const auto shown = [&](const QString &text) { return text.isEmpty() ? tr("(empty)") : text; };
    addLabels(line, stateLabel(value.field), stateText(value.field, value.base));
    addCell(new ElidedLabel(changedText(value.field, value.base, value.mine)), line, 2);
    addCell(new ElidedLabel(changedText(value.field, value.base, value.theirs)), line, 3);
    auto *result = new ElidedLabel(shown(stateText(value.field, value.result)));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    result->setFont(bold);
    auto *chip = new Chip(tr("merged"), Tone::Ok);
    chip->setPassive(true);
    chip->setChipHeight(22);
    chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(2, 0, 6, 0); // where a line edit has its text
    layout->setSpacing(8);
    layout->addWidget(result);
    layout->addWidget(chip);
    layout->addStretch();
    addCell(both, line, 4);
}

Decision ChoiceGrid::decision(const Row &row) const
{
    if (row.theirs->isChecked())
        return {row.conflict.id, Choice::Theirs, {}};
    const QString value = row.mine->isChecked() ? row.conflict.mine : row.result->text().trimmed();
    return {row.conflict.id, Choice::Mine, {{row.conflict.field, value.toStdString()}}};
}

QList<Decision> ChoiceGrid::decisions() const
{
    QList<Decision> decisions;
    for (const Row &row : m_rows)
        decisions.append(decision(row));
    return decisions;
}

void ChoiceGrid::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), Metric::radius, t.panel, t.line);
    for (int line = 1; line <= m_rows.size(); ++line) { // the chosen one is soft
        const Row &row = m_rows[line - 1];
        for (int column : {2, 3}) {
            if ((column == 2 ? row.mine : row.theirs)->isChecked())
                painter.fillRect(m_layout->cellRect(line, column), t.accentSoft);
        }
    }
    painter.setPen(t.line);
    for (int line = 0; line < m_lines; ++line) {
        const QRect row = m_layout->cellRect(line, 0);
        painter.drawLine(QPointF(1, row.bottom() + 0.5), QPointF(width() - 1, row.bottom() + 0.5));
    }
}

} // namespace Elenco
