// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/searchfield.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QTextCharFormat>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Elenco {

namespace {

/// A condition inside the field. Delete or Backspace removes it, a click takes it back into the text.
class TokenButton : public QAbstractButton
{
public:
    TokenButton(const QString &text, const QString &sentence, std::function<void()> remove, QWidget *parent)
        : QAbstractButton(parent), m_remove(std::move(remove)), m_isWrong(!sentence.isEmpty())
    {
        setText(text);
        setToolTip(sentence);
        setAccessibleName(text);
        setAccessibleDescription((sentence + u' ' + SearchField::tr("Press Delete to remove")).trimmed());
        setFocusPolicy(Qt::StrongFocus);
        setFont(uiFont(0, 500));
        setFixedSize(QFontMetrics(font()).horizontalAdvance(text) + 14, 20);
    }

protected:
    bool event(QEvent *event) override
    {
        // Delete means this token, not the window's shortcut for the selected contacts.
        if (event->type() == QEvent::ShortcutOverride) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
                event->accept();
                return true;
            }
        }
        return QAbstractButton::event(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = Elenco::tokens(palette());
        QPainter painter(this);
        paintBox(painter, rect(), 4, t.accentSoft);
        painter.setPen(m_isWrong ? t.bad : t.accentText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (m_isWrong)
            paintWave(painter, rect().adjusted(7, 0, -7, -2), t.bad);
        if (hasFocus())
            paintFocusRing(painter, rect(), 4, t);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
            m_remove();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    std::function<void()> m_remove;
    bool m_isWrong;
};

} // namespace

SearchField::SearchField(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_edit(new QLineEdit(this)), m_clear(new QToolButton(this))
{
    m_layout->setContentsMargins(30, 0, 5, 0);
    m_layout->setSpacing(6);
    m_edit->setFrame(false);
    m_edit->setMinimumWidth(60);
    m_edit->setAccessibleName(tr("Search"));
    m_edit->installEventFilter(this);
    QPalette glass;
    glass.setColor(QPalette::Base, Qt::transparent); // the ground is painted here
    m_edit->setPalette(glass);
    m_clear->setAutoRaise(true);
    m_clear->setIcon(icon(Icon::Cross));
    m_clear->setIconSize({14, 14});
    m_clear->setFixedSize(22, 22);
    m_clear->setToolTip(tr("Clear the search"));
    m_clear->setAccessibleName(tr("Clear the search"));
    m_layout->addWidget(m_edit, 1);
    m_layout->addWidget(m_clear);
    setFixedHeight(32);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        takeToken();
        refresh();
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &SearchField::submitted);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        m_edit->setFocus();
    });
    refresh();
}

QString SearchField::text() const
{
    return m_edit->text();
}

void SearchField::setText(const QString &text)
{
    m_edit->setText(text);
}

void SearchField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void SearchField::setTokens(const QStringList &tokens)
{
    if (tokens == m_tokens)
        return;
    m_tokens = tokens;
    rebuildTokens();
    Q_EMIT changed();
}

void SearchField::clear()
{
    if (m_tokens.isEmpty() && m_edit->text().isEmpty())
        return;
    const bool hadText = !m_edit->text().isEmpty();
    m_tokens.clear();
    rebuildTokens();
    if (hadText)
        m_edit->clear(); // says that it changed
    else
        Q_EMIT changed();
}

void SearchField::takeToken()
{
    const QString text = m_edit->text();
    const qsizetype end = m_edit->cursorPosition();
    if (!m_rule || end == 0 || end > text.size() || text[end - 1] != u' ')
        return;
    qsizetype start = 0;
    bool isQuoted = false;
    int brackets = 0;
    for (qsizetype i = 0; i < end - 1; ++i) {
        if (text[i] == u'\\' && isQuoted)
            ++i;
        else if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (text[i] == u'(' || text[i] == u')'))
            brackets = std::max(0, brackets + (text[i] == u'(' ? 1 : -1));
        else if (text[i] == u' ' && !isQuoted && brackets == 0)
            start = i + 1;
    }
    const QString word = text.mid(start, end - 1 - start);
    if (isQuoted || word.isEmpty() || !m_rule(word))
        return;
    const QSignalBlocker quiet(m_edit); // the caller says that it changed, once
    m_edit->setText(text.left(start) + text.mid(end));
    m_edit->setCursorPosition(int(start));
    m_tokens.append(word);
    rebuildTokens();
}

void SearchField::rebuildTokens()
{
    for (QWidget *widget : std::as_const(m_tokenWidgets)) {
        widget->hide();
        widget->deleteLater(); // this may be called from the token's own key press
    }
    m_tokenWidgets.clear();
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        const auto remove = [this, i] {
            QStringList rest = m_tokens;
            rest.removeAt(i);
            m_edit->setFocus();
            setTokens(rest);
        };
        auto *token = new TokenButton(m_tokens[i], m_tokenSentences.value(i), remove, this);
        connect(token, &QAbstractButton::clicked, this, [this, remove, word = m_tokens[i]] {
            remove();
            m_edit->setText((word + u' ' + m_edit->text()).trimmed());
        });
        m_layout->insertWidget(int(i), token);
        m_tokenWidgets.append(token);
        token->show();
    }
    refresh();
}

void SearchField::setMarks(const QList<Mark> &marks, const QStringList &tokenSentences, const QString &sentence)
{
    m_edit->setAccessibleDescription(sentence);
    const bool isAny = !marks.isEmpty() || !m_marks.isEmpty();
    m_marks = marks;
    if (isAny) // also where they are the same: the text around them is another one
        underline();
    if (tokenSentences != m_tokenSentences) {
        m_tokenSentences = tokenSentences;
        rebuildTokens();
    }
}

// A line edit formats its text for input methods only; an event of theirs that types nothing sets the formats.
void SearchField::underline()
{
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.setUnderlineColor(Elenco::tokens(palette()).bad);
    QList<QInputMethodEvent::Attribute> attributes;
    for (const Mark &mark : std::as_const(m_marks))
        attributes.append(
            {QInputMethodEvent::TextFormat, int(mark.position) - m_edit->cursorPosition(), int(mark.length), wave});
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_edit, &event);
}

void SearchField::refresh()
{
    m_clear->setVisible(!m_tokens.isEmpty() || !m_edit->text().isEmpty());
    update();
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Backspace && m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText() &&
            !m_tokens.isEmpty()) {
            QStringList rest = m_tokens;
            const QString word = rest.takeLast();
            setTokens(rest);
            m_edit->setText(word + m_edit->text());
            m_edit->setCursorPosition(int(word.size()));
            return true;
        }
        if (key->key() == Qt::Key_Escape && (!m_tokens.isEmpty() || !m_edit->text().isEmpty())) {
            clear();
            return true;
        }
    }
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QWidget::eventFilter(watched, event);
}

void SearchField::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void SearchField::paintEvent(QPaintEvent *)
{
    const Tokens &t = Elenco::tokens(palette());
    const bool focus = m_edit->hasFocus();
    QPainter painter(this);
    paintBox(painter, rect(), Metric::radius, focus ? t.panel : t.bg, focus ? t.accent : t.line);
    if (focus)
        paintFocusRing(painter, rect(), Metric::radius, t);
    paintIcon(painter, Icon::Search, QRectF(9, (height() - 15) / 2.0, 15, 15), t.faint);
}

} // namespace Elenco
