// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/capabilities.h"
#include "store/sync/uploadrows.h"
#include "sync/bulk/uploadfile.h"

#include <QSet>

#include <memory>

namespace Elenco {

/// Fills a file with the rows that can go in it, in the order in which UploadRows::note() asks about them, on the
/// writer thread.
struct UploadFilling {
    std::shared_ptr<UploadFile> file;
    Capabilities capabilities;
    UploadFile::Columns columns;
    /// How names can be in it; none: the account takes none from files.
    static std::optional<UploadFile::Names> namesFor(const Capabilities &known);
    QSet<QString> taken;   ///< numbers that somebody has just added
    QSet<QString> numbers; ///< of the file
    std::function<bool(const SyncRow &)> isLeft; ///< goes another way; empty: none does
    int trialRows = 0;
    bool hasPassedTrial = false; ///< a row was left for the file after the trial

    UploadRows::Turn operator()(const SyncRow &row);
};

} // namespace Elenco
