// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

namespace Elenco {

class MainWindow;
class Prompts;

/// The address books of a person: opens another one, remembers the recent ones in the File menu. What it asks for is
/// done by whoever has made the window, since the window goes with its address book.
class WorkspaceDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRecent = 8;

    /// `path`: the one that is open; it is the newest of the recent ones from now on, unless it is of `practicePath`,
    /// which has its own way in.
    WorkspaceDesk(Prompts &prompts, QSettings &settings, MainWindow &window, const QString &path,
                  const QString &practicePath);
    ~WorkspaceDesk() override;

    /// The newest first; files that are not there any more are left out.
    static QStringList recent(const QSettings &settings);

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    void choose();
    void fillRecent();

    Prompts &m_prompts;
    QSettings &m_settings;
    MainWindow &m_window;
    const QString m_path;
    QMenu *m_recent;
};

} // namespace Elenco
