// SPDX-License-Identifier: Apache-2.0
#include "ui/import/opencolumns.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"

#include <QPushButton>

namespace Elenco {

OpenColumns::OpenColumns(ImportSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_layout(new FlowLayout(this))
{
    connect(&session, &ImportSession::mappingChanged, this, &OpenColumns::rebuild);
    rebuild();
}

void OpenColumns::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->deleteLater(); // one of them may be the button that is pressed
        item->widget()->hide();
        delete item;
    }
    const ColumnMapping &mapping = m_session.mapping();
    setVisible(!mapping.suggestions.isEmpty());
    if (mapping.suggestions.isEmpty())
        return;
    m_layout->addWidget(new Label(tr("Left open, and not imported until you decide:"), TextSize::Body, Ink::Warn));
    const auto add = [this](const QString &text, const QString &why, std::optional<int> column) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        button->setToolTip(why);
        button->setAccessibleDescription(why);
        connect(button, &QPushButton::clicked, this, [this, column] { m_session.takeSuggestion(column); });
        m_layout->addWidget(button);
    };
    for (auto each = mapping.suggestions.begin(); each != mapping.suggestions.end(); ++each)
        add(tr("%1 → %2?", "a column, and the field that is suggested for it")
                .arg(m_session.columns().value(each.key()).name.simplified(), each->label()),
            tr("%1 Press to take it; the column's menu has the other fields.").arg(each->why() + u'.'),
            static_cast<int>(each.key()));
    if (mapping.suggestions.size() > 1)
        add(tr("Take all"), tr("All columns as they are suggested"), std::nullopt);
}

} // namespace Elenco
