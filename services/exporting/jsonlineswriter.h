// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/exportformats.h"
#include "exporting/textfilewriter.h"

namespace Elenco {

/// A JSON object (RFC 8259) a line for each contact: the chosen fields by their keys, "tags" and "lists" as arrays,
/// "customFields" as an object. A number stands as it was written ("1.10"), where JSON has such numbers. Fields without
/// a value are left out.
class JsonLinesWriter final : public TextFileWriter
{
public:
    JsonLinesWriter(const QString &path, const ExportStyle &style);

private:
    void append(std::string &out, const Contact &contact, const QStringList &lists) override;

    const QList<ExportColumn> m_columns; ///< custom fields last
};

} // namespace Elenco
