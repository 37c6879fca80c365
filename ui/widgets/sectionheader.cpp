// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sectionheader.h"

#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace Elenco {

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(new Label({}, TextSize::Section, Ink::Faint, this)), m_add(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_add);
    m_add->setAutoRaise(true);
    m_add->setIcon(icon(Icon::Plus, IconTint::Faint));
    m_add->setIconSize({13, 13});
    m_add->setFixedSize(20, 20);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->hide();
    connect(m_add, &QToolButton::clicked, this, &SectionHeader::addRequested);
    setTitle(title);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(QLocale().toUpper(title));
    setAccessibleName(title);
}

void SectionHeader::setAddName(const QString &name)
{
    m_add->setToolTip(name);
    m_add->setAccessibleName(name);
    m_add->show();
}

} // namespace Elenco
