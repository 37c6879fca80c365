// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/edgebar.h"

class QPushButton;

namespace Elenco {

class ElidedLabel;

/// Says, for as long as an address book is in step with the practice gateway, that its people are invented, and has the
/// way out: of the practice address book as a whole, or, where somebody's own people are among them, of these alone.
class PracticeBar : public EdgeBar
{
    Q_OBJECT

public:
    enum class Book {
        Practice, ///< an address book that is there for practising alone
        Mixed,    ///< a person's own, into which the practice gateway's people came
    };
    explicit PracticeBar(Book book, QWidget *parent = nullptr);

    QPushButton *button() const { return m_leave; }

Q_SIGNALS:
    void leaveRequested();

private:
    ElidedLabel *m_text;
    QPushButton *m_leave;
};

} // namespace Elenco
