// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statcard.h"

#include "ui/theme/paint.h"
#include "ui/widgets/progressstrip.h"

#include <QPainter>
#include <QVBoxLayout>

namespace Elenco {

StatCard::StatCard(const QString &label, QWidget *parent)
    : QWidget(parent),
      m_label(new Label(label, TextSize::Body, Ink::Muted, this)),
      m_value(new Label(QStringLiteral("\u2026"), TextSize::Number, Ink::Text, this))
{
    m_label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(2);
    layout->addWidget(m_label);
    layout->addWidget(m_value);
    layout->addStretch();
    setFocusPolicy(Qt::NoFocus);
    describe();
}

void StatCard::setLabel(const QString &label)
{
    m_label->setText(label);
    describe();
}

void StatCard::setValue(const QString &value, Ink ink)
{
    m_value->setText(value);
    m_value->setInk(ink);
    describe();
}

QString StatCard::value() const
{
    return m_value->text();
}

ProgressStrip *StatCard::showProgress()
{
    if (!m_progress) {
        m_progress = new ProgressStrip(this);
        auto *box = static_cast<QVBoxLayout *>(layout());
        box->insertSpacing(1, 10);
        box->insertWidget(2, m_progress);
        m_value->hide();
    }
    return m_progress;
}

void StatCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    paintBox(painter, rect(), 8, t.panel, t.line);
}

void StatCard::describe()
{
    setAccessibleName(m_progress ? m_label->text() : m_label->text() + QStringLiteral(": ") + m_value->text());
}

} // namespace Elenco
