// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QWidget>

namespace Elenco {

/// One step of the import wizard.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(ImportSession &session, QWidget *parent = nullptr) : QWidget(parent), m_session(session) {}

    virtual QString title() const = 0;
    /// The page is seen now; it gives the focus to where its work begins.
    virtual void enter() {}
    /// The page is about to be left forwards.
    virtual void leave() {}
    /// Whether the user may go on.
    virtual bool isComplete() const { return true; }

Q_SIGNALS:
    void completeChanged();

protected:
    ImportSession &session() const { return m_session; }

private:
    ImportSession &m_session;
};

} // namespace Elenco
