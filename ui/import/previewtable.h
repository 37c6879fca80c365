// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace Elenco {

class MappingHeader;

/// The first rows of a file below the header that matches its columns. A field that is dropped on a column's cells is
/// dropped on the column: the header shows the target and takes it.
class PreviewTable final : public QTableView
{
    Q_OBJECT

public:
    /// Takes the header over.
    explicit PreviewTable(MappingHeader *header, QWidget *parent = nullptr);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    MappingHeader *m_header;
};

} // namespace Elenco
