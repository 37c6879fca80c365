// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/capabilities.h"

#include "gateway/json/jsonfields.h"

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

struct KnownRow {
    const char16_t *key;
    Known Capabilities::*member;
};
constexpr std::array knownRows{
    KnownRow{u"sortById", &Capabilities::sortById},
    KnownRow{u"numericIds", &Capabilities::numericIds},
    KnownRow{u"filtersByPhone", &Capabilities::filtersByPhone},
    KnownRow{u"filtersByEmail", &Capabilities::filtersByEmail},
    KnownRow{u"wholeNames", &Capabilities::wholeNames},
    KnownRow{u"deletesOnlyNamed", &Capabilities::deletesOnlyNamed},
    KnownRow{u"marksDeletedLists", &Capabilities::marksDeletedLists},
    KnownRow{u"quota", &Capabilities::quota},
    KnownRow{u"subscription", &Capabilities::subscription},
    KnownRow{u"credit", &Capabilities::credit},
    KnownRow{u"campaigns", &Capabilities::campaigns},
    KnownRow{u"exports", &Capabilities::exports},
    KnownRow{u"twoStepTable", &Capabilities::twoStepTable},
    KnownRow{u"twoStepVcard", &Capabilities::twoStepVcard},
    KnownRow{u"vcardUpload", &Capabilities::vcardUpload},
    KnownRow{u"partialUpdate", &Capabilities::partialUpdate},
};

// The words of the enums in stored JSON; their order is the enum's.
constexpr std::array knownWords{u"unknown", u"yes", u"no"};
constexpr std::array pagingWords{u"page-limit", u"page-size", u"offset-limit"};
constexpr std::array sortWords{u"sortBy-sortOrder", u"sort-order", u"neither"};
constexpr std::array envelopeWords{u"unknown", u"content", u"offset", u"pages", u"bare"};
constexpr std::array pairWords{u"unknown", u"both-lists", u"one-list"};
constexpr std::array clearingWords{u"unknown", u"empty", u"null", u"neither"};

template <typename Enum, size_t Count>
void readWord(JsonValue value, const std::array<const char16_t *, Count> &words, Enum &target)
{
    const QString text = value.text();
    for (size_t i = 0; i < Count; ++i) {
        if (text == QStringView(words[i]))
            target = Enum(int(i));
    }
}

void readCount(JsonValue value, int least, int most, int &target)
{
    Misfit ignored;
    std::optional<qint64> number;
    readField(value, "", number, ignored);
    if (number && *number >= least && *number <= most)
        target = int(*number);
}

void writeNames(JsonWriter &json, const QStringList &names)
{
    json.beginArray();
    for (const QString &name : names)
        json.text(name);
    json.endArray();
}

} // namespace

QByteArray Capabilities::toJson() const
{
    JsonWriter json;
    json.beginObject().key(u"probed").boolean(probed);
    json.key(u"paging").text(pagingWords[size_t(paging)]);
    json.key(u"listPaging").text(pagingWords[size_t(listPaging)]);
    json.key(u"firstPage").integer(firstPage).key(u"pageLimit").integer(pageLimit);
    json.key(u"memberPaging").text(pagingWords[size_t(memberPaging)]);
    json.key(u"listFirstPage").integer(listFirstPage).key(u"memberFirstPage").integer(memberFirstPage);
    json.key(u"sortNames").text(sortWords[size_t(sortNames)]);
    json.key(u"envelope").text(envelopeWords[size_t(envelope)]);
    json.key(u"adding").text(pairWords[size_t(adding)]).key(u"removing").text(pairWords[size_t(removing)]);
    writeNames(json.key(u"refusedNames"), refusedNames);
    writeNames(json.key(u"takenKeys"), takenKeys);
    json.key(u"clearing").text(clearingWords[size_t(clearing)]);
    for (const KnownRow &row : knownRows)
        json.key(row.key).text(knownWords[size_t(this->*row.member)]);
    json.key(u"fields");
    fields.write(json);
    json.endObject();
    return json.json();
}

Result<Capabilities> Capabilities::fromJson(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document || !document->root().isObject())
        return Error{ErrorKind::InvalidInput, u"capabilities"_s, {}};
    const JsonValue value = document->root();
    Capabilities result;
    result.probed = value["probed"].raw() == "true";
    readWord(value["paging"], pagingWords, result.paging);
    readWord(value["listPaging"], pagingWords, result.listPaging);
    readCount(value["firstPage"], 0, 1, result.firstPage);
    readCount(value["pageLimit"], 1, 1000, result.pageLimit);
    readWord(value["memberPaging"], pagingWords, result.memberPaging);
    readCount(value["listFirstPage"], -1, 1, result.listFirstPage);
    readCount(value["memberFirstPage"], -1, 1, result.memberFirstPage);
    readWord(value["sortNames"], sortWords, result.sortNames);
    readWord(value["envelope"], envelopeWords, result.envelope);
    readWord(value["adding"], pairWords, result.adding);
    readWord(value["removing"], pairWords, result.removing);
    Misfit ignored;
    readField(value["refusedNames"], "refusedNames", result.refusedNames, ignored);
    readField(value["takenKeys"], "takenKeys", result.takenKeys, ignored);
    readWord(value["clearing"], clearingWords, result.clearing);
    for (const KnownRow &row : knownRows)
        readWord(value[QStringView(row.key).toString().toStdString()], knownWords, result.*row.member);
    result.fields = AccountFields::read(value["fields"]);
    return result;
}

} // namespace Elenco
