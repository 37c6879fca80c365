// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/result.h"

namespace Elenco {

/// Puts contacts into a file of one format, one after the other, in constant memory. The file is there, or replaced,
/// when finish() succeeded; whoever drops the writer before has written nothing. On one thread.
class ContactWriter
{
public:
    virtual ~ContactWriter() = default;

    /// Errors: WriteFailed, DiskFull; InvalidInput names the contact, where the format can't hold what it has.
    virtual Result<void> write(const Contact &contact, const QStringList &lists) = 0;
    /// Errors: WriteFailed, DiskFull.
    virtual Result<void> finish() = 0;
};

} // namespace Elenco
