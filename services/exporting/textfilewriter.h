// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/contactwriter.h"
#include "formats/safefile.h"

namespace Elenco {

/// A writer of a format that is text from the first contact to the last: UTF-8, appended piece by piece.
class TextFileWriter : public ContactWriter
{
public:
    explicit TextFileWriter(const QString &path) : m_file(path) {}

    /// To be called first. Errors: NoPermission, IsDirectory.
    Result<void> open()
    {
        Result<void> opened = m_file.open();
        if (opened)
            begin(m_file.buffer());
        return opened;
    }
    Result<void> write(const Contact &contact, const QStringList &lists) final
    {
        append(m_file.buffer(), contact, lists);
        return m_file.flush();
    }
    Result<void> finish() final { return m_file.commit(); }

private:
    virtual void begin(std::string &) {}
    virtual void append(std::string &out, const Contact &contact, const QStringList &lists) = 0;

    SafeFile m_file;
};

} // namespace Elenco
