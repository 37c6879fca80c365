// SPDX-License-Identifier: Apache-2.0
// dragsource X,Y FILE…: a little window at that place from which the files are dragged, as from a file manager.
#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QWidget>

#include <cstdio>

namespace {

class DragSource : public QWidget
{
public:
    explicit DragSource(const QStringList &files)
    {
        for (const QString &file : files)
            m_urls.append(QUrl::fromLocalFile(file));
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!(event->buttons() & Qt::LeftButton) || m_isDragging)
            return;
        m_isDragging = true;
        auto *data = new QMimeData;
        data->setUrls(m_urls);
        auto *drag = new QDrag(this);
        drag->setMimeData(data);
        const Qt::DropAction action = drag->exec(Qt::CopyAction);
        std::printf("%s\n", action == Qt::CopyAction ? "dropped" : "refused");
        std::fflush(stdout);
        m_isDragging = false;
    }

private:
    QList<QUrl> m_urls;
    bool m_isDragging = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList place = app.arguments().value(1).split(QLatin1Char(','));
    DragSource source(app.arguments().mid(2));
    source.setWindowFlags(Qt::X11BypassWindowManagerHint | Qt::FramelessWindowHint);
    source.setGeometry(place.value(0).toInt(), place.value(1).toInt(), 120, 80);
    source.show();
    std::printf("ready\n");
    std::fflush(stdout);
    return app.exec();
}
