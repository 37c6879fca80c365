// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPainter;

namespace Elenco {

/// Up to two letters: of the first two words of a name.
QString initials(const QString &name);
/// One of five colours, always the same one for the same name.
QColor avatarColour(const QString &name);
void paintAvatar(QPainter &painter, const QRectF &rect, const QString &name);

/// The round picture of a person, large: letters on a colour.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(int diameter = 44, QWidget *parent = nullptr);
    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
};

} // namespace Elenco
