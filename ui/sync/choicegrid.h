// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/conflicts.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace Elenco {

/// The fields of one contact that were changed on both sides: what each was when last in step, is here and on the
/// gateway, and what it is to be. A result can be typed as well.
class ChoiceGrid : public QFrame
{
    Q_OBJECT

public:
    explicit ChoiceGrid(QWidget *parent = nullptr);

    /// Conflicts about fields only. What was chosen for one that was shown before stays chosen.
    void setConflicts(const QList<Conflict> &conflicts);
    QList<Decision> decisions() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        Conflict conflict;
        QRadioButton *mine;
        QRadioButton *theirs;
        QLineEdit *result;
    };
    void addRow(const Conflict &conflict, const std::optional<Decision> &before);
    Decision decision(const Row &row) const;

    QGridLayout *m_layout;
    QLabel *m_theirs;
    QList<Row> m_rows;
};

} // namespace Elenco
