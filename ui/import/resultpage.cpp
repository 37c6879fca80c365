// SPDX-License-Identifier: Apache-2.0
#include "ui/import/resultpage.h"

#include "ui/prompts.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/words.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

namespace {

/// A panel with a border, as the design's cards.
class Card : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens(palette());
        paintBox(painter, rect(), 8, t.panel, t.line);
    }
};

/// The line above the sum.
class Line : public QWidget
{
public:
    Line() { setFixedHeight(9); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(QRect(0, height() / 2, width(), 1), tokens(palette()).line);
    }
};

} // namespace

ResultPage::ResultPage(ImportSession &session, Prompts &prompts, QWidget *parent)
    : ImportPage(session, parent),
      m_prompts(prompts),
      m_heading(new Label({}, TextSize::Title)),
      m_detail(new Label({}, TextSize::Body, Ink::Muted)),
      m_progress(new ProgressStrip),
      m_ledger(new Card),
      m_grid(new QGridLayout(m_ledger)),
      m_undo(new QPushButton(icon(Icon::Undo), tr("Undo import"))),
      m_export(new QPushButton(icon(Icon::Save), tr("Save rejected rows…")))
{
    m_detail->setWordWrap(true);
    m_grid->setContentsMargins(20, 16, 20, 16);
    m_grid->setHorizontalSpacing(28);
    m_grid->setVerticalSpacing(8);
    m_ledger->setMaximumWidth(560);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addWidget(m_export);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(m_detail);
    layout->addWidget(m_progress);
    layout->addWidget(m_ledger);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_undo, &QPushButton::clicked, &session, &ImportSession::undo);
    connect(m_export, &QPushButton::clicked, this, [this] {
        const QFileInfo file(this->session().source().path);
        m_prompts.chooseSavePath(this,
                                 {tr("Save rejected rows"),
                                  {tr("CSV (*.csv)")},
                                  file.dir().filePath(tr("%1 rejected.csv").arg(file.completeBaseName()))},
                                 [this](const QString &path) {
                                     if (!path.isEmpty())
                                         this->session().exportProblems(path);
                                 });
    });
    connect(&session, &ImportSession::stateChanged, this, &ResultPage::refresh);
    connect(&session, &ImportSession::ledgerChanged, this, &ResultPage::refresh);
    connect(&session, &ImportSession::progressChanged, this,
            [this] { m_progress->setProgress(this->session().progress()); });
    connect(&session, &ImportSession::undone, this, [this](qint64 changed, qint64 kept) {
        m_heading->setText(tr("The import was undone"));
        m_detail->setText(
            kept > 0 ? tr("%1 contacts were taken back. %2 were edited since and stay as they are.")
                           .arg(numberText(changed), numberText(kept))
                     : tr("%1 contacts were taken back; the address book is as it was before.").arg(numberText(changed)));
    });
    connect(&session, &ImportSession::problemsExported, this, [this](const QString &path) {
        m_detail->setText(tr("The rejected rows are in %1.").arg(QDir::toNativeSeparators(path)));
    });
}

void ResultPage::enter()
{
    refresh();
}

void ResultPage::refresh()
{
    const ImportSession::State state = session().state();
    const bool isDone = state == ImportSession::State::Done, isRunning = state == ImportSession::State::Committing;
    m_progress->setVisible(isRunning);
    m_progress->setProgress(session().progress());
    m_ledger->setVisible(isDone);
    m_undo->setVisible(isDone);
    m_undo->setEnabled(isDone && !session().isUndone());
    const qint64 rejected = session().ledger().count(RowFate::Invalid) + session().ledger().count(RowFate::Suppressed);
    m_export->setVisible(isDone && rejected > 0);
    if (isRunning) {
        m_heading->setText(tr("Importing %1…").arg(session().fileName()));
        m_detail->setText(tr("Until it is done the address book stays as it is. Cancel leaves nothing behind."));
    } else if (isDone && !session().isUndone()) {
        fillLedger();
        m_heading->setText(tr("%n contact(s) imported", nullptr, static_cast<int>(session().ledger().imported())));
        QStringList lists;
        for (const ImportLedger::ListTotal &list : session().ledger().lists)
            lists.append(tr("“%1” now has %2 contacts").arg(list.name, numberText(list.total)));
        m_detail->setText(lists.isEmpty() ? tr("From %1.").arg(session().fileName())
                                          : lists.join(QStringLiteral(" · ")) + u'.');
    } else if (!isDone) {
        m_heading->setText(tr("Nothing was imported"));
        m_detail->setText(tr("The address book is as it was. Go back to try again."));
    }
    Q_EMIT completeChanged();
}

void ResultPage::fillLedger()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const ImportLedger &ledger = session().ledger();
    const std::tuple<QString, qint64, Ink> lines[] = {
        {tr("New"), ledger.count(RowFate::New), Ink::Ok},
        {tr("Updated"), ledger.count(RowFate::Updated), Ink::Ok},
        {tr("Unchanged"), ledger.count(RowFate::Unchanged), Ink::Text},
        {tr("Twice in the file"), ledger.count(RowFate::DuplicateInFile), Ink::Warn},
        {tr("Already in the address book"), ledger.count(RowFate::DuplicateHere), Ink::Warn},
        {tr("Invalid"), ledger.count(RowFate::Invalid), Ink::Bad},
        {tr("On the do-not-contact list"), ledger.count(RowFate::Suppressed), Ink::Bad}};
    int row = 0;
    const auto add = [&](const QString &text, qint64 value, TextSize size, Ink ink) {
        auto *count = new Label(numberText(value), size, value > 0 ? ink : Ink::Faint);
        count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_grid->addWidget(new Label(text, size, value > 0 || size == TextSize::Strong ? Ink::Text : Ink::Faint), row,
                          0);
        m_grid->addWidget(count, row++, 1);
    };
    for (const auto &[text, value, ink] : lines)
        add(text, value, TextSize::Body, ink);
    m_grid->addWidget(new Line, row++, 0, 1, 2);
    add(tr("Rows in the file"), ledger.rows(), TextSize::Strong, Ink::Text);
    m_grid->setColumnStretch(0, 1);
}

} // namespace Elenco
