// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/options.h"

#include <QString>

namespace Elenco::Practice {

/// How a page of rows is wrapped.
enum class Envelope {
    Content, ///< {content,totalElements,totalPages,page,size}
    Offset,  ///< {contacts,total,limit,offset}
    Members, ///< {listId,contacts,total,page,totalPages,hasMore}
    Array,   ///< bare
};

/// How an error is worded.
enum class ErrorShape {
    Status, ///< {status:int,error,message}
    Code,   ///< {status:"error",message,code}
    Fail,   ///< {status:"fail",data:{field:text}}
};

/// What answers say of added members.
enum class AddedShape { Associations, Added, Counts };

/// Everything in which one source differs from another; the table in README.md is this, in words.
struct Manner {
    Dialect dialect = Dialect::Reference;
    // Ids.
    const char *idSeparator = ""; ///< empty: ids are numbers; else "cnt_001", "list_name_3"
    const char *contactIdKey = "id";
    const char *nameKey = "fullName";
    const char *phoneKey = "phoneNumber";
    const char *validKey = "valid";
    bool showsTags = false;
    bool showsLists = false; ///< of one contact (U28)
    bool hasStatusWords = false;
    // Pages.
    Envelope contacts = Envelope::Content, members = Envelope::Content, others = Envelope::Content;
    const char *sizeParameter = "limit";
    int pageMaximum = 1000;
    bool knowsMoreFilters = false; ///< city, customFields.x, …; refuses what it does not know
    // Answers.
    ErrorShape errors = ErrorShape::Status;
    AddedShape added = AddedShape::Associations;
    int duplicateStatus = 409;
    bool answersDeletes = true;         ///< {deleted:n}; else an empty body
    bool refusesBodylessDelete = false; ///< of members; else 200 {removed:0}
    bool isChunked = false;
    const char *timeFormat = "yyyy-MM-ddThh:mm:ss'Z'"; ///< of UTC
    // Uploads.
    bool oneStepTables = true, oneStepCards = false;
    bool knowsStrategies = false;  ///< duplicateStrategy, tags and listName of uploaded cards
    bool importsWhatFits = false;  ///< an import beyond the quota stops there; else it is refused whole
    bool completesNumbers = false; ///< a number without prefix gets the account's (+39); else it is refused
    // Rest.
    bool shortQuota = false;                ///< {used,total}
    const char *listKey = "contactListIds"; ///< of campaigns, besides contactListIds
    const char *exportIdKey = "id";         ///< in the answer to an order; empty: it has no body
    bool showsAvailability = true;          ///< isAvailableForDownload of exports, besides their status
    char exportDelimiter = ',';
    bool exportHasMark = false; ///< a byte order mark
};

Manner mannerOf(Dialect dialect);

/// By its word ("reference", "uc007", …; "production", …), and back.
std::optional<Dialect> dialectOfName(QStringView name);
std::optional<Plan> planOfName(QStringView name);
QString dialectName(Dialect dialect);
QString planName(Plan plan);

} // namespace Elenco::Practice
