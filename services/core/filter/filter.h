// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Elenco {

/// The one filter language: what people type into the search box and on the command line, what segments are made of,
/// and what the side bar selects. A plain tree with canonical keys and values (filtervocabulary.h): text and back
/// (filterparser.h, filterText()), JSON and back (filterjson.h), a sentence (filtersentence.h), who is in and why
/// (filterverdict.h); the store compiles it to SQL.
///
///     rossi milano                        every word, somewhere, as a beginning
///     city:Milano -tag:vip                a field is, and not
///     city:(Milano, Torino)               one of several
///     city:mil*  city:*ano  city:*an*     begins, ends, contains; a star in quotes is a star
///     name:ros   name="Ada Rossi"         names and addresses are found by a piece; "=" is all of it
///     spent>5000  spent:100..500          less, more, from..to, both ends in it; ≠ or != is "not"
///     lastPurchase<today-90d              a day told from today: d, w, m, y
///     lastPurchase:"last 90 days"         today-90d..today
///     email:""  has:email                 has none, has one (also empty:email, email:*)
///     (tag:vip or spent>5000) -(a or b)   any of them; none of them
///     "Codice cliente">5                  names and values with blanks in quotes; \" and \\ in them
///
/// Who has no value. A condition holds or does not; there is no third. No comparison holds for somebody who has no
/// value (Empty does, and Is where one of its values is empty), and None is the opposite of what is in it:
/// "-city:Milano" finds who has another city and who has none, "-spent<100" who has spent 100 or more and of whom
/// nothing is known. Who is to have a value says so: "has:city -city:Milano". A value that is none of its field's kind
/// (a text in a field of numbers) compares as no value does, but is one for Empty and Present.
struct Filter {
    enum class Kind {
        All,      ///< every child holds (no child: everybody)
        Any,      ///< at least one
        None,     ///< not one of them; with one child: not
        Word,     ///< values[0] is the beginning of words of the contact, or a piece of its number (wordneeds.h)
        Condition ///< `key` `comparison` `values`
    };
    /// What a condition does with its values. Texts are compared without case and accents.
    enum class Comparison {
        Is,       ///< is one of the values; of a phone: begins or ends with the digits
        Contains, ///< holds one of the values; so below
        Begins,
        Ends,
        Less, ///< of one value; so below. A date may be a month or a year: less is before all of it, more behind it
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Between, ///< two values, both in it
        Empty,   ///< no value; so below
        Present
    };

    Kind kind = Kind::All;
    QString key; ///< a field's key, a custom field's name, or one of the language's own (filtervocabulary.h)
    Comparison comparison = Comparison::Is;
    QStringList values;
    QList<Filter> children;

    bool isEmpty() const { return kind == Kind::All && children.isEmpty(); }
    bool isGroup() const { return kind == Kind::All || kind == Kind::Any || kind == Kind::None; }
    friend bool operator==(const Filter &a, const Filter &b);

    static Filter word(const QString &word);
    /// Values of the comparison's number (hasRightCount()). Is with an empty value alone becomes Empty, an open end of
    /// Between becomes less or more.
    static Filter condition(const QString &key, Comparison comparison, const QStringList &values);
    static Filter condition(const QString &key, const QString &value)
    {
        return condition(key, Comparison::Is, QStringList{value});
    }
    /// Groups in the one form that they have as text, too: children that ask nothing are left out, All and Any of one
    /// child are the child, None of an Any is None of what is in it.
    static Filter all(QList<Filter> children);
    static Filter any(QList<Filter> children);
    static Filter none(QList<Filter> children);
    /// What both ask for, side by side: words of both are looked up together.
    static Filter joined(const Filter &a, const Filter &b);

    /// Calls `visit` with this filter and everything in it, groups before what they hold.
    void walk(const std::function<void(const Filter &)> &visit) const;
};

/// How many values a comparison takes: none, one, two, or any number but none.
bool hasRightCount(Filter::Comparison comparison, qsizetype count);

/// The filter as it would be typed, in canonical form: readFilter() of it gives an equal filter, whatever its names and
/// values hold.
QString filterText(const Filter &filter);
/// Reads a text that was checked before (what is typed: readFilter()): keys may be any fields, values are as they are.
Filter parseFilter(const QString &text);
/// A key as it stands in a filter's text: in quotes where it would be taken for something else without them.
QString filterKeyText(const QString &key);
/// Whether "key:value" asks for a piece of the value (names and addresses), not for all of it.
bool isFoundByPiece(const QString &key);

} // namespace Elenco
