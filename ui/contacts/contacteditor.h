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

class DraftNotice;
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

    /// Offers what was typed the last time and not saved.
    void offerDraft(const ContactState &typed);

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void saved(const Elenco::ContactState &changes);
    /// The editor was left without saving, or what it offered was thrown away: what is to be offered the next time, by
    /// field as it was typed; empty for nothing.
    void draftChanged(const Elenco::ContactState &typed);

private:
    struct Line {
        std::string key;
        ValueKind kind = ValueKind::Text;
        QString before; ///< as stored
        QString shown;  ///< at first
        QLineEdit *edit = nullptr;
        QComboBox *choice = nullptr; ///< of a Bool
    };
    void addLine(QFormLayout &form, const std::string &key, const QString &label, ValueKind kind, const QString &value);
    std::optional<QString> valueOf(const Line &line) const;
    QString text(const Line &line) const;
    void takeUp();
    void check();

    const NumberJudge m_judge;
    const bool m_isNew;
    const ValueLocale m_locale;
    QList<Line> m_lines;
    Label *m_number = nullptr; ///< what the number is
    Label *m_problem;
    QPushButton *m_save;
    DraftNotice *m_notice;
    ContactState m_draft; ///< on offer
};

} // namespace Elenco
