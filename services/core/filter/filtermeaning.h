// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"
#include "core/filter/filterlexer.h"
#include "core/filter/filtervocabulary.h"

namespace Elenco {

/// What one value behind a key and a sign asks for, with its stars and dots taken off. The values are as they were
/// typed; takesComparison() and makeCanonical() come after it.
struct FilterMeaning {
    Filter::Comparison comparison = Filter::Comparison::Is;
    QStringList values;
    bool hasStarInside = false;

    /// `about`: nothing where it is not known what the key is about; the spelling alone decides then.
    static FilterMeaning of(const FilterValue &value, FilterToken::Sign sign, const QString &key,
                            std::optional<FilterSubject> about);
};

} // namespace Elenco
