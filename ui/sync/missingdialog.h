// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/pullruns.h"

#include <QDialog>

namespace Elenco {

/// Asks what is to become of many contacts that the gateway no longer has: an account that was emptied, a backup that
/// was played back, or somebody who really deleted them. Nothing happens until it is answered.
class MissingDialog : public QDialog
{
    Q_OBJECT

public:
    MissingDialog(qint64 missing, QWidget *parent);

Q_SIGNALS:
    void answered(Elenco::MissingAnswer answer);
};

} // namespace Elenco
