// SPDX-License-Identifier: Apache-2.0
#include "ui/import/importnotes.h"

#include "formats/textencoding.h"
#include "models/sync/statewords.h"
#include "ui/import/rowsdialog.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"

#include <QLocale>
#include <QPushButton>

namespace Elenco {

namespace {

QList<QStringList> linesOf(const FileChanges &changes, FileChanges::Kind kind, const std::string &field = {})
{
    QList<QStringList> lines;
    for (const FileChanges::Line &line : changes.lines) {
        if (line.kind != kind || line.field != field)
            continue;
        QStringList texts{QString::number(line.row), QString::fromStdString(line.name)};
        if (kind == FileChanges::Kind::Changed)
            texts += {stateText(field, line.before), stateText(field, line.after)};
        lines.append(texts);
    }
    return lines;
}

} // namespace

ImportNotes::ImportNotes(ImportSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_layout(new FlowLayout(this))
{
    connect(&session, &ImportSession::notesChanged, this, &ImportNotes::rebuild);
    rebuild();
}

void ImportNotes::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (m_session.changes().isKnown())
        addChanges(m_session.changes());
    addReading();
    setVisible(m_layout->count() > 0);
}

// As high as the buttons beside it.
void ImportNotes::addLabel(Label *label)
{
    label->setMinimumHeight(QPushButton(QStringLiteral("0")).sizeHint().height());
    label->setAlignment(Qt::AlignVCenter);
    m_layout->addWidget(label);
}

void ImportNotes::addFigure(const QString &text, const QString &title, const QStringList &headers,
                            const QList<QStringList> &lines)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    button->setEnabled(!lines.isEmpty());
    connect(button, &QPushButton::clicked, this, [=, this] {
        (new RowsDialog(
             title, tr("%1 The first %n row(s) are shown.", nullptr, static_cast<int>(lines.size())).arg(text + u'.'),
             headers, lines, window()))
            ->open();
    });
    m_layout->addWidget(button);
}

void ImportNotes::addChanges(const FileChanges &changes)
{
    const QString since =
        tr("Since “%1” of %2:")
            .arg(changes.fileName, QLocale().toString(changes.when.toLocalTime().date(), QLocale::ShortFormat));
    addLabel(new Label(since, TextSize::Strong));
    const QStringList people{tr("Row"), tr("Name")};
    const auto count = [](qint64 value) { return QLocale().toString(value); };
    addFigure(tr("New: %1").arg(count(changes.added)), since, people, linesOf(changes, FileChanges::Kind::Added));
    addFigure(tr("Gone: %1").arg(count(changes.gone)), since, people, linesOf(changes, FileChanges::Kind::Gone));
    addLabel(new Label(tr("Changed: %1").arg(count(changes.changed))));
    for (const FileChanges::FieldCount &field : changes.fields) {
        const QString label = stateLabel(field.field);
        if (!label.isEmpty())
            addFigure(tr("%1: %2", "a field, and how many it changed of").arg(label, count(field.rows)), since,
                      people + QStringList{tr("Was"), tr("Is")},
                      linesOf(changes, FileChanges::Kind::Changed, field.field));
    }
}

void ImportNotes::addReading()
{
    const FileDescription &file = m_session.source().description;
    if (file.encoding == QLatin1StringView(MixedEncoding.data(), qsizetype(MixedEncoding.size())))
        addLabel(new Label(tr("Two encodings in one file: UTF-8, and windows-1252 in lines that are none."),
                           TextSize::Body, Ink::Warn));
    if (!file.passedOver.isEmpty()) {
        QList<QStringList> lines;
        for (qsizetype i = 0; i < file.passedOver.size(); ++i)
            lines.append({QString::number(i + 1), file.passedOver[i]});
        addFigure(tr("%n file(s) not read", nullptr, static_cast<int>(lines.size())), tr("No cards are in them"),
                  {QString(), tr("File")}, lines);
    }
    QList<QStringList> lines;
    for (const StagedRow &row : m_session.notices())
        lines.append({QString::number(row.row),
                      QString::fromStdString(row.fields[static_cast<size_t>(Field::FirstName)] + ' ' +
                                             row.fields[static_cast<size_t>(Field::LastName)])
                          .trimmed(),
                      QString::fromStdString(row.problemText)});
    if (!lines.isEmpty())
        addFigure(tr("%n row(s) imported, but not all of them", nullptr, static_cast<int>(lines.size())),
                  tr("Imported, but not all of them"), {tr("Row"), tr("Name"), tr("What stays out")}, lines);
}

} // namespace Elenco
