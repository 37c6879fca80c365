// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/inspector/contactpanel.h"

namespace Elenco {

class Label;

/// Several contacts in the inspector: how many, and what can be done with all of them at once.
class SelectionCard : public ContactPanel
{
    Q_OBJECT

public:
    explicit SelectionCard(SidebarModel &sidebar, QWidget *parent = nullptr);
    void setCount(qint64 count);

private:
    Label *m_title;
};

} // namespace Elenco
