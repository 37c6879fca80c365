// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/openaddressbook.h"
#include "models/lists/sidebarmodel.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "tests/support/scriptedprompts.h"
#include "tests/support/testworkspace.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/inspector/inspector.h"
#include "ui/mainwindow.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/statusline.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>

namespace Elenco {

using namespace Qt::StringLiterals;

inline constexpr char fivePeople[] = "Nome;Cognome;Telefono;Email;Città;Provincia;Speso;Tag\n"
                                     "Giulia;Rossi;+39 340 1234567;giulia.rossi@example.it;Milano;MI;6800,50;vip\n"
                                     "Nicolò;D'Angelo;+39 347 2201188;nicolo@example.it;Roma;RM;12,00;\n"
                                     "Elena;Rossato;+39 02 48012233;elena@example.it;Milano;MI;1250;vip\n"
                                     "Sara;Bianchi;+39 347 5550192;sara@example.it;Torino;TO;;newsletter\n"
                                     "Anna;Rossi;+39 349 7710042;;Legnano;MI;90;\n";

/// The window over a workspace of its own with five people in one list, with scripted prompts and settings that go with
/// it.
class FivePeople
{
public:
    explicit FivePeople(bool filled = true)
        : settings(m_files.path(u"settings.ini"_s), QSettings::IniFormat), theme(*qApp, Appearance::Light)
    {
        if (filled)
            m_files.import(u"clienti.csv"_s, QByteArray(fivePeople),
                           {DuplicateStrategy::Skip, {u"Clienti"_s}, {}, false});
        m_files.close();
        auto workspace = openWorkspace(m_files.path(u"test.elenco"_s));
        if (!workspace)
            qFatal("no workspace");
        book = std::make_unique<OpenAddressBook>(std::move(*workspace));
        window = std::make_unique<MainWindow>(*book, prompts, theme, settings);
        window->resize(1360, 850);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()) ||
            !QTest::qWaitFor([&] { return rows() == (filled ? 5 : 0) && !window->contacts().model().isLoading(); }))
            qFatal("no window");
    }

    int rows() const { return window->contacts().model().rowCount(); }
    ContactTableView &table() { return window->contacts().table(); }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < rows(); ++row)
            result += window->contacts().model().index(row, 0).data().toString();
        return result;
    }
    int column(const QString &key) const
    {
        const QList<ContactColumn> &columns = window->contacts().model().columns();
        for (int i = 0; i < columns.size(); ++i) {
            if (columns[i].key == key)
                return i;
        }
        return -1;
    }
    void clickHeader(const QString &key, Qt::KeyboardModifiers modifiers = {})
    {
        ContactHeader *header = table().header();
        const int x = header->sectionViewportPosition(column(key)) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, {x, header->height() / 2});
    }
    void selectName(const QString &name) { table().selectRow(int(names().indexOf(name))); }
    qint64 count(const QString &filter)
    {
        const auto order = ContactQueries(book->workspace()).order({parseFilter(filter), {{u"name"_s, false}}});
        return order ? qint64((*order)->size()) : -1;
    }
    QString path(const QString &name) const { return m_files.path(name); }

private:
    TestWorkspace m_files;

public:
    QSettings settings;
    Theme theme;
    ScriptedPrompts prompts;
    std::unique_ptr<OpenAddressBook> book;
    std::unique_ptr<MainWindow> window;
};

inline void type(QWidget *widget, const QString &text)
{
    for (QChar c : text) { // QTest::keyClicks() knows ASCII only
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)),
            release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(widget, &press);
        QApplication::sendEvent(widget, &release);
    }
}

inline bool says(const FivePeople &f, const QString &text)
{
    const auto labels = f.window->contacts().findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

} // namespace Elenco
