// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco {

/// What the words of a column's header say, in five languages and in the manner of the programs that write them:
/// "Cellulare 1", "Phone Number (Mobile)", "mobilePhone", "HasOptedOutOfEmail". Names of fields as a whole are in the
/// field table (core/fields.h).
struct HeaderReading {
    enum class Meaning {
        Unknown,
        Phone,
        Fax,
        Email,
        Prefix, ///< a calling code, or what is dialled before a number within a country
        BirthDay,
        BirthMonth,
        BirthYear,
        OptOut,  ///< a yes means no
        Consent, ///< a no means no
        Status,  ///< "subscribed", "disiscritta"
    };
    enum class Channel { Any, Email, Phone };

    Meaning meaning = Meaning::Unknown;
    Channel channel = Channel::Any; ///< of OptOut and Consent
    bool isMobile = false;          ///< of Phone: it says so
    bool isOther = false;           ///< at home, at work, the second one
    bool isPlain = true;            ///< no word that is not understood
    bool isIdentifier = false;      ///< a code, an amount, a day: by its look it would be taken for something else
    bool isPlaceAlone = false;      ///< nothing but "Ufficio", "Home"
    int number = 0;                 ///< the first figure in it
    /// The header without the words that say whose it is ("Billing City", "Città (ab.)"), folded; empty where there are
    /// none.
    QString unqualified;
    /// Likewise without the words for where somebody works ("Business City", "Città (uff.)"); empty where there are none.
    QString atWork;
    /// It says of the column beside it what kind of number that is ("Phone 1 - Label", "Tipo telefono").
    bool isLabelOfPhone = false;
};

HeaderReading readHeader(const QString &header);

/// Whether a header is of a language whose numbers have a decimal comma: "Importo", "Vorname", "Ciudad".
bool hasCommaLanguage(const QString &header);
/// Whether it names an amount: "Importo", "Price".
bool namesAmount(const QString &header);

} // namespace Elenco
