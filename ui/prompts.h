// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace Elenco {

/// A question with two answers. `text` says what will happen; `accept` is a verb ("Delete 5 contacts"), never "Yes".
struct Question {
    QString title = {};
    QString text = {};
    QString detail = {}; ///< smaller, below; may be empty
    QString accept = {};
    QString reject = {};      ///< empty: "Cancel"
    bool destructive = false; ///< the accepting button is red, and Return does not press it
    /// Where it is set there is a third button, "Later", which Escape and the window's cross press as well: neither
    /// answer is given, and this is called instead.
    std::function<void()> later = {};
};

struct FileRequest {
    QString title = {};
    QStringList filters = {}; ///< "Contacts (*.vcf *.csv)"
    QString folder = {};      ///< where to start; empty: where the user was last
    bool several = true;
    bool isOfFolders = false; ///< a folder is chosen, no file
};

struct SaveRequest {
    QString title = {};
    QStringList filters = {};
    QString suggested = {}; ///< a path or a name
};

struct TextRequest {
    QString title = {};
    QString label = {};
    QString text = {}; ///< what the field starts with
    QString accept = {};
};

/// The only way to ask the user something in a dialog of the system. Nothing here waits: the answer comes to the
/// callback, through the event loop, once; not at all when `parent` is destroyed first. Tests have a scripted twin.
class Prompts
{
public:
    virtual ~Prompts() = default;

    virtual void ask(QWidget *parent, const Question &question, std::function<void(bool accepted)> answer) = 0;
    /// Empty when the user cancelled.
    virtual void chooseFiles(QWidget *parent, const FileRequest &request,
                             std::function<void(const QStringList &paths)> answer) = 0;
    /// Empty when the user cancelled.
    virtual void chooseSavePath(QWidget *parent, const SaveRequest &request,
                                std::function<void(const QString &path)> answer) = 0;
    /// Nothing when the user cancelled; never an empty text.
    virtual void askText(QWidget *parent, const TextRequest &request,
                         std::function<void(std::optional<QString> text)> answer) = 0;
    /// `title`: what could not be done, as a sentence. `closed` may be empty.
    virtual void showError(QWidget *parent, const QString &title, const Error &error,
                           std::function<void()> closed = {}) = 0;
};

} // namespace Elenco
