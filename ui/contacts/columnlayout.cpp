// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/columnlayout.h"

#include "core/filter/scopes.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

int usualWidth(const ContactColumn &column)
{
    using Kind = ContactColumn::Kind;
    switch (column.kind) {
    case Kind::Name: return 206; // a name, and that it waits
    case Kind::Tags: return 92;
    case Kind::Standard:
        switch (column.field) {
        case Field::Phone:
        case Field::Email: return 140;
        case Field::Province: return 86;
        case Field::Region: return 120;
        case Field::Gender: return 70;
        default: return 82;
        }
    case Kind::Custom:
        return column.valueKind == ValueKind::Text ? 130 : column.valueKind == ValueKind::Date ? 110 : 94;
    }
    Q_UNREACHABLE();
}

// Half a name is still that name; half a number is another number.
bool isElastic(const ContactColumn &column)
{
    const bool isPhone = column.kind == ContactColumn::Kind::Standard && column.field == Field::Phone;
    return !isPhone && (column.kind != ContactColumn::Kind::Custom || column.valueKind == ValueKind::Text);
}

} // namespace

ColumnLayout defaultColumnLayout(const QList<ContactColumn> &columns, int width)
{
    ColumnLayout layout;
    int shown = 0, fixed = 0;
    for (const ContactColumn &column : columns) {
        layout.append({column.key, usualWidth(column), column.isShownAtFirst});
        shown += column.isShownAtFirst ? layout.last().width : 0;
        fixed += column.isShownAtFirst && !isElastic(column) ? layout.last().width : 0;
    }
    // More room is everybody's; less is taken from what can be cut with "…", as far as it stays legible.
    const double stretch = std::clamp(double(width) / std::max(shown, 1), 1.0, 1.7);
    const double squeeze = std::clamp(double(width - fixed) / std::max(shown - fixed, 1), 0.75, 1.0);
    for (qsizetype i = 0; i < layout.size(); ++i)
        layout[i].width = int(layout[i].width * (isElastic(columns[i]) ? stretch * squeeze : stretch));
    return layout;
}

QString layoutName(const QString &workspace, const Filter &scope)
{
    const QByteArray hash = QCryptographicHash::hash(workspace.toUtf8(), QCryptographicHash::Md5).toHex().first(8);
    const QString group = u"columns/%1/"_s.arg(QLatin1String(hash));
    if (const ListId list = listOfScope(scope); list.isValid())
        return group + "list"_L1 + QString::number(list.value);
    return group + (scope == importedRecently()   ? "recent"_L1
                    : scope == needingAttention() ? "attention"_L1
                                                  : "all"_L1);
}

ColumnLayout loadColumnLayout(const QSettings &settings, const QString &workspace, const Filter &scope,
                              const QList<ContactColumn> &columns, int width)
{
    ColumnLayout rest = defaultColumnLayout(columns, width);
    ColumnLayout layout;
    // "name:170:1", "totalSpent:90:0", …: the width and the mark are last, since names may hold anything.
    const QStringList stored = settings.value(layoutName(workspace, scope)).toStringList();
    for (const QString &text : stored) {
        const QString key = text.section(u':', 0, -3);
        const auto found =
            std::find_if(rest.begin(), rest.end(), [&](const ColumnPlace &place) { return place.key == key; });
        if (found == rest.end())
            continue; // a field that is gone
        layout.append({key, std::clamp(text.section(u':', -2, -2).toInt(), 30, 1200), text.endsWith(":1"_L1)});
        rest.erase(found);
    }
    layout += rest;
    return layout;
}

void saveColumnLayout(QSettings &settings, const QString &workspace, const Filter &scope, const ColumnLayout &layout)
{
    QStringList texts;
    for (const ColumnPlace &place : layout)
        texts += u"%1:%2:%3"_s.arg(place.key).arg(place.width).arg(place.isShown ? 1 : 0);
    settings.setValue(layoutName(workspace, scope), texts);
}

} // namespace Elenco
