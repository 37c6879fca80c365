// SPDX-License-Identifier: Apache-2.0
#include "ui/import/readoptionsdialog.h"

#include "ui/theme/elencostyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QString delimiterText(char delimiter)
{
    switch (delimiter) {
    case ',': return QCoreApplication::translate("ReadOptions", "comma");
    case ';': return QCoreApplication::translate("ReadOptions", "semicolon");
    case '\t': return QCoreApplication::translate("ReadOptions", "tab");
    case '|': return QCoreApplication::translate("ReadOptions", "vertical bar");
    case ':': return QCoreApplication::translate("ReadOptions", "colon");
    case '\0': return QCoreApplication::translate("ReadOptions", "one column");
    default: return u"“%1”"_s.arg(QLatin1Char(delimiter));
    }
}

} // namespace

QString describeFile(const FileDescription &description)
{
    QStringList parts{
        QLocale().formattedDataSize(description.size, description.size < 1000000 ? 0 : 1, QLocale::DataSizeSIFormat)};
    if (!description.encoding.isEmpty()) // the files of a folder may have several
        parts.append(description.encoding.toUpper());
    if (description.kind == FileKind::Cards) {
        parts.append(QCoreApplication::translate("ReadOptions", "vCard"));
    } else {
        if (!description.isWorkbook())
            parts.append(delimiterText(description.dialect.delimiter));
        else if (description.sheets.size() == 1)
            parts.append(QCoreApplication::translate("ReadOptions", "sheet “%1”").arg(description.sheetName()));
        else
            parts.append(QCoreApplication::translate("ReadOptions", "sheet “%1” of %2")
                             .arg(description.sheetName())
                             .arg(description.sheets.size()));
        parts.append(description.header ? QCoreApplication::translate("ReadOptions", "header row")
                                        : QCoreApplication::translate("ReadOptions", "no header row"));
    }
    return parts.join(u" · "_s);
}

ReadOptionsDialog::ReadOptionsDialog(const FileDescription &description, const ReadOptions &options, QWidget *parent)
    : QDialog(parent),
      m_sheet(new QComboBox),
      m_encoding(new QComboBox),
      m_delimiter(new QComboBox),
      m_header(new QCheckBox(tr("The first row holds the names of the columns"))),
      m_preamble(new QSpinBox),
      m_isTable(description.kind == FileKind::Table),
      m_isWorkbook(description.isWorkbook())
{
    setWindowTitle(tr("How the file is read"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_encoding->addItem(tr("As found: %1").arg(description.encoding), QString());
    for (const char *name : {"utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "windows-1250", "windows-1251",
                             "windows-1253", "utf-16le", "utf-16be", "macintosh", "shift_jis"})
        m_encoding->addItem(QLatin1String(name), QLatin1String(name));
    if (options.encoding)
        m_encoding->setCurrentIndex(qMax(0, m_encoding->findData(*options.encoding)));
    fillDelimiters(description.dialect.delimiter);
    fillSheets(description);
    m_header->setChecked(description.header);
    m_preamble->setRange(0, 10000);
    m_preamble->setValue(description.preamble);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    if (m_isWorkbook)
        form->addRow(tr("&Sheet"), m_sheet);
    else
        form->addRow(tr("&Encoding"), m_encoding);
    if (m_isTable && !m_isWorkbook)
        form->addRow(tr("&Delimiter"), m_delimiter);
    if (m_isTable) {
        form->addRow(m_isWorkbook ? tr("&Rows to skip at the top") : tr("&Lines to skip at the top"), m_preamble);
        form->addRow(QString(), m_header);
    }
    for (QWidget *each : std::initializer_list<QWidget *>{m_sheet, m_encoding, m_delimiter, m_preamble, m_header}) {
        if (form->indexOf(each) < 0)
            each->setParent(this), each->hide();
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *read = buttons->addButton(tr("Read again"), QDialogButtonBox::AcceptRole);
    setButtonKind(read, ButtonKind::Primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT optionsChosen(this->options()); });
}

void ReadOptionsDialog::fillDelimiters(char found)
{
    for (char delimiter : {',', ';', '\t', '|', ':', '\0'})
        m_delimiter->addItem(delimiterText(delimiter), static_cast<int>(delimiter));
    if (m_delimiter->findData(static_cast<int>(found)) < 0)
        m_delimiter->addItem(delimiterText(found), static_cast<int>(found));
    m_delimiter->setCurrentIndex(m_delimiter->findData(static_cast<int>(found)));
}

// Where a table stands in another sheet is found anew: the rows to skip are of the sheet that is shown.
void ReadOptionsDialog::fillSheets(const FileDescription &description)
{
    for (const SheetInfo &sheet : description.sheets)
        m_sheet->addItem(sheet.state == SheetInfo::State::Visible ? sheet.name : tr("%1 (hidden)").arg(sheet.name),
                         sheet.name);
    m_sheet->setCurrentIndex(static_cast<int>(description.sheet));
    m_sheet->setObjectName(u"sheet"_s);
    connect(m_sheet, &QComboBox::currentIndexChanged, this, [this, shown = m_sheet->currentIndex()](int index) {
        m_preamble->setEnabled(index == shown);
        m_header->setEnabled(index == shown);
    });
}

ReadOptions ReadOptionsDialog::options() const
{
    ReadOptions options;
    if (m_isWorkbook) {
        options.sheet = m_sheet->currentData().toString();
        if (!m_preamble->isEnabled()) // another sheet
            return options;
        options.header = m_header->isChecked();
        options.preamble = m_preamble->value();
        return options;
    }
    if (const QString encoding = m_encoding->currentData().toString(); !encoding.isEmpty())
        options.encoding = encoding;
    if (m_isTable) {
        options.delimiter = static_cast<char>(m_delimiter->currentData().toInt());
        options.header = m_header->isChecked();
        options.preamble = m_preamble->value();
    }
    return options;
}

} // namespace Elenco
