// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedprompts.h"

#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

template <typename T>
T next(std::deque<T> &script, T otherwise)
{
    if (script.empty())
        return otherwise;
    T answer = std::move(script.front());
    script.pop_front();
    return answer;
}

/// As the real ones: later, and not at all when the parent is gone.
template <typename Function>
void later(QWidget *parent, Function function)
{
    QTimer::singleShot(0, parent, std::move(function));
}

} // namespace

bool ScriptedPrompts::isFulfilled() const
{
    return m_unexpected.isEmpty() && m_questions.empty() && m_files.empty() && m_savePaths.empty() && m_texts.empty();
}

void ScriptedPrompts::note(const QString &what, bool expected)
{
    m_seen.append(what);
    if (!expected)
        m_unexpected.append(what);
}

void ScriptedPrompts::ask(QWidget *parent, const Question &question, std::function<void(bool)> answer)
{
    note(u"ask: "_s + question.title, !m_questions.empty());
    later(parent, [answer = std::move(answer), postpone = question.later,
                   accepted = next(m_questions, std::optional<bool>(false))] {
        if (accepted)
            answer(*accepted);
        else
            postpone();
    });
}

void ScriptedPrompts::chooseFiles(QWidget *parent, const FileRequest &request,
                                  std::function<void(const QStringList &)> answer)
{
    note(u"files: "_s + request.title, !m_files.empty());
    later(parent, [answer = std::move(answer), files = next(m_files, {})] { answer(files); });
}

void ScriptedPrompts::chooseSavePath(QWidget *parent, const SaveRequest &request,
                                     std::function<void(const QString &)> answer)
{
    note(u"save: "_s + request.title, !m_savePaths.empty());
    later(parent, [answer = std::move(answer), path = next(m_savePaths, {})] { answer(path); });
}

void ScriptedPrompts::askText(QWidget *parent, const TextRequest &request,
                              std::function<void(std::optional<QString>)> answer)
{
    note(u"text: "_s + request.title, !m_texts.empty());
    later(parent, [answer = std::move(answer), text = next(m_texts, {})] {
        if (text.isEmpty())
            answer(std::nullopt);
        else
            answer(text);
    });
}

void ScriptedPrompts::showError(QWidget *parent, const QString &title, const Error &error, std::function<void()> closed)
{
    note(u"error: "_s + title + u" — "_s + error.text(), true);
    later(parent, [closed = std::move(closed)] {
        if (closed)
            closed();
    });
}

} // namespace Elenco
