// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"

namespace Elenco {

// The fixed words of the filter language. `folded` is a foldedHeader().

/// name, tag, list, listid, valid, suppressed, recent, kind, id, import, and is, has, empty; else empty.
QString specialFilterKey(const QString &folded);
/// The same under other names ("etichetta"), which a custom field may have as well.
QString translatedFilterKey(const QString &folded);
/// Nothing for is, has and empty, which are no keys of the tree.
std::optional<FilterSubject> specialFilterSubject(const QString &key);
/// For sentences: "Last name", "Tag", a custom field's label.
QString filterKeyLabel(const QString &key);

/// "yes" or "no"; empty for a word that says neither.
QString flagWord(const QString &typed);
/// What "is:" says of somebody: a key and "yes" or "no"; an empty key for a word that says nothing there.
std::pair<QString, QString> stateWord(const QString &typed);
QStringList stateWords();
/// The canonical word of "kind:".
QString lineWord(const QString &typed);
QStringList lineWords();
/// The kinds of line that a canonical word means; "mobile" is whatever takes an SMS.
QList<LineKind> lineKindsOf(const QString &word);

/// Whatever may be meant by a mistyped key, of every address book.
const QStringList &foldedFilterWords();

} // namespace Elenco
