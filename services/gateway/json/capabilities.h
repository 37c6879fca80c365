// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/accountfields.h"

#include <QByteArray>
#include <QMetaType>
#include <QStringList>

namespace Elenco {

/// Not asked yet, or asked and answered.
enum class Known { Unknown, Yes, No };

/// How pages are asked for (gateway.md section 1: the sources disagree).
enum class PagingStyle {
    PageAndLimit,   ///< R
    PageAndSize,    ///< U7
    OffsetAndLimit, ///< U23
};

/// How a page is sorted: sortBy and sortOrder (R), sort and order (U23), not at all.
enum class SortNames { SortByAndOrder, SortAndOrder, Neither };

/// What a page of contacts is wrapped in; it tells which of the documents the account follows.
enum class PageEnvelope {
    Unknown,
    Content, ///< {content,totalElements,totalPages,page,size} (U7)
    Offset,  ///< {contacts,total,limit,offset} (U23)
    Pages,   ///< {contacts,total,page,totalPages,hasMore} (U20)
    Bare,
};

/// How contacts and lists are brought together or apart.
enum class PairForm {
    Unknown,
    BothLists, ///< {listIds, contactIds} (U7, R)
    OneList,   ///< {listId, contactIds} to add, ?listId=&contactId= to remove (U23)
};

/// What "" and null do to a field.
enum class Clearing { Unknown, ByEmptyText, ByNull, Neither };

/// What one account can do, found out by reading (Client::probe) and by what its answers show; remembered per account,
/// so that nothing is assumed and nothing asked twice.
struct Capabilities {
    bool probed = false;                                  ///< probe() has run to its end
    PagingStyle paging = PagingStyle::PageAndLimit;       ///< of contacts
    PagingStyle listPaging = PagingStyle::PageAndLimit;   ///< of lists, campaigns and exports
    PagingStyle memberPaging = PagingStyle::PageAndLimit; ///< of the contacts of a list
    int firstPage = 0;                                    ///< 1 where the echo shows that pages count from 1
    int listFirstPage = -1, memberFirstPage = -1;         ///< -1: not known, so the first page is asked for without it
    SortNames sortNames = SortNames::SortByAndOrder;      ///< of contacts
    PageEnvelope envelope = PageEnvelope::Unknown;        ///< of contacts
    int pageLimit = 1000;                                 ///< the most rows a page that were really given
    Known sortById = Known::Unknown;                      ///< ids ascend when asked to
    Known numericIds = Known::Unknown;
    Known filtersByPhone = Known::Unknown; ///< `phoneNumber` is not ignored
    Known filtersByEmail = Known::Unknown;
    Known wholeNames = Known::Unknown;       ///< names are given as `name` only
    Known deletesOnlyNamed = Known::Unknown; ///< after the first deletion another contact was still there
    Known marksDeletedLists = Known::Unknown; ///< No: a page asked for with deleted lists did not say which they are
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
    PairForm adding = PairForm::Unknown, removing = PairForm::Unknown; ///< of memberships, that were taken
    /// Names that a 400 was about, and without which the same was taken: "contacts?phoneNumber", "contact.region",
    /// "table:limit". They are not sent; found out anew by probe().
    QStringList refusedNames;
    QStringList takenKeys; ///< of contacts: what was sent and shown in the answer as it was sent

    /// "contact.region": the account refuses this key of a contact, so it stays on this computer.
    bool refuses(const QString &name) const { return refusedNames.contains(name); }

    /// One JSON object, for storing with the account.
    QByteArray toJson() const;
    /// Keys it does not know are passed over, missing ones keep their default. InvalidInput when it is no object.
    static Result<Capabilities> fromJson(const QByteArray &json);

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::Capabilities)
