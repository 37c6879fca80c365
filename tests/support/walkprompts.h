// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/prompts.h"

#include <random>

namespace Elenco {

/// Somebody who answers whatever is asked, by the numbers of a seed: now yes, now no, now with an odd name.
class WalkPrompts : public Prompts
{
public:
    /// `files`: what may be chosen to import; `folder`: where files may be written.
    WalkPrompts(std::mt19937 &numbers, QStringList files, QString folder);

    void ask(QWidget *parent, const Question &question, std::function<void(bool)> answer) override;
    void chooseFiles(QWidget *parent, const FileRequest &request,
                     std::function<void(const QStringList &)> answer) override;
    void chooseSavePath(QWidget *parent, const SaveRequest &request,
                        std::function<void(const QString &)> answer) override;
    void askText(QWidget *parent, const TextRequest &request,
                 std::function<void(std::optional<QString>)> answer) override;
    void showError(QWidget *parent, const QString &title, const Error &error, std::function<void()> closed) override;

    /// Everything that was told as an error: a walk that meets a damaged file has found something.
    const QStringList &errors() const { return m_errors; }

private:
    std::mt19937 &m_numbers;
    QStringList m_files;
    QString m_folder;
    QStringList m_errors;
};

} // namespace Elenco
