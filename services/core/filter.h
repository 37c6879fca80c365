// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "core/result.h"

#include <QList>

namespace Elenco {

/// The one filter language: what people type into the search box, on the command line, and (later) what segments
/// are made of. A plain tree; the store compiles it to SQL.
///
///     rossi milano                    every word, somewhere, as a beginning
///     city:Milano -tag:vip            a field is, and not
///     (tag:vip or spent>5000) list:"Do not contact"
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

/// Reads what was typed. Never fails: what is not understood (an open quote, a lone bracket) is taken as a word,
/// since the text is read at every keystroke. `key` of a condition is the field's key where an alias was typed.
Filter parseFilter(const QString &text);

} // namespace Elenco
