// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"

namespace Elenco {

/// A piece of a filter's text, and where it stands.
struct FilterToken {
    enum Kind { Word, Condition, Open, Close, Or, Minus, End } kind = End;
    QString key;
    Filter::Op op = Filter::Op::Is;
    QString text;           ///< the word, or the condition's value, without quotes
    qsizetype position = 0; ///< of all of it, from its first to behind its last character
    qsizetype length = 0;
    qsizetype valueAt = 0; ///< where a condition's value begins
    bool isKeyQuoted = false;
    bool isValueQuoted = false;
    bool isQuoteOpen = false; ///< the text ends before the quotation mark that closes it
};

/// Cuts a filter's text into tokens. Never fails: what is not understood is a word.
class FilterLexer
{
public:
    explicit FilterLexer(const QString &text) : m_text(text) {}

    FilterToken next();

private:
    QString quoted(bool &isOpen);
    QString bare(QStringView stops);
    void readToken(FilterToken &token);

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace Elenco
