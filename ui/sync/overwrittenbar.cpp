// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/overwrittenbar.h"

#include "ui/sync/syncwords.h"
#include "ui/theme/elencostyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/words.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace Elenco {

OverwrittenBar::OverwrittenBar(ReplacedValues &values, QWidget *parent)
    : EdgeBar(Qt::TopEdge, parent),
      m_values(values),
      m_text(new ElidedLabel({}, TextSize::Body, Ink::Warn)),
      m_restore(new QPushButton(tr("Put mine back"))),
      m_agree(new QPushButton(tr("Agree"))),
      m_all(new QPushButton)
{
    setFixedHeight(40);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {m_all, m_agree, m_restore})
        layout->addWidget(button);
    setButtonKind(m_all, ButtonKind::Ghost);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const ReplacedEntry *entry = first())
            m_values.restore(*entry);
    });
    connect(m_agree, &QPushButton::clicked, this, [this] {
        if (const ReplacedEntry *entry = first())
            m_values.agree(*entry);
    });
    connect(m_all, &QPushButton::clicked, this, &OverwrittenBar::allRequested);
    connect(&values, &ReplacedValues::changed, this, &OverwrittenBar::showFirst);
    showFirst();
}

QString OverwrittenBar::text() const
{
    return m_text->text();
}

const ReplacedEntry *OverwrittenBar::first() const
{
    const QList<ReplacedEntry> &entries = m_values.entries();
    const auto found = std::ranges::find_if(entries, [](const ReplacedEntry &entry) { return entry.isLoud; });
    return found == entries.end() ? nullptr : &*found;
}

void OverwrittenBar::showFirst()
{
    const ReplacedEntry *entry = first();
    setVisible(entry != nullptr);
    if (!entry)
        return;
    const auto count = std::ranges::count_if(m_values.entries(), [](const ReplacedEntry &each) { return each.isLoud; });
    m_text->setText(tr("Somebody else has overwritten what you sent. %1").arg(replacedText(*entry)));
    if (accessibleName() != m_text->text()) { // read out, once
        setAccessibleName(m_text->text());
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    m_all->setText(tr("All %1…").arg(numberText(count)));
    m_all->setVisible(count > 1);
    for (QPushButton *button : {m_restore, m_agree})
        button->setEnabled(!m_values.isBusy());
}

} // namespace Elenco
