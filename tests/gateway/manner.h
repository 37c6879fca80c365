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

/// The keys of a contact, as bits.
namespace ContactKey {
enum Bit : quint32 {
    FirstName = 1 << 0,
    LastName = 1 << 1,
    Name = 1 << 2, ///< "name" or "fullName"
    Phone = 1 << 3,
    Email = 1 << 4,
    Gender = 1 << 5,
    City = 1 << 6,
    Province = 1 << 7,
    Region = 1 << 8,
    CustomFields = 1 << 9,
    Tags = 1 << 10,
    Lists = 1 << 11,
    Valid = 1 << 12,
    Rest = 1 << 13, ///< communicationSupported, isTest, lastContactType, lastCampaignType
    Created = 1 << 14,
    Extra = 1 << 15, ///< what the gateway does not know
};
}

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
    const char *validKey = "valid";
    quint32 listed = 0;        ///< ContactKey: in a page, whatever they hold
    quint32 shown = 0;         ///< by id, whatever they hold
    quint32 further = 0;       ///< by id, when they hold something: no document shows them
    bool listsFurther = false; ///< `further` in a page too
    bool hasWholeName = false; ///< one name, written and read by nameKey
    bool showsIsTest = false;  ///< of lists, also where they are created, changed or listed
    bool hasStatusWords = false;
    // Pages.
    Envelope contacts = Envelope::Content, members = Envelope::Content, others = Envelope::Content;
    const char *sizeParameter = "limit";
    int pageMaximum = 1000;
    int firstPage = 0;
    bool knowsMoreFilters = false; ///< city, customFields.x, …; refuses what it does not know
    const char *sortParameter = "sortBy", *orderParameter = "sortOrder";
    // Answers.
    ErrorShape errors = ErrorShape::Status;
    AddedShape added = AddedShape::Associations;
    int duplicateStatus = 409;
    bool answersDeletes = true; ///< {deleted:n}; else an empty body
    bool pairsOneList = false;  ///< {listId, contactIds} to add members, ?listId=&contactId= to remove one
    bool deletesByPath = false; ///< DELETE /contacts/{id}
    bool isChunked = false;
    const char *timeFormat = "yyyy-MM-ddThh:mm:ss'Z'";
    int hoursFromUtc = 0;
    int previewRows = 10;
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

Manner mannerOf(const Options &options);

/// By its word ("reference", "uc007", …; "production", …), and back.
std::optional<Dialect> dialectOfName(QStringView name);
std::optional<Plan> planOfName(QStringView name);
QString dialectName(Dialect dialect);
QString planName(Plan plan);

} // namespace Elenco::Practice
