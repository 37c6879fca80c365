// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/filter/filtervocabulary.h"
#include "core/result.h"

#include <QDate>

#include <vector>

namespace Elenco {

/// All that a filter may ask of a person (ContactQueries::filterPerson()).
struct FilterPerson {
    struct Membership {
        ListId id;
        QString name;
    };
    Contact contact;
    QList<Membership> lists;
    ImportId import; ///< that the contact came with; an id of nothing: came otherwise
    bool isSuppressed = false;
    bool isRecent = false; ///< new with, or updated by, the last import that was not undone
};

/// Whether a person is in, and why: of each group and condition of a filter whether it holds. The store's SQL finds
/// whom this lets in, no one else.
struct FilterVerdict {
    Filter filter; ///< this piece, canonical
    bool holds = false;
    std::vector<FilterVerdict> parts; ///< of its children, in their sequence
};

/// `today` is what dates are told from. InvalidInput for what the vocabulary does not know. Any thread.
Result<FilterVerdict> judge(const Filter &filter, const FilterPerson &person, const FilterVocabulary &vocabulary,
                            QDate today);

} // namespace Elenco
