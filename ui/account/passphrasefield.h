// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;

namespace Elenco {

class Label;

/// A passphrase: once to open what is there, twice and judged when a new one is made, since nobody can look at what was
/// typed, and a slip would lock the owner out.
class PassphraseField : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseField(QWidget *parent = nullptr);

    /// A new passphrase is being made, and not one that exists typed.
    void setNew(bool isNew);
    QString text() const;
    bool isEmpty() const { return text().isEmpty(); }
    /// Why it can't be taken, in words; empty when it can.
    QString problem() const;
    /// Puts the keyboard where something is to be typed next.
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void judge();

    QLineEdit *m_first;
    QLineEdit *m_again;
    Label *m_strength;
    bool m_isNew = false;
};

} // namespace Elenco
