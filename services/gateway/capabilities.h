// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/accountfields.h"

#include <QByteArray>
#include <QMetaType>

namespace Elenco {

/// Not asked yet, or asked and answered.
enum class Known { Unknown, Yes, No };

/// How pages are asked for (gateway.md section 1: the sources disagree).
enum class PagingStyle {
    PageAndLimit,   ///< R
    PageAndSize,    ///< U7
    OffsetAndLimit, ///< U23
};

/// What "" and null do to a field.
enum class Clearing { Unknown, ByEmptyText, ByNull, Neither };

/// What one account can do, found out by reading (Client::probe) and by what its answers show; remembered per account,
/// so that nothing is assumed and nothing asked twice.
struct Capabilities {
    bool probed = false;                                ///< probe() has run to its end
    PagingStyle paging = PagingStyle::PageAndLimit;     ///< of contacts
    PagingStyle listPaging = PagingStyle::PageAndLimit; ///< of lists, campaigns and exports
    int firstPage = 0;                                  ///< 1 where the echo shows that pages count from 1
    int pageLimit = 1000;                               ///< the most rows a page that were really given
    Known sortById = Known::Unknown;                    ///< ids ascend when asked to
    Known numericIds = Known::Unknown;
    Known filtersByPhone = Known::Unknown; ///< `phoneNumber` is not ignored
    Known quota = Known::Unknown;
    Known subscription = Known::Unknown;
    Known credit = Known::Unknown;
    Known campaigns = Known::Unknown;
    Known exports = Known::Unknown;
    Known twoStepTable = Known::Unknown; ///< an uploaded table waits to be confirmed; shown by the first upload
    Known twoStepVcard = Known::Unknown;
    Known vcardUpload = Known::Unknown;    ///< shown by the first upload
    Known partialUpdate = Known::Unknown;  ///< fields left out of a PUT stay; shown by a PUT that leaves one out
    Clearing clearing = Clearing::Unknown; ///< shown by the first PUT that clears
    AccountFields fields;                  ///< what is shown of contacts, and kept

    /// One JSON object, for storing with the account.
    QByteArray toJson() const;
    /// Keys it does not know are passed over, missing ones keep their default. InvalidInput when it is no object.
    static Result<Capabilities> fromJson(const QByteArray &json);

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::Capabilities)
