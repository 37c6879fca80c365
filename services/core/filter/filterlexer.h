// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Elenco {

/// A value as it stands behind a condition's sign, without its quotes.
struct FilterValue {
    QString text;              ///< with its stars and dots where it is bare
    std::optional<QString> to; ///< the other end of a range, where one of the ends is in quotes
    qsizetype position = 0;
    qsizetype length = 0;
    bool isQuoted = false;
    bool hasStarBefore = false; ///< outside its quotes
    bool hasStarBehind = false;
    bool isTight = false; ///< a comma between two figures parts it from the one before: it may be a decimal sign
};

/// A piece of a filter's text, and where it stands.
struct FilterToken {
    enum Kind { Word, Condition, Open, Close, Or, Minus, End } kind = End;
    enum Sign { Usual, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual } sign = Usual;
    QString text; ///< the word, or the condition's key, without quotes
    QList<FilterValue> values;
    qsizetype position = 0; ///< of all of it, from its first to behind its last character
    qsizetype length = 0;
    qsizetype valueAt = 0;    ///< where a condition's values begin
    bool isQuoted = false;    ///< the word or the key
    bool isQuoteOpen = false; ///< the text ends before the quotation mark that closes it
    bool isListOpen = false;  ///< the text ends before the bracket that closes the values
};

/// "or", "oppure": what stands between alternatives.
bool isOrWord(QStringView text);

/// Cuts a filter's text into tokens. Never fails: what is not understood is a word.
class FilterLexer
{
public:
    explicit FilterLexer(const QString &text) : m_text(text) {}

    FilterToken next();

private:
    void readToken(FilterToken &token);
    bool readSign(FilterToken &token);
    void readValues(FilterToken &token);
    void readList(FilterToken &token);
    FilterValue value(FilterToken &token, bool isInList);
    FilterValue quotedValue(FilterToken &token, bool isInList);
    QString rangeEnd(FilterToken &token, bool isInList);
    QString quoted(bool &isOpen);
    QString bare(QStringView stops);
    QString bareValue(bool isInList);
    bool isAt(QStringView text) const { return QStringView(m_text).mid(m_at).startsWith(text); }
    QChar at(qsizetype index) const { return index >= 0 && index < m_text.size() ? m_text[index] : QChar(); }
    void skipBlanks();

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace Elenco
