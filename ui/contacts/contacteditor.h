// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/valuelocale.h"
#include "store/contacts/contactquery.h"
#include "store/contacts/contactstate.h"

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
    /// The same, by field as it was typed, whether it can be saved or not.
    ContactState typed() const;

    /// Offers what was typed the last time and not saved.
    void offerDraft(const ContactState &typed);
    /// Puts it into the fields without a question.
    void takeUp(const ContactState &typed);
    /// Somebody else has the number that numberTyped() has told.
    void sayOwner(const QString &name);

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    /// `typed`: the same as it stands in the fields.
    void saved(const Elenco::ContactState &changes, const Elenco::ContactState &typed);
    /// Another number stands in its field: E.164, or empty when it is none, or the contact's own.
    void numberTyped(const QString &number);
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
    void showNumber(const QString &value);
    void check();

    const NumberJudge m_judge;
    const bool m_isNew;
    const ValueLocale m_locale;
    QList<Line> m_lines;
    Label *m_number = nullptr; ///< what the number is
    Label *m_owner = nullptr;  ///< whose number it is already
    QString m_judged;          ///< the number that was told
    Label *m_problem;
    QPushButton *m_save;
    DraftNotice *m_notice;
    ContactState m_draft; ///< on offer
};

} // namespace Elenco
