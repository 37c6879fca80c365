// SPDX-License-Identifier: Apache-2.0
#include "tests/support/windowwalk.h"

#include "models/contacts/contactdrag.h"
#include "tests/support/contactfiles.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/import/fieldcatalog.h"
#include "ui/import/mappingheader.h"
#include "ui/sidebar/sidebarview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QUrl>

#include <array>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array keys{
    QKeyCombination(Qt::Key_Up),
    QKeyCombination(Qt::Key_Down),
    QKeyCombination(Qt::Key_Left),
    QKeyCombination(Qt::Key_Right),
    QKeyCombination(Qt::Key_Home),
    QKeyCombination(Qt::Key_End),
    QKeyCombination(Qt::Key_PageDown),
    QKeyCombination(Qt::Key_Tab),
    QKeyCombination(Qt::Key_Tab),
    QKeyCombination(Qt::ShiftModifier, Qt::Key_Tab),
    QKeyCombination(Qt::Key_Return),
    QKeyCombination(Qt::Key_Return),
    QKeyCombination(Qt::Key_Escape),
    QKeyCombination(Qt::Key_Space),
    QKeyCombination(Qt::Key_Delete),
    QKeyCombination(Qt::ShiftModifier, Qt::Key_Delete),
    QKeyCombination(Qt::Key_Backspace),
    QKeyCombination(Qt::Key_F2),
    QKeyCombination(Qt::ControlModifier, Qt::Key_A),
    QKeyCombination(Qt::ControlModifier, Qt::Key_Z),
    QKeyCombination(Qt::ControlModifier, Qt::Key_Z),
    QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_Z),
    QKeyCombination(Qt::ControlModifier, Qt::Key_F),
    QKeyCombination(Qt::ControlModifier, Qt::Key_K),
    QKeyCombination(Qt::ControlModifier, Qt::Key_C),
    QKeyCombination(Qt::ControlModifier, Qt::Key_V),
    QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_V),
    QKeyCombination(Qt::ControlModifier, Qt::Key_N),
    QKeyCombination(Qt::ControlModifier, Qt::Key_Backspace),
    QKeyCombination(Qt::ShiftModifier, Qt::Key_Down),
    QKeyCombination(Qt::AltModifier, Qt::Key_N),
};

constexpr std::array words{"rossi",      "r",          "3477",  "city:Milano",  "kind:", "spent>5.000",
                           "\"Codice",   "15/03/2026", "1e400", "-tag:vip",     "è",     "(a or b",
                           "+393471234", "vip, web",   "=1+1",  "\u200f\u0301", "marzo", "list:\"Negozio di Bari\""};

template <typename T>
QList<T *> shown(const QWidget &parent)
{
    QList<T *> result;
    const auto all = parent.findChildren<T *>();
    for (T *each : all) {
        if (each->isVisible() && each->isEnabled() && each->window() == parent.window())
            result += each;
    }
    return result;
}

QString nameOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return u"%1 “%2”"_s.arg(QLatin1String(widget.metaObject()->className()),
                            button ? button->text() : widget.accessibleName());
}

} // namespace

WindowWalk::WindowWalk(unsigned seed, const QString &logPath) : m_numbers(seed), m_log(logPath)
{
    if (!m_log.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("can't write %s", qPrintable(logPath));
    QLocale::setDefault(seed % 2 ? QLocale(QLocale::Italian, QLocale::Italy)
                                 : QLocale(QLocale::English, QLocale::UnitedStates));
    m_files = {
        writeFile(m_folder.filePath(u"clienti.csv"_s), csvFile({60, 3, 4, 100})),
        writeFile(m_folder.filePath(u"rubrica.vcf"_s), vcardFile({40, 2, 2, 140})),
        writeFile(m_folder.filePath(u"campi.csv"_s), "Nome;Cellulare;Codice cliente;Altezza;Data tessera\n"
                                                     "Ada;3478800001;C9;1,70;31/12/2025\nIvo;32;C8;x;ieri\n"),
        writeFile(m_folder.filePath(u"vuoto.csv"_s), "Nome;Cellulare\n"),
        writeFile(m_folder.filePath(u"rotto.vcf"_s), "BEGIN:VCARD\nFN:Senza fine\n\x01\xff"),
    };
    m_prompts = std::make_unique<WalkPrompts>(m_numbers, m_files, m_folder.path());
    m_bench = std::make_unique<WindowBench>(WindowBench::Book::Populated,
                                            seed % 4 < 2 ? Appearance::Light : Appearance::Dark, m_prompts.get());
    m_bench->show({1200, 740});
}

void WindowWalk::note(const QString &what)
{
    m_log.write(u"%1 %2\n"_s.arg(m_step).arg(what).toUtf8());
    m_log.flush();
}

QWidget &WindowWalk::front() const
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return *popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return *modal;
    return *m_bench->window;
}

void WindowWalk::run(int steps)
{
    for (m_step = 0; m_step < steps; ++m_step)
        step();
}

void WindowWalk::step()
{
    QWidget &window = front();
    if (auto *menu = qobject_cast<QMenu *>(&window))
        chooseFromMenu(*menu);
    else
        switch (below(16)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4: pressKey(window); break;
        case 5: typeText(window); break;
        case 6: dropContacts(); break;
        case 7: dropFiles(); break;
        case 8: dropField(); break;
        case 9: trigger(); break;
        default: click(window); break;
        }
    // Now at once, now with time for what works in the background, never twice the same overlap.
    QTest::qWait(below(5) == 0 ? 15 : 0);
}

void WindowWalk::pressKey(QWidget &window)
{
    const QKeyCombination key = keys[below(keys.size())];
    QWidget *target = QApplication::focusWidget();
    if (!target || target->window() != window.window())
        target = &window;
    note(u"key %1 on %2"_s.arg(QKeySequence(key).toString(), nameOf(*target)));
    QTest::keyClick(target, key.key(), key.keyboardModifiers());
}

void WindowWalk::typeText(QWidget &window)
{
    QWidget *target = QApplication::focusWidget();
    if (!target || target->window() != window.window() || below(3) == 0) {
        const auto edits = shown<QLineEdit>(window);
        if (edits.isEmpty())
            return;
        target = edits[below(quint32(edits.size()))];
        target->setFocus();
    }
    const QString text = QString::fromUtf8(words[below(words.size())]);
    note(u"type “%1” into %2"_s.arg(text, nameOf(*target)));
    const QPointer<QWidget> alive(target);
    for (QChar c : text) {
        if (!alive)
            return;
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(alive, &press);
    }
}

void WindowWalk::click(QWidget &window)
{
    const auto views = shown<QAbstractItemView>(window);
    const auto buttons = shown<QAbstractButton>(window);
    if (!views.isEmpty() && below(2) == 0)
        return clickView(*views[below(quint32(views.size()))]);
    if (buttons.isEmpty())
        return;
    QAbstractButton *button = buttons[below(quint32(buttons.size()))];
    note(u"click %1"_s.arg(nameOf(*button)));
    if (auto *push = qobject_cast<QPushButton *>(button); push && push->menu()) {
        push->menu()->popup(push->mapToGlobal(QPoint())); // a press would wait in it (QPushButton::showMenu)
        return;
    }
    const QPointer<QWidget> alive(button);
    QTest::mouseClick(button, Qt::LeftButton);
    if (alive && below(6) == 0)
        QTest::mouseDClick(button, Qt::LeftButton);
}

void WindowWalk::clickView(QAbstractItemView &view)
{
    QWidget *viewport = view.viewport();
    const QPoint at(int(below(quint32(std::max(1, viewport->width())))),
                    int(below(quint32(std::max(1, viewport->height())))));
    const Qt::KeyboardModifiers modifiers = below(5) == 0   ? Qt::ControlModifier
                                            : below(5) == 0 ? Qt::ShiftModifier
                                                            : Qt::NoModifier;
    const QPointer<QWidget> alive(viewport);
    note(u"click %1 at %2,%3"_s.arg(nameOf(view)).arg(at.x()).arg(at.y()));
    QTest::mouseMove(viewport, at);
    if (!alive)
        return;
    switch (below(8)) {
    case 0: QTest::mouseDClick(viewport, Qt::LeftButton, modifiers, at); break;
    case 1: {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, viewport->mapToGlobal(at));
        QApplication::sendEvent(viewport, &event);
        break;
    }
    default: QTest::mouseClick(viewport, Qt::LeftButton, modifiers, at); break;
    }
}

void WindowWalk::dropContacts()
{
    if (QApplication::activeModalWidget())
        return;
    QAbstractItemModel *lists = m_bench->window->sidebar().model();
    const auto data = m_bench->window->contacts().table().dragData();
    const int row = int(below(quint32(lists->rowCount() + 1)));
    note(u"drop contacts on entry %1"_s.arg(row));
    if (data)
        lists->dropMimeData(data.get(), Qt::CopyAction, -1, -1, lists->index(row, 0));
}

void WindowWalk::dropFiles()
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : std::as_const(m_files)) {
        if (below(3) == 0)
            urls += QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    QWidget &window = front();
    note(u"drop %1 files on %2"_s.arg(urls.size()).arg(nameOf(window)));
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &drop);
}

void WindowWalk::dropField()
{
    ImportWizard *wizard = m_bench->desk->wizard();
    if (!wizard || wizard->step() != ImportWizard::Columns)
        return;
    auto *header = wizard->findChild<MappingHeader *>();
    const QList<FieldChoice> choices = fieldChoices(wizard->session());
    const FieldChoice &choice = choices[below(quint32(choices.size()))];
    const QPoint at(int(below(quint32(std::max(1, header->viewport()->width())))), 20);
    note(u"drop field %1 at %2"_s.arg(choice.target.label()).arg(at.x()));
    const auto data = fieldDrag(choice.target);
    QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(header->viewport(), &enter);
    QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, below(3) ? Qt::NoModifier : Qt::ShiftModifier);
    QApplication::sendEvent(header->viewport(), &drop);
}

void WindowWalk::chooseFromMenu(QMenu &menu)
{
    QList<QAction *> actions = menu.actions();
    actions.removeIf([](const QAction *action) { return action->isSeparator() || !action->isEnabled(); });
    if (actions.isEmpty() || below(4) == 0) {
        note(u"close the menu"_s);
        QTest::keyClick(&menu, Qt::Key_Escape);
        if (menu.isVisible())
            menu.close();
        return;
    }
    QAction *action = actions[below(quint32(actions.size()))];
    note(u"choose “%1”"_s.arg(action->text()));
    if (action->menu()) {
        menu.close();
        action->menu()->popup({200, 200});
        return;
    }
    menu.close();
    if (action != m_bench->window->actions().action(ActionId::Quit))
        action->trigger();
}

void WindowWalk::trigger()
{
    if (QApplication::activeModalWidget())
        return;
    QList<QAction *> actions = m_bench->window->actions().available();
    actions.removeOne(m_bench->window->actions().action(ActionId::Quit));
    if (actions.isEmpty())
        return;
    QAction *action = actions[below(quint32(actions.size()))];
    note(u"do “%1”"_s.arg(action->text()));
    action->trigger();
}

QStringList WindowWalk::findings()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    QStringList findings;
    for (const QString &error : m_prompts->errors()) {
        if (error.contains(u"malformed"_s) || error.contains(u"constraint"_s))
            findings += error;
    }
    findings += m_bench->findingsAfterClosing();
    return findings;
}

} // namespace Elenco
