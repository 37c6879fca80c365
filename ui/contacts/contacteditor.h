// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/valuelocale.h"
#include "store/contactquery.h"
#include "store/contactstate.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Elenco {

class Label;

/// The values of one contact, to be edited, or those of a new one.
class ContactEditor : public QDialog
{
    Q_OBJECT

public:
    /// `contact` without an id: a new one. `fields` are all custom fields of the workspace.
    ContactEditor(const Contact &contact, const QList<CustomField> &fields, NumberJudge judge, QWidget *parent);

    /// What differs from the contact; empty texts erase.
    ContactState changes() const;

Q_SIGNALS:
    void saved(const Elenco::ContactState &changes);

private:
    struct Line {
        std::string key;
        ValueKind kind = ValueKind::Text;
        QString before; ///< as stored
        QLineEdit *edit = nullptr;
        QComboBox *choice = nullptr; ///< of a Bool
    };
    void addLine(QFormLayout &form, const std::string &key, const QString &label, ValueKind kind, const QString &value);
    std::optional<QString> valueOf(const Line &line) const;
    void check();

    const NumberJudge m_judge;
    const bool m_isNew;
    const ValueLocale m_locale;
    QList<Line> m_lines;
    Label *m_number = nullptr; ///< what the number is
    Label *m_problem;
    QPushButton *m_save;
};

} // namespace Elenco
