// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/conflicts.h"
#include "store/sync/mergestory.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace Elenco {

/// The fields of one contact that were changed on both sides: what each was when last in step, is here and on the
/// gateway, and what it is to be. A result can be typed as well. Below them is what was merged without a question.
class ChoiceGrid : public QFrame
{
    Q_OBJECT

public:
    explicit ChoiceGrid(QWidget *parent = nullptr);

    /// Conflicts about fields only, of one contact. What was chosen for one that was shown before stays chosen.
    void showChoices(const QList<Conflict> &conflicts, const MergeStory &story);
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
    void addMerged(const MergedValue &value, int line);
    void addLabels(int line, const QString &name, const QString &base);
    void addCell(QWidget *widget, int line, int column);
    Decision decision(const Row &row) const;

    QGridLayout *m_layout;
    QLabel *m_mine;
    QLabel *m_theirs;
    QList<Row> m_rows;
    int m_lines = 0; ///< with those that were merged
};

} // namespace Elenco
