// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/recordfile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace Elenco {

/// How a file is read: what was found out, and what the user knows better.
class ReadOptionsDialog : public QDialog
{
    Q_OBJECT

public:
    ReadOptionsDialog(const FileDescription &description, const ReadOptions &options, QWidget *parent);

Q_SIGNALS:
    void optionsChosen(const Elenco::ReadOptions &options);

private:
    ReadOptions options() const;

    void fillDelimiters(char found);
    void fillSheets(const FileDescription &description);

    QComboBox *m_sheet;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QSpinBox *m_preamble;
    bool m_isTable;
    bool m_isWorkbook;
};

/// "412 KB · UTF-8 · semicolon · header row", "38 KB · sheet “Clienti” of 3 · header row": the line under the file's
/// name.
QString describeFile(const FileDescription &description);

} // namespace Elenco
