// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QWidget>

namespace Elenco {

class FlowLayout;
class Label;

/// What is to be said of a file before it is imported: what it changes since the last one of its layout, figure by
/// figure with the rows behind each, and what its reader met. Hidden while there is nothing.
class ImportNotes : public QWidget
{
    Q_OBJECT

public:
    explicit ImportNotes(ImportSession &session, QWidget *parent = nullptr);

private:
    void rebuild();
    void addChanges(const FileChanges &changes);
    void addReading();
    void addLabel(Label *label);
    void addFigure(const QString &text, const QString &title, const QStringList &headers,
                   const QList<QStringList> &lines);

    ImportSession &m_session;
    FlowLayout *m_layout;
};

} // namespace Elenco
