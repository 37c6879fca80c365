// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Elenco {

/// Offers to try everything without an account.
class PracticeOffer : public QWidget
{
    Q_OBJECT

public:
    explicit PracticeOffer(QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted();
};

} // namespace Elenco
