// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/application.h"
#include "ui/rescue/rescuedesk.h"

#include <memory>
#include <optional>

namespace Elenco {

/// From the command line to the window, and back when the file has to be closed to be rescued: opens the workspace, or
/// says why there is none.
class Launch : public QObject
{
    Q_OBJECT

public:
    Launch(QApplication &app, const Options &options);
    ~Launch() override;

    /// True: another start has the workspace open and took the files over.
    bool handOver();
    /// Shows a window in any case; the program ends when it is closed.
    void open();

private:
    void run(std::unique_ptr<Workspace> workspace);
    /// Another address book in the place of the one that is open; that one comes back when it can't be opened.
    void change(const QString &path);
    void endPractice();

    QApplication &m_app;
    Options m_options;
    QString m_before; ///< the address book that comes back after this one
    std::optional<Result<std::unique_ptr<Workspace>>> m_opened;
    std::optional<Theme> m_theme; ///< while there is no window
    WindowPrompts m_prompts;
    RescueDesk m_rescue;
    std::unique_ptr<Application> m_application;
};

} // namespace Elenco
