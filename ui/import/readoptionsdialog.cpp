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
        parts.append(delimiterText(description.dialect.delimiter));
        parts.append(description.header ? QCoreApplication::translate("ReadOptions", "header row")
                                        : QCoreApplication::translate("ReadOptions", "no header row"));
    }
    return parts.join(u" · "_s);
}

ReadOptionsDialog::ReadOptionsDialog(const FileDescription &description, const ReadOptions &options, QWidget *parent)
    : QDialog(parent),
      m_encoding(new QComboBox),
      m_delimiter(new QComboBox),
      m_header(new QCheckBox(tr("The first row holds the names of the columns"))),
      m_preamble(new QSpinBox),
      m_isTable(description.kind == FileKind::Table)
{
    setWindowTitle(tr("How the file is read"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_encoding->addItem(tr("As found: %1").arg(description.encoding), QString());
    for (const char *name : {"utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "windows-1250", "windows-1251",
                             "windows-1253", "utf-16le", "utf-16be", "macintosh", "shift_jis"})
        m_encoding->addItem(QLatin1String(name), QLatin1String(name));
    if (options.encoding)
        m_encoding->setCurrentIndex(qMax(0, m_encoding->findData(*options.encoding)));
    for (char delimiter : {',', ';', '\t', '|', ':', '\0'})
        m_delimiter->addItem(delimiterText(delimiter), static_cast<int>(delimiter));
    if (m_delimiter->findData(static_cast<int>(description.dialect.delimiter)) < 0)
        m_delimiter->addItem(delimiterText(description.dialect.delimiter),
                             static_cast<int>(description.dialect.delimiter));
    m_delimiter->setCurrentIndex(m_delimiter->findData(static_cast<int>(description.dialect.delimiter)));
    m_header->setChecked(description.header);
    m_preamble->setRange(0, 10000);
    m_preamble->setValue(description.preamble);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->addRow(tr("&Encoding"), m_encoding);
    if (m_isTable) {
        form->addRow(tr("&Delimiter"), m_delimiter);
        form->addRow(tr("&Lines to skip at the top"), m_preamble);
        form->addRow(QString(), m_header);
    } else {
        for (QWidget *unused : std::initializer_list<QWidget *>{m_delimiter, m_preamble, m_header})
            unused->setParent(this), unused->hide();
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

ReadOptions ReadOptionsDialog::options() const
{
    ReadOptions options;
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
