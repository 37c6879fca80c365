// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(2);
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Options", "The desktop address book for marketing people."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"workspace"_s, QCoreApplication::translate("Options", "Opens this address book."), u"file"_s},
         {u"demo"_s, QCoreApplication::translate("Options", "Opens an address book of 5,000 invented people.")},
         {u"appearance"_s, QCoreApplication::translate("Options", "light, dark or system."), u"name"_s},
         {u"language"_s, QCoreApplication::translate("Options", "it or en."), u"code"_s},
         {u"list"_s, QCoreApplication::translate("Options", "Shows this list first."), u"name"_s},
         {u"search"_s, QCoreApplication::translate("Options", "Searches for this first."), u"text"_s},
         {u"screenshot"_s, QCoreApplication::translate("Options", "Writes a picture of the window and ends."),
          u"file"_s},
         {u"size"_s, QCoreApplication::translate("Options", "Size of the window, as 1360x850."), u"size"_s}});
    parser.addPositionalArgument(u"files"_s, QCoreApplication::translate("Options", "Files to import."),
                                 u"[files...]"_s);
    parser.process(arguments);

    Options options;
    options.workspace = parser.value(u"workspace"_s);
    options.isDemo = parser.isSet(u"demo"_s);
    for (const QString &file : parser.positionalArguments())
        options.files.append(QFileInfo(file).absoluteFilePath());
    options.list = parser.value(u"list"_s);
    options.search = parser.value(u"search"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    options.language = parser.value(u"language"_s);
    if (!options.language.isEmpty() && options.language != "it"_L1 && options.language != "en"_L1)
        refuse(u"--language takes it or en"_s);
    if (parser.isSet(u"appearance"_s)) {
        const qsizetype index = QStringList{u"system"_s, u"light"_s, u"dark"_s}.indexOf(parser.value(u"appearance"_s));
        if (index < 0)
            refuse(u"--appearance takes light, dark or system"_s);
        options.appearance = static_cast<Appearance>(index);
    }
    if (parser.isSet(u"size"_s)) {
        const QStringList parts = parser.value(u"size"_s).split(u'x');
        options.size = {parts.value(0).toInt(), parts.value(1).toInt()};
        if (parts.size() != 2 || options.size.width() < 200 || options.size.height() < 200)
            refuse(u"--size takes WIDTHxHEIGHT"_s);
    }
    return options;
}

} // namespace Elenco
