// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Elenco {

/// A strip with a line at one edge: the head and foot of a page, or a column beside it.
class EdgeBar : public QWidget
{
    Q_OBJECT

public:
    explicit EdgeBar(Qt::Edge edge, QWidget *parent = nullptr) : QWidget(parent), m_edge(edge) {}

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Qt::Edge m_edge;
};

} // namespace Elenco
