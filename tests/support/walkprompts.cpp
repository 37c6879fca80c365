// SPDX-License-Identifier: Apache-2.0
#include "tests/support/walkprompts.h"

#include <QTimer>
#include <QWidget>

#include <array>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{"Veneto estate", "clienti", "CLIENTI", "a \"b\" c", "50 % & più", "nuova lista", "  x "};

/// As the real ones: later, and not at all when the parent is gone.
template <typename Function>
void later(QWidget *parent, Function function)
{
    QTimer::singleShot(0, parent, std::move(function));
}

} // namespace

WalkPrompts::WalkPrompts(std::mt19937 &numbers, QStringList files, QString folder)
    : m_numbers(numbers), m_files(std::move(files)), m_folder(std::move(folder))
{
}

void WalkPrompts::ask(QWidget *parent, const Question &, std::function<void(bool)> answer)
{
    later(parent, [answer = std::move(answer), accepted = m_numbers() % 3 != 0] { answer(accepted); });
}

void WalkPrompts::chooseFiles(QWidget *parent, const FileRequest &, std::function<void(const QStringList &)> answer)
{
    QStringList chosen;
    for (const QString &file : std::as_const(m_files)) {
        if (m_numbers() % 3 == 0)
            chosen += file;
    }
    later(parent, [answer = std::move(answer), chosen] { answer(chosen); });
}

void WalkPrompts::chooseSavePath(QWidget *parent, const SaveRequest &, std::function<void(const QString &)> answer)
{
    const QString path =
        m_numbers() % 4 == 0 ? QString() : u"%1/written%2"_s.arg(m_folder, QString::number(m_numbers() % 5));
    later(parent, [answer = std::move(answer), path] { answer(path); });
}

void WalkPrompts::askText(QWidget *parent, const TextRequest &, std::function<void(std::optional<QString>)> answer)
{
    std::optional<QString> text;
    if (m_numbers() % 4 != 0)
        text = QString::fromUtf8(names[m_numbers() % names.size()]);
    later(parent, [answer = std::move(answer), text] { answer(text); });
}

void WalkPrompts::showError(QWidget *parent, const QString &title, const Error &error, std::function<void()> closed)
{
    m_errors += title + u' ' + error.text();
    if (closed)
        later(parent, std::move(closed));
}

} // namespace Elenco
