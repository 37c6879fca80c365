// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace Elenco {

/// Where people search: free text, and conditions ("city: Milano") as tokens before it.
/// Backspace at the beginning takes the last token back into the text; Escape clears.
class SearchField : public QWidget
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    const QStringList &tokens() const { return m_tokens; }
    void setTokens(const QStringList &tokens);
    /// A word (blanks in quotes and brackets are part of it) that this accepts becomes a token when a space follows it.
    void setTokenRule(std::function<bool(const QString &word)> rule) { m_rule = std::move(rule); }
    /// A piece of the text that is wrong, or not finished yet.
    struct Mark {
        qsizetype position = 0;
        qsizetype length = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };
    /// Underlines pieces of the text, and the tokens that have a sentence (by token); `sentence` says what is wrong.
    void setMarks(const QList<Mark> &marks, const QStringList &tokenSentences, const QString &sentence);
    const QList<Mark> &marks() const { return m_marks; }
    void clear();
    QLineEdit *edit() const { return m_edit; }

    QSize sizeHint() const override { return {360, 32}; }
    QSize minimumSizeHint() const override { return {140, 28}; }

Q_SIGNALS:
    /// Text or tokens changed, by the user or by a call.
    void changed();
    /// Return was pressed.
    void submitted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void rebuildTokens();
    void takeToken();
    void refresh();
    void underline();

    QHBoxLayout *m_layout;
    QLineEdit *m_edit;
    QToolButton *m_clear;
    QStringList m_tokens;
    QStringList m_tokenSentences;
    QList<Mark> m_marks;
    QList<QWidget *> m_tokenWidgets;
    std::function<bool(const QString &)> m_rule;
};

} // namespace Elenco
