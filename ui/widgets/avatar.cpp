// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/avatar.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>

namespace Elenco {

QString initials(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString letters;
    const auto add = [&](const QString &word) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (!word[i].isLetterOrNumber() && !word[i].isSurrogate())
                continue;
            const qsizetype length = word[i].isHighSurrogate() && i + 1 < word.size() ? 2 : 1;
            letters += word.mid(i, length).toUpper();
            return;
        }
    };
    if (!words.isEmpty())
        add(words.first());
    if (words.size() > 1)
        add(words[1]);
    return letters;
}

QColor avatarColour(const QString &name)
{
    // The light theme's strong colours in both themes: white letters need them dark.
    const Tokens &t = lightTokens();
    const std::array colours{t.violet, t.ok, t.bad, t.accent, t.warn};
    // Not qHash: its seed may change, and a person should not change colour.
    quint32 hash = 2166136261U;
    for (const QChar c : name)
        hash = (hash ^ c.unicode()) * 16777619U;
    return colours[(hash ^ (hash >> 16)) % colours.size()];
}

void paintAvatar(QPainter &painter, const QRectF &rect, const QString &name)
{
    const QString letters = initials(name);
    paintBox(painter, rect, rect.width() / 2, letters.isEmpty() ? lightTokens().faint : avatarColour(name));
    if (letters.isEmpty()) {
        const qreal inset = rect.width() * 0.24;
        paintIcon(painter, Icon::User, rect.adjusted(inset, inset, -inset, -inset), Qt::white);
        return;
    }
    painter.save();
    QFont font = uiFont(std::max(9, int(rect.width() * (rect.width() < 30 ? 0.43 : 0.37))), 700);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, letters);
    painter.restore();
}

Avatar::Avatar(int diameter, QWidget *parent) : QWidget(parent)
{
    setFixedSize(diameter, diameter);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_name);
}

} // namespace Elenco
