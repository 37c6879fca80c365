// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/http/request.h"
#include "gateway/json/capabilities.h"
#include "gateway/records/page.h"

namespace Elenco {

/// A kind of rows that come in pages: where it is remembered how they are asked for.
struct PageKind {
    PagingStyle Capabilities::*style;
    int Capabilities::*firstPage;
    QLatin1StringView scope; ///< of the names in Capabilities::refusedNames: "contacts?phoneNumber"

    /// What a page that came shows about how the account counts.
    void learn(Capabilities &known, const PageRequest &asked, int rowsGiven, const PageEcho &echo) const;
};
extern const PageKind contactPages, memberPages, listPages;

/// Which part, in the account's form. The first page is asked for without its number where nobody knows that number.
void askPage(Request &request, const PageRequest &page, const PageKind &kind, const Capabilities &known);
/// The limit that askPage() writes.
int limitOf(const PageRequest &page, const Capabilities &known);
/// A filter that the rows can be checked against: left out where the account refuses its name.
void askFilter(Request &request, const QString &name, const QString &value, const PageKind &kind,
               const Capabilities &known);

/// How a page is asked for anew after a 400 (the documents disagree about every name, and only an answer tells): what
/// the refusal names is said otherwise or left out; where it names nothing, one thing after the other is tried. At most
/// six requests; what was taken in the end is to be remembered.
class PageSpelling
{
public:
    /// `keepsOrder`: the pages before this one were sorted, so this one must be.
    PageSpelling(const PageKind &kind, const Capabilities &known, bool keepsOrder = false);

    /// What the next request is to be built by.
    const Capabilities &now() const { return m_now; }
    /// After a 400 with these words to `sent`: true if there is another way.
    bool change(const Request &sent, const QString &words);
    /// Takes over into `known` what was found, after a page that came.
    void adopt(Capabilities &known) const;
    /// After all was refused: what was known and is named now is found out anew the next time.
    void doubt(Capabilities &known) const;
    bool isChanged() const { return m_tries > 0; }

private:
    bool respell(const QString &name, const Request &sent);
    bool nextVariant(const Request &sent);
    void nextStyle();

    PageKind m_kind;
    Capabilities m_base, m_now;
    QStringList m_doubted;
    int m_tries = 0;
    int m_variant = 0;
    bool m_keepsOrder;
};

} // namespace Elenco
