// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"

namespace Elenco {

// The fixed words of the filter language. `folded` is a foldedHeader().

/// name, tag, list, valid, is, kind, has, id, import; else empty.
QString specialFilterKey(const QString &folded);
/// The same under other names ("etichetta"), which a custom field may have as well.
QString translatedFilterKey(const QString &folded);
std::optional<FilterSubject> specialFilterSubject(const QString &key);
/// For sentences: "Last name", "Tag", a custom field's label.
QString filterKeyLabel(const QString &key);

/// The canonical word of "valid:" (yes, no) or "is:" (valid, invalid); empty for one that says nothing there.
QString validWord(const QString &key, const QString &typed);
QStringList validWords(const QString &key);
/// The canonical word of "kind:".
QString lineWord(const QString &typed);
QStringList lineWords();

/// Whatever may be meant by a mistyped key, of every address book.
const QStringList &foldedFilterWords();

} // namespace Elenco
