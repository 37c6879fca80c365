// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "core/values/datetext.h"
#include "core/values/numbertext.h"
#include "formats/record.h"

#include <QList>
#include <QMap>

#include <optional>
#include <string>

namespace Elenco {

/// Where a column's values go.
struct ColumnTarget {
    enum class Kind {
        Ignore,
        Standard, ///< `field`
        FullName, ///< split into first and last name, for rows that have neither
        Tags,     ///< split at , ; |
        Custom,   ///< the custom field `name`, of `valueKind`
        Prefix,   ///< what is dialled before the number of the next column of numbers: "+39"
        BirthDay, ///< a part of the birthday
        BirthMonth,
        BirthYear,
    };
    /// What a custom field's values say beside what they are.
    enum class Says {
        Nothing,
        OptedOut, ///< a yes, a day or a reason: nobody is to write to her
        Consent,  ///< a no counts alike
        Standing, ///< "unsubscribed"
        LineKind, ///< "fax": of the number in the next column
    };
    /// Why a column has this target.
    enum class Evidence {
        None,
        Chosen,   ///< by a person
        Layout,   ///< a file with these headers was imported before
        Property, ///< a card's own property
        Header,
        Values,
        Rest, ///< nothing else fits: kept under its own name
        Empty,
        Open,      ///< its values are at odds with its header
        Alone,     ///< its values, in a file that names no columns (stored: add at the end)
        Undecided, ///< a guess that a person is asked about first
    };
    Kind kind = Kind::Ignore;
    Field field = Field::FirstName;
    QString name;
    ValueKind valueKind = ValueKind::Text;
    DateOrder dateOrder = DateOrder::DayMonthYear; ///< judged over the whole column, never per cell
    DecimalSign decimalSign = DecimalSign::Point;
    bool familyNameFirst = false; ///< for FullName: "Rossi Giulia"
    /// False: read off the values only, or an open question (could the date be month first?), so that the user looks.
    bool isCertain = true;
    Says says = Says::Nothing;
    Evidence evidence = Evidence::None;

    /// The reason for people: "by its header", "by its values: it is to be looked at".
    QString why() const;
    /// From 0 to 1.
    double confidence() const;
    /// A guess of less confidence is left open: until a person decides, the values are kept under the header's own
    /// name. What is kept so for good claims nothing, and stands at it.
    static constexpr double askedBelow = 0.6;

    bool isField(Field wanted) const { return kind == Kind::Standard && field == wanted; }
    static ColumnTarget standard(Field field);
    static ColumnTarget custom(QString name, ValueKind kind = ValueKind::Text);

    /// "firstName", "fullName", "tags", "ignore", or the custom field's name with "custom:" before it.
    QString key() const;
    /// The reverse, for --map and remembered layouts; a plain unknown word is a custom field.
    static ColumnTarget fromKey(const QString &key);
    /// For people: "First name", "Not imported", the custom field's label.
    QString label() const;
    friend bool operator==(const ColumnTarget &, const ColumnTarget &) = default;
};

/// One target a column. Several columns may have the same one: names are joined with a blank, of numbers the first
/// mobile is taken, and the other numbers are kept as phone2, phone3.
struct ColumnMapping {
    QList<ColumnTarget> targets;
    QMap<qsizetype, ColumnTarget> suggestions; ///< for the columns that are left open

    bool isOpen(qsizetype column) const
    {
        return suggestions.contains(column) && targets.value(column).evidence == ColumnTarget::Evidence::Undecided;
    }
    /// What a column is, or what is suggested for it.
    ColumnTarget guessOf(qsizetype column) const
    {
        return isOpen(column) ? suggestions.value(column) : targets.value(column);
    }
    /// Leaves open what was guessed with too little confidence. `names`: what each column would be kept as.
    void askWhereDoubtful(const QStringList &names);
    /// Decides a column. What it was found to say beside what it is, it says under another name too; who leaves it out
    /// has looked at what it says about people, but a fax stays one.
    void set(qsizetype column, ColumnTarget target);
    /// Decides a column that is left open as suggested.
    void takeSuggestion(qsizetype column);
    /// What it is thought to be becomes the suggestion.
    void leaveOpen(qsizetype column, const QString &keptAs);

    bool has(ColumnTarget::Kind kind) const;
    bool has(Field field) const;
    int assignedCount() const;
    std::string pack() const;
    static ColumnMapping unpack(std::string_view blob);
    void append(ColumnTarget target, const std::optional<QString> &keptAs);
    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

/// What files of one layout have in common: their folded headers, sorted, so that the sequence does not matter.
QString layoutKey(const QList<Column> &columns);
/// A layout to remember: header → target; and back, for columns in any order. Columns it does not name are left out.
std::string packLayout(const QList<Column> &columns, const ColumnMapping &mapping);
/// What it says, for people: folded header and target, by header.
QList<std::pair<QString, ColumnTarget>> layoutColumns(std::string_view layout);
ColumnMapping applyLayout(std::string_view layout, const QList<Column> &columns);

} // namespace Elenco
