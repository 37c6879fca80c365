// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/import/importpage.h"

#include <QListWidget>

class QPushButton;

namespace Elenco {

class DropHint;
class Label;
class ProgressStrip;
class Prompts;

/// Step 1: the files, one after the other; more can be dropped or chosen.
class FilesPage : public ImportPage
{
    Q_OBJECT

public:
    FilesPage(ImportSession &session, Prompts &prompts, QWidget *parent = nullptr);

    QString title() const override { return tr("Files"); }
    void enter() override;
    bool isComplete() const override;

    void addFiles(const QStringList &paths);
    QString currentFile() const;
    /// The file after the one at hand, empty when it was the last.
    QString nextFile() const;
    /// "2 of 3": the place of the file at hand, and how many there are.
    int fileNumber() const;
    int fileCount() const;
    void markDone(const QString &path);
    void chooseFiles();
    void chooseFolder();
    QString whatIsRead() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    /// The file at hand is not to be imported.
    void addItem(const QString &path, const QStringList &further);
    void removeCurrent();

    Prompts &m_prompts;
    QListWidget *m_list;
    QPushButton *m_remove;
    Label *m_state;
    ProgressStrip *m_progress;
    DropHint *m_hint;
};

} // namespace Elenco
