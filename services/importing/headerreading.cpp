// SPDX-License-Identifier: Apache-2.0
#include "importing/headerreading.h"

#include "core/asciitext.h"
#include "core/textfold.h"

#include <QStringList>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

namespace {

using Words = std::vector<std::string>;

// One list a line of thought, words between blanks; "unsub*" is the beginning of a word.
constexpr std::string_view mobileWords =
    " cell cel cellulare cellulari cellular cellphone cellphones mobile mobil mobiltelefon mobilnummer mobilfunk "
    "mobilfunknummer mobilephone mobilephones handy handynummer movil moviles celular portable gsm sms whatsapp wa "
    "smartphone telefonino msisdn mob telcell telcellulare telmobile numerocellulare mobilenumber cellnumber "
    "telefonomobile telefonocellulare whats ";
constexpr std::string_view phoneWords =
    " tel telefono telefoni telef telefonico telefonici phone phones telephone telefon telefonnummer telefonnumer "
    "rufnummer fon recapito recapiti phonenumber numerotelefono mobilephone telefonos festnetz fisso fissi "
    "landline fixe fijo telefonata ";
constexpr std::string_view faxWords = " fax telefax faxnummer faxnumber telefaxnummer telecopie ";
constexpr std::string_view emailWords =
    " email emails mail mails emailaddress emailadresse mailadresse pec courriel correo posta mel ";
// At home, at work: numbers of a person, but not the first one to write to.
constexpr std::string_view otherWords =
    " casa home abitazione abit ab privat ufficio uff lavoro work business office azienda aziendale company buero buro "
    "geschaftlich dienstlich travail bureau oficina trabajo altro altri other sonstige autre otro secondario secondary "
    "secondo second seconda alternativo alternate alternative alt fisso fissi fixe fijo festnetz landline domicile "
    "assistant assistente assistente emergenza emergency referente moglie marito figlio figlia madre padre mamma "
    "centralino switchboard main2 aggiuntivo additional weitere ";
constexpr std::string_view fillers =
    " numero numeri number numbers nummer no nr num n nro di del dello della dei d il la lo i of the de des du der die "
    "das da per for principale principali primario primary main predefinito default preferito preferred value valore "
    "address addr indirizzo indirizzi adresse direccion elettronica elettronico electronico e contatto contatti "
    "contact contacts cliente clienti customer customers client user utente person persona personal personale "
    "personali private privato kunde "
    "kunden titolare intestatario spedizione shipping billing fatturazione consegna delivery account owner formatted "
    "formattato completo full int "
    "internazionale international e164 it ita italia italian diretto direct nuovo new current attuale app recapito ";
// What says something about a number or an address and is none itself.
constexpr std::string_view abouts =
    " type tipo typ label etichetta status stato state date data datum ora time orario code codice country valid "
    "valido "
    "validated verified verificato verifica validazione extension interno ext carrier operatore operator id ids count "
    "conteggio provider source fonte origine hash domain dominio bounce bounced note nota notes display visualizzato "
    "pager telex tty tdd isdn callback radio lookup region timezone opens clicks open click sent last ultimo ip "
    "device platform preferenza preferences preference lingua language score rating history log format formato ";
constexpr std::string_view identifiers =
    " ip iva piva vat fiscale cf tax taxid nif nie siren siret steuer steuernummer ustid ust uid tva tessera tess card "
    "carta "
    "carte karte kundenkarte loyalty fidelity fedelta ordine ordini order orders ordernumber bestellung id ids leid "
    "euid uuid guid codice cod code codigo matricola fattura fatture invoice rechnung facture factura contratto "
    "contract pratica "
    "polizza barcode ean sku iban bic swift conto kontonummer konto cap zip zipcode plz postal postcode postleitzahl "
    "lat lon lng latitude longitude "
    "timestamp time ora data date datum importo amount totale total prezzo price saldo euro eur targa plate badge "
    "ticket coupon voucher "
    "serial seriale lotto versione version ddt bolla documento passport passaporto patente kundennummer kundennr "
    "clientenr customerid "
    "customernumber record hash device imei iccid mac asset isbn protocollo pin puk password pwd year anno gmtoff "
    "dstoff timezone fax ";
constexpr std::string_view commaLanguages =
    " nome cognome nominativo citta telefono cellulare importo speso spesa totale fatturato ordini provincia regione "
    "indirizzo azienda cliente ragione sociale nascita data saldo prezzo punti vorname nachname stadt strasse ort "
    "umsatz betrag "
    "telefonnummer preis nombre apellido apellidos ciudad importe gasto precio prenom ville montant prix depense ";
constexpr std::string_view amountWords =
    " importo importi prezzo prezzi totale total totals amount amounts price prices spesa speso spent spend valore "
    "value "
    "saldo balance fatturato revenue ricavi ricavo costo cost costi budget euro eur usd chf betrag preis umsatz "
    "montant prix "
    "importe precio sconto discount percentuale percent punti points ltv clv aov scontrino media average quantita qty "
    "quantity rating voto score credito credit debito stipendio salary reddito income ";
constexpr std::string_view birthWords =
    " birth birthday nascita compleanno geburt geburts geburtstag naissance nacimiento bday dob ";
constexpr std::string_view dayWords = " day giorno gg tag jour dia dd ";
constexpr std::string_view monthWords = " month mese mm monat mois mes ";
constexpr std::string_view yearWords = " year anno yy yyyy jahr annee ano ";
constexpr std::string_view prefixWords =
    " prefisso prefissi prefix vorwahl landervorwahl landesvorwahl indicatif prefijo ";
constexpr std::string_view codeWords = " code codice codigo kennzahl ";
constexpr std::string_view codeOfWords =
    " calling dial dialing dialling country phone tel telefono paese nazione internazionale international area idd "
    "mobile cell cellulare sms isd ";
constexpr std::string_view optOutWords =
    " unsub unsubscribe unsubscribed unsubscribes unsubscribedat optout optedout optouts disiscritto disiscritta "
    "disiscritti "
    "disiscrizione donotcontact donotcall donotemail donotdisturb donotsms dnc blacklist blacklisted blocklist "
    "blocklisted suppressed suppression revoca revocato revocata abgemeldet abmeldung widerruf widerrufen desabonne "
    "desabonnement desinscription desinscrit baja sperrvermerk werbesperre hasoptedoutofemail hasoptedoutoffax "
    "opposizione ";
constexpr std::string_view consentWords = " consenso consensi consent consents permission permissions permesso "
                                          "permessi optin optedin gdpr einwilligung zustimmung "
                                          "erlaubnis werbeerlaubnis consentement consentimiento autorizzazione "
                                          "acconsento acconsente subscribed iscritto iscritta "
                                          "accetta accetto accepts acceptsmarketing abonniert autorizza ";
constexpr std::string_view statusWords = " status stato state statut estado zustand ";
constexpr std::string_view noFlagWords = " link url token hash id page pagina count conteggio text testo wording ip "
                                         "version versione policy informativa method metodo source fonte ";
constexpr std::string_view emailChannel = " email emails mail newsletter posta dem ";
constexpr std::string_view phoneChannel = " sms whatsapp whats wa rcs phone telefono tel call calls chiamate cellulare "
                                          "mobile telefonico telefonate mms text ";

constexpr std::string_view qualifiers =
    " billing shipping fatturazione spedizione default customer contact contatto person persona mailing home ab abit "
    "abitazione residenza domicilio casa private privat privato privata personale principale primary lead member socio "
    "iscritto kunde client ";

constexpr std::string_view workplaces =
    " business work office company ufficio uff lavoro azienda aziendale sede legale operativa geschaftlich dienstlich "
    "firma bureau travail oficina trabajo ";

bool has(std::string_view list, const std::string &word)
{
    return list.find(' ' + word + ' ') != list.npos;
}

bool any(const Words &words, std::string_view list)
{
    return std::any_of(words.begin(), words.end(), [&](const std::string &word) { return has(list, word); });
}

// At signs and blanks, between letters and figures, and where a capital follows a small letter ("mobilePhone").
Words wordsOf(const QString &header)
{
    QString spaced;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QChar c = header[i];
        if (i > 0 && ((c.isUpper() && header[i - 1].isLower()) || (c.isDigit() != header[i - 1].isDigit())))
            spaced += QLatin1Char(' ');
        spaced += c.isLetterOrNumber() ? c : QLatin1Char(' ');
    }
    Words words;
    const QStringList parts = spaced.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        words.push_back(foldText(part.toStdString()));
    return words;
}

bool isFollowed(const Words &words, std::string_view first, std::string_view second)
{
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        if (has(first, words[i]) && has(second, words[i + 1]))
            return true;
    }
    return false;
}

bool isOptOut(const Words &words)
{
    return any(words, optOutWords) || isFollowed(words, " opt opted opts ", " out ") ||
           isFollowed(words, " do ", " not ") ||
           isFollowed(words, " non ", " contattare chiamare disturbare inviare scrivere ") ||
           isFollowed(words, " no ", " sms mail email marketing pubblicita newsletter contact ");
}

bool isConsent(const Words &words)
{
    return any(words, consentWords) || isFollowed(words, " opt opted ", " in ") ||
           (any(words, " privacy ") && any(words, " marketing ")) ||
           (any(words, " ok ") && any(words, " marketing privacy sms "));
}

HeaderReading::Channel channelOf(const Words &words)
{
    const bool email = any(words, emailChannel), phone = any(words, phoneChannel);
    return email == phone ? HeaderReading::Channel::Any
           : email        ? HeaderReading::Channel::Email
                          : HeaderReading::Channel::Phone;
}

bool isPrefix(const Words &words)
{
    // "Prefisso nome" is a title.
    return (any(words, prefixWords) && !any(words, " nome name ")) ||
           (any(words, codeWords) && any(words, codeOfWords));
}

// "Default Address City" is a city, "Billing Address" an address.
QString without(std::string_view list, const Words &words)
{
    QString rest;
    size_t left = 0;
    for (size_t i = 0; i < words.size(); ++i) {
        const bool isQualifier = has(list, words[i]) ||
                                 (i > 0 && i + 1 < words.size() && words[i] == "address" && words[i - 1] == "default");
        left += isQualifier ? 0 : 1;
        rest += isQualifier ? QString() : QString::fromStdString(words[i]);
    }
    return left < words.size() ? rest : QString();
}

} // namespace

bool hasCommaLanguage(const QString &header)
{
    return any(wordsOf(header), commaLanguages);
}

bool namesAmount(const QString &header)
{
    return any(wordsOf(header), amountWords);
}

HeaderReading readHeader(const QString &header)
{
    using Meaning = HeaderReading::Meaning;
    const Words words = wordsOf(header);
    HeaderReading reading;
    for (const std::string &word : words) {
        if (isDigit(word.front())) {
            reading.number = reading.number ? reading.number : std::atoi(word.substr(0, 4).c_str());
            continue;
        }
        const bool isUnderstood = has(mobileWords, word) || has(phoneWords, word) || has(faxWords, word) ||
                                  has(emailWords, word) || has(otherWords, word) || has(fillers, word);
        reading.isPlain = reading.isPlain && isUnderstood;
        reading.isMobile = reading.isMobile || has(mobileWords, word);
        reading.isOther = reading.isOther || has(otherWords, word);
        reading.isIdentifier = reading.isIdentifier || has(identifiers, word);
    }
    reading.isPlaceAlone = !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string &word) {
        return has(otherWords, word) || isDigit(word.front());
    });
    reading.isLabelOfPhone = any(words, phoneWords) && any(words, " label type tipo typ etichetta ");
    reading.unqualified = without(qualifiers, words);
    reading.atWork = without(workplaces, words);
    const bool isPhone = reading.isMobile || any(words, phoneWords);
    const bool isEmail = any(words, emailWords);
    const bool isAbout = any(words, abouts);
    reading.channel = channelOf(words);
    const bool isBirth = any(words, birthWords) || header.startsWith(QLatin1String("Geburts"), Qt::CaseInsensitive);
    if (isOptOut(words) && !any(words, noFlagWords) && !any(words, faxWords))
        reading.meaning = Meaning::OptOut;
    else if (isConsent(words) && !any(words, noFlagWords))
        reading.meaning = Meaning::Consent;
    else if (isPrefix(words))
        reading.meaning = Meaning::Prefix;
    else if (any(words, statusWords))
        reading.meaning = Meaning::Status;
    else if (isBirth && any(words, dayWords))
        reading.meaning = Meaning::BirthDay;
    else if (isBirth && (any(words, monthWords) || header.contains(QLatin1String("monat"))))
        reading.meaning = Meaning::BirthMonth;
    else if (isBirth && (any(words, yearWords) || header.contains(QLatin1String("jahr"))))
        reading.meaning = Meaning::BirthYear;
    else if (isAbout)
        reading.meaning = Meaning::Unknown;
    else if (any(words, faxWords))
        reading.meaning = Meaning::Fax;
    else if (isPhone && !isEmail)
        reading.meaning = Meaning::Phone;
    else if (isEmail && !isPhone)
        reading.meaning = Meaning::Email;
    else if (reading.isPlain && any(words, " contatto contact recapito kontakt ") &&
             any(words, " numero number no nr num nummer "))
        reading.meaning = Meaning::Phone;
    return reading;
}

} // namespace Elenco
