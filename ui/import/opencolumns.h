// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imports/importsession.h"

#include <QWidget>

namespace Elenco {

class FlowLayout;

/// The columns whose guess was too doubtful to be made without asking, each with what is suggested: one press takes it.
/// Hidden while there is none.
class OpenColumns : public QWidget
{
    Q_OBJECT

public:
    explicit OpenColumns(ImportSession &session, QWidget *parent = nullptr);

private:
    void rebuild();

    ImportSession &m_session;
    FlowLayout *m_layout;
};

} // namespace Elenco
