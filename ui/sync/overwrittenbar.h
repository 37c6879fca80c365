// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contacts/replacedvalues.h"
#include "ui/widgets/edgebar.h"

class QPushButton;

namespace Elenco {

class ElidedLabel;

/// A line at the bottom of the window about a value of ours that was overwritten on the gateway, more likely by mistake
/// than by a wish: it is put back or agreed to there and then. One after the other; hidden while there is none.
class OverwrittenBar : public EdgeBar
{
    Q_OBJECT

public:
    explicit OverwrittenBar(ReplacedValues &values, QWidget *parent = nullptr);

    QString text() const;

Q_SIGNALS:
    void allRequested();

private:
    void showFirst();
    const ReplacedEntry *first() const;

    ReplacedValues &m_values;
    ElidedLabel *m_text;
    QPushButton *m_restore;
    QPushButton *m_agree;
    QPushButton *m_all;
};

} // namespace Elenco
