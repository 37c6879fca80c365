// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keyvaluegrid.h"

#include "ui/widgets/wordlabel.h"

#include <QGridLayout>

namespace Elenco {

namespace {
constexpr int keyWidth = 92;
} // namespace

KeyValueGrid::KeyValueGrid(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(8);
    m_layout->setColumnMinimumWidth(0, keyWidth);
    m_layout->setColumnStretch(1, 1);
}

void KeyValueGrid::setRows(const QList<KeyValue> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (m_lines.size() < rows.size()) {
        const int row = int(m_lines.size());
        auto *key = new WordLabel(TextSize::Body, Ink::Muted, this);
        auto *value = new WordLabel(TextSize::Body, Ink::Text, this);
        key->setMaximumWidth(keyWidth);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_layout->addWidget(key, row, 0, Qt::AlignTop);
        m_layout->addWidget(value, row, 1, Qt::AlignTop);
        m_lines.append(Line{key, value});
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const bool used = i < rows.size();
        line.key->setVisible(used);
        line.value->setVisible(used);
        if (!used)
            continue;
        line.key->setValue(rows[i].key);
        line.value->setValue(rows[i].value);
        line.value->setInk(rows[i].ink);
        line.value->setAccessibleName(rows[i].key + QStringLiteral(": ") + rows[i].value);
    }
}

} // namespace Elenco
