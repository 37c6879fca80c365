// SPDX-License-Identifier: Apache-2.0
#include "ui/account/passphrasefield.h"

#include "secrets/passphrasestrength.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace Elenco {

PassphraseField::PassphraseField(QWidget *parent)
    : QWidget(parent),
      m_first(new QLineEdit),
      m_again(new QLineEdit),
      m_strength(new Label({}, TextSize::Small, Ink::Muted))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QLineEdit *edit : {m_first, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        layout->addWidget(edit);
        connect(edit, &QLineEdit::textEdited, this, [this] {
            judge();
            Q_EMIT edited();
        });
    }
    layout->addWidget(m_strength);
    m_again->setPlaceholderText(tr("once more"));
    m_first->setAccessibleName(tr("Passphrase"));
    m_again->setAccessibleName(tr("Passphrase, once more"));
    setFocusProxy(m_first);
    judge();
    m_again->hide();
    m_strength->hide();
}

void PassphraseField::setNew(bool isNew)
{
    m_isNew = isNew;
    m_again->setVisible(isNew);
    m_strength->setVisible(isNew);
    judge();
}

QString PassphraseField::text() const
{
    return m_first->text();
}

QString PassphraseField::problem() const
{
    if (text().isEmpty())
        return tr("Please type a passphrase: it protects the key.");
    if (!m_isNew)
        return {};
    if (strengthOf(text()) == PassphraseStrength::TooShort)
        return tr("The passphrase is too short: it needs at least %n character(s).", nullptr, int(shortestPassphrase));
    if (m_again->text().isEmpty())
        return tr("Please type the passphrase once more: nobody can see what was typed.");
    return m_again->text() == text() ? QString() : tr("The two passphrases are not the same.");
}

void PassphraseField::takeFocus()
{
    const bool isFirstDone = m_isNew && strengthOf(text()) != PassphraseStrength::TooShort;
    QLineEdit *const next = isFirstDone ? m_again : m_first;
    next->setFocus(Qt::OtherFocusReason);
    next->selectAll();
}

void PassphraseField::judge()
{
    const bool isOther = !m_again->text().isEmpty() && !text().startsWith(m_again->text());
    QString words = tr("Nobody can bring it back if it is forgotten.");
    Ink ink = Ink::Muted;
    if (isOther) {
        words = tr("The two are not the same.");
        ink = Ink::Bad;
    } else if (!text().isEmpty()) {
        switch (strengthOf(text())) {
        case PassphraseStrength::TooShort:
            words = tr("Too short: at least %n character(s).", nullptr, int(shortestPassphrase));
            ink = Ink::Bad;
            break;
        case PassphraseStrength::Weak:
            words = tr("Weak: a few more words make it strong.");
            ink = Ink::Warn;
            break;
        case PassphraseStrength::Fair:
            words = tr("Fair: another word makes it strong.");
            ink = Ink::Muted;
            break;
        case PassphraseStrength::Strong:
            words = tr("Strong.");
            ink = Ink::Ok;
            break;
        }
    }
    m_strength->setText(words);
    m_strength->setInk(ink);
    m_strength->setAccessibleName(words);
}

} // namespace Elenco
