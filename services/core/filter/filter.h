// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Elenco {

/// The one filter language: what people type into the search box, on the command line, and (later) what segments
/// are made of. A plain tree with canonical keys and values (filtervocabulary.h); the store compiles it to SQL.
///
///     rossi milano                    every word, somewhere, as a beginning
///     city:Milano -tag:vip            a field is, and not
///     (tag:vip or spent>5000) list:"Do not contact"
///     "Codice cliente">5              names and values with blanks in quotes; \" and \\ in them
struct Filter {
    enum class Kind {
        All,       ///< every child (no child: everything)
        Any,       ///< at least one child
        Not,       ///< not the one child
        Text,      ///< `text` is the beginning of a word of the contact, or a piece of its number
        Condition, ///< `key` `op` `text`
    };
    enum class Op { Is, Less, LessOrEqual, Greater, GreaterOrEqual };

    Kind kind = Kind::All;
    QString key; ///< a field's key, a custom field's name, or tag, list, valid, kind, is, has
    Op op = Op::Is;
    QString text;
    QList<Filter> children;

    bool isEmpty() const { return kind == Kind::All && children.isEmpty(); }
    /// The words as they would be typed; parseFilter() of it gives an equal filter.
    QString toText() const;
    friend bool operator==(const Filter &, const Filter &) = default;

    static Filter text_(QString word);
    static Filter condition(QString key, QString value, Op op = Op::Is);
    static Filter group(Kind kind, QList<Filter> children);
};

/// Reads a text that was checked before (what is typed: readFilter()): keys may be any fields, values are as they are.
Filter parseFilter(const QString &text);

/// A key as it stands in a filter's text: in quotes where it would be taken for something else without them.
QString filterKeyText(const QString &key);

} // namespace Elenco
