// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contacteditor.h"

#include "models/contacts/contactcolumns.h"
#include "ui/contacts/draftnotice.h"
#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Elenco {

using namespace Qt::StringLiterals;

ContactEditor::ContactEditor(const Contact &contact, const QList<CustomField> &fields, NumberJudge judge,
                             QWidget *parent)
    : QDialog(parent),
      m_judge(std::move(judge)),
      m_isNew(!contact.id.isValid()),
      m_problem(new Label({}, TextSize::Small, Ink::Bad)),
      m_save(new QPushButton(m_isNew ? tr("Create contact") : tr("Save"))),
      m_notice(new DraftNotice)
{
    setWindowTitle(m_isNew ? tr("New contact") : tr("Edit %1").arg(contact.fullName()));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(20, 18, 20, 8);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(14);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const FieldInfo &info : fieldTable()) {
        addLine(*form, info.key, fieldLabel(info.field), ValueKind::Text, contact.*info.member);
        if (info.field == Field::Phone) {
            m_number = new Label({}, TextSize::Small, Ink::Muted);
            m_owner = new Label({}, TextSize::Small, Ink::Warn);
            m_owner->setWordWrap(true);
            m_owner->hide();
            form->addRow(QString(), m_number);
            form->addRow(QString(), m_owner);
        }
    }
    for (const CustomField &field : fields) {
        QString value;
        for (const CustomValue &each : contact.customFields) {
            if (each.name == field.name)
                value = each.text;
        }
        addLine(*form, customKey(field.kind, field.name.toStdString()), customFieldLabel(field.name), field.kind,
                value);
    }
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 8, 20, 16);
    buttons->setSpacing(8);
    auto *cancel = new QPushButton(tr("Cancel"));
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    setButtonKind(m_save, ButtonKind::Primary);
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    resize(460, std::min(content->sizeHint().height() + 72, 680));
    connect(m_notice, &DraftNotice::takenUp, this, [this] { takeUp(std::exchange(m_draft, {})); });
    connect(m_notice, &DraftNotice::thrownAway, this, [this] {
        m_draft.clear();
        Q_EMIT draftChanged({});
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT saved(changes(), typed());
        accept();
    });
    check();
    m_lines.first().edit->setFocus(); // typing begins at once
}

void ContactEditor::addLine(QFormLayout &form, const std::string &key, const QString &label, ValueKind kind,
                            const QString &value)
{
    Line line{key, kind, value, {}};
    if (kind == ValueKind::Bool) {
        line.choice = new QComboBox;
        line.choice->addItem(QString(), QString());
        line.choice->addItem(tr("Yes"), u"true"_s);
        line.choice->addItem(tr("No"), u"false"_s);
        line.choice->setCurrentIndex(std::max(0, line.choice->findData(value)));
        line.choice->setAccessibleName(label);
        connect(line.choice, &QComboBox::currentIndexChanged, this, &ContactEditor::check);
        form.addRow(label, line.choice);
    } else {
        const bool isPlain = kind == ValueKind::Text;
        line.edit = new QLineEdit(isPlain ? value : m_locale.shown(kind, value));
        line.edit->setAccessibleName(label);
        connect(line.edit, &QLineEdit::textChanged, this, &ContactEditor::check);
        form.addRow(label, line.edit);
    }
    line.shown = text(line);
    m_lines.append(line);
}

QString ContactEditor::text(const Line &line) const
{
    return line.choice ? line.choice->currentData().toString() : line.edit->text();
}

void ContactEditor::offerDraft(const ContactState &typed)
{
    m_draft = typed;
    if (!typed.empty())
        m_notice->show(m_isNew ? tr("You had begun to make a contact.") : tr("You had begun to change this contact."));
}

void ContactEditor::takeUp(const ContactState &typed)
{
    for (const Line &line : std::as_const(m_lines)) {
        const auto found = typed.find(line.key);
        if (found == typed.end())
            continue;
        const QString value = QString::fromStdString(found->second);
        if (line.choice)
            line.choice->setCurrentIndex(std::max(0, line.choice->findData(value)));
        else
            line.edit->setText(value);
    }
}

ContactState ContactEditor::typed() const
{
    ContactState typed;
    for (const Line &line : m_lines) {
        if (text(line) != line.shown)
            typed[line.key] = text(line).toStdString();
    }
    return typed;
}

// Escape, Cancel and the window's cross keep what was typed; leaving is never a question.
void ContactEditor::reject()
{
    ContactState typed = this->typed();
    typed.insert(m_draft.begin(), m_draft.end());
    if (typed != m_draft || m_notice->isHidden())
        Q_EMIT draftChanged(typed);
    QDialog::reject();
}

// As it is stored; nothing where the text is no value of the kind.
std::optional<QString> ContactEditor::valueOf(const Line &line) const
{
    if (line.choice)
        return line.choice->currentData().toString();
    const QString text = line.edit->text().trimmed();
    if (text.isEmpty() || line.kind == ValueKind::Text)
        return text;
    if (line.edit->text() == m_locale.shown(line.kind, line.before))
        return line.before; // what is shown may say less than what is kept
    return m_locale.read(line.kind, text);
}

void ContactEditor::check()
{
    QString problem;
    bool isEmpty = true;
    for (const Line &line : std::as_const(m_lines)) {
        const auto value = valueOf(line);
        if (!value && problem.isEmpty())
            problem = line.kind == ValueKind::Date ? tr("“%1” is not a date.").arg(line.edit->text())
                                                   : tr("“%1” is not a number.").arg(line.edit->text());
        isEmpty = isEmpty && value && value->isEmpty();
        if (value && line.key == fieldInfo(Field::Phone).key)
            showNumber(*value);
    }
    m_problem->setText(problem);
    m_save->setEnabled(problem.isEmpty() && !isEmpty);
}

void ContactEditor::showNumber(const QString &value)
{
    const std::string key = fieldInfo(Field::Phone).key;
    ContactState state{{key, value.toStdString()}};
    m_judge(state);
    const bool isValid = !stateValue(state, "valid").empty();
    const Contact shown = toContact({}, state);
    const ContactColumn column{ContactColumn::Kind::Standard, Field::Phone, {}, {}, ValueKind::Text, true};
    m_number->setText(value.isEmpty() ? tr("Without a number it stays on this computer.")
                      : isValid       ? u"%1 · %2"_s.arg(displayText(column, shown), lineKindText(shown.lineKind))
                                      : tr("No valid number: it stays on this computer."));
    m_number->setInk(isValid ? Ink::Muted : Ink::Warn);
    const QString number = isValid ? shown.phoneNumber : QString();
    if (std::exchange(m_judged, number) == number)
        return;
    m_owner->hide();
    Q_EMIT numberTyped(number);
}

void ContactEditor::sayOwner(const QString &name)
{
    m_owner->setText(tr("%1 has this number already.").arg(name));
    m_owner->show();
}

ContactState ContactEditor::changes() const
{
    ContactState changes;
    for (const Line &line : m_lines) {
        if (const auto value = valueOf(line); value && *value != line.before)
            changes.emplace(line.key, value->toStdString());
    }
    return changes;
}

} // namespace Elenco
