// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace Elenco {

class DestinationPage;
class ElidedLabel;
class FilesPage;
class ImportPage;
class Label;
class Notice;
class PressGuard;
class Prompts;
class StepList;

/// From files to people in five steps: files, columns, problems, destination, result.
class ImportWizard : public QDialog
{
    Q_OBJECT

public:
    /// `lists`: the lists there are; `list`: the one to import into, if any.
    ImportWizard(AddressBook &addressBook, Prompts &prompts, const QString &region, const QList<ContactList> &lists,
                 ListId list, QWidget *parent = nullptr);

    ~ImportWizard() override;

    /// Adds files and, with the first of them, goes to the columns as soon as it was read.
    void importFiles(const QStringList &paths);
    void chooseFiles();
    /// Goes on with an import that was left behind.
    void resume(const ImportRun &run);

    enum Step { Files, Columns, Problems, Destination, Outcome };
    Step step() const;
    /// Goes to a step that can be reached.
    void showStep(Step step);
    ImportSession &session() { return m_session; }

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    /// The wizard was left with work in it, which is kept for another time.
    void kept(const QString &fileName);

private:
    ImportPage *page(Step step) const;
    void next();
    void back();
    void commit();
    void refresh();
    /// Rows that can't be imported, or that share a mobile with somebody of another name.
    bool isToReview() const;
    QString headLine() const;
    QString importText() const;
    void changeReading();
    void showFileState(bool isAsked);

    Prompts &m_prompts;
    ImportSession m_session;
    FilesPage *m_filesPage;
    QStackedWidget *m_pages;
    StepList *m_steps;
    ElidedLabel *m_description;
    Notice *m_notice;
    QPushButton *m_change;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    PressGuard *m_guard;
    bool m_goesOnAfterReading = false;
};

} // namespace Elenco
