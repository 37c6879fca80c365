// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/prompts.h"

#include <deque>

namespace Elenco {

/// Prompts whose answers a test wrote down beforehand, in order. A prompt without an answer is remembered as
/// unexpected and cancelled: check isFulfilled() at the end.
class ScriptedPrompts : public Prompts
{
public:
    void willAnswer(bool accepted) { m_questions.push_back(accepted); }
    /// Presses "Later".
    void willPostpone() { m_questions.push_back(std::nullopt); }
    void willChooseFiles(const QStringList &paths) { m_files.push_back(paths); }
    void willChooseSavePath(const QString &path) { m_savePaths.push_back(path); }
    void willEnter(std::optional<QString> text) { m_texts.push_back(text.value_or(QString())); }

    /// Everything that was asked or shown, in order: "ask: Delete 3 contacts?", "error: …".
    const QStringList &seen() const { return m_seen; }
    const QStringList &unexpected() const { return m_unexpected; }
    /// Every answer was asked for, and nothing else was.
    bool isFulfilled() const;

    void ask(QWidget *parent, const Question &question, std::function<void(bool)> answer) override;
    void chooseFiles(QWidget *parent, const FileRequest &request,
                     std::function<void(const QStringList &)> answer) override;
    void chooseSavePath(QWidget *parent, const SaveRequest &request,
                        std::function<void(const QString &)> answer) override;
    void askText(QWidget *parent, const TextRequest &request,
                 std::function<void(std::optional<QString>)> answer) override;
    void showError(QWidget *parent, const QString &title, const Error &error, std::function<void()> closed) override;

private:
    void note(const QString &what, bool expected);

    std::deque<std::optional<bool>> m_questions; ///< nothing: "Later"
    std::deque<QStringList> m_files;
    std::deque<QString> m_savePaths;
    std::deque<QString> m_texts; ///< empty: cancelled
    QStringList m_seen;
    QStringList m_unexpected;
};

} // namespace Elenco
