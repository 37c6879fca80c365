// SPDX-License-Identifier: Apache-2.0
#include "ui/export/exportcolumnsdialog.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Elenco {

ExportColumnsDialog::ExportColumnsDialog(const QList<ExportColumn> &all, const QStringList &chosen, QWidget *parent)
    : QDialog(parent), m_list(new CheckList)
{
    setWindowTitle(tr("Columns of exported tables"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new Label(tr("For tables, from left to right; they are remembered. vCards have everything. Drag to "
                              "reorder, or Alt+Up and Alt+Down."),
                           TextSize::Body, Ink::Muted);
    text->setWordWrap(true);
    m_list->setAccessibleName(windowTitle());
    QList<ExportColumn> columns = all;
    const auto placeOf = [&](const ExportColumn &column) {
        const qsizetype place = chosen.indexOf(column.key);
        return place < 0 ? chosen.size() : place;
    };
    std::stable_sort(columns.begin(), columns.end(),
                     [&](const ExportColumn &a, const ExportColumn &b) { return placeOf(a) < placeOf(b); });
    const bool areAll = std::none_of(columns.cbegin(), columns.cend(),
                                     [&](const ExportColumn &column) { return chosen.contains(column.key); });
    for (const ExportColumn &column : std::as_const(columns))
        m_list->addItem(column.key, column.label, areAll || chosen.contains(column.key));
    for (const ExportColumn &column : all)
        m_all += column.key;

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_apply = buttons->button(QDialogButtonBox::Ok);
    m_apply->setDefault(true);
    setButtonKind(m_apply, ButtonKind::Primary);
    auto *everything = new QPushButton(tr("&All"));
    auto *nothing = new QPushButton(tr("&None"));
    auto *foot = new QHBoxLayout;
    for (QPushButton *button : {everything, nothing}) {
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    foot->addWidget(buttons, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    resize(440, 520);
    m_list->setFocus();
    connect(m_list, &CheckList::changed, this, &ExportColumnsDialog::refresh);
    connect(everything, &QPushButton::clicked, m_list, [this] { m_list->setAllChecked(true); });
    connect(nothing, &QPushButton::clicked, m_list, [this] { m_list->setAllChecked(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const QStringList keys = m_list->checkedKeys();
        Q_EMIT columnsChosen(keys == m_all ? QStringList() : keys);
        accept();
    });
}

void ExportColumnsDialog::refresh()
{
    m_apply->setEnabled(!m_list->checkedKeys().isEmpty()); // a table without columns holds nobody
}

} // namespace Elenco
