// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

#include <QWidget>

class QGridLayout;

namespace Elenco {

class WordLabel;

/// One line of the inspector.
struct KeyValue {
    QString key;
    QString value;
    Ink ink = Ink::Text;
    friend bool operator==(const KeyValue &, const KeyValue &) = default;
};

/// Names on the left, values on the right; values can be selected and copied.
class KeyValueGrid : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueGrid(QWidget *parent = nullptr);

    /// Keeps the labels that are there: going through contacts with the arrow keys must not flicker.
    void setRows(const QList<KeyValue> &rows);
    const QList<KeyValue> &rows() const { return m_rows; }

private:
    struct Line {
        WordLabel *key;
        WordLabel *value;
    };
    QGridLayout *m_layout;
    QList<KeyValue> m_rows;
    QList<Line> m_lines;
};

} // namespace Elenco
