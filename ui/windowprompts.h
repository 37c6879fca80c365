// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/prompts.h"

namespace Elenco {

/// The prompts that people see: message boxes and the system's file dialogs, opened and never waited for.
class WindowPrompts : public Prompts
{
public:
    void ask(QWidget *parent, const Question &question, std::function<void(bool)> answer) override;
    void chooseFiles(QWidget *parent, const FileRequest &request,
                     std::function<void(const QStringList &)> answer) override;
    void chooseSavePath(QWidget *parent, const SaveRequest &request,
                        std::function<void(const QString &)> answer) override;
    void askText(QWidget *parent, const TextRequest &request,
                 std::function<void(std::optional<QString>)> answer) override;
    void showError(QWidget *parent, const QString &title, const Error &error, std::function<void()> closed) override;

private:
    QString m_lastFolder;
};

} // namespace Elenco
