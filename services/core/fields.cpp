// SPDX-License-Identifier: Apache-2.0
#include "core/fields.h"

#include "core/textfold.h"

#include <QCoreApplication>
#include <QHash>

namespace Elenco {

namespace {

// Aliases: Italian, English, German, French, Spanish, and the headers of Outlook, Google, Thunderbird, HubSpot,
// Mailchimp, Salesforce, LinkedIn, Yahoo, Brevo and the partner's template.
constexpr FieldInfo standardFields[fieldCount] = {
    {Field::FirstName, "firstName", QT_TRANSLATE_NOOP("Field", "First name"), "first_name", "N.given",
     "nome|nomeproprio|nomedibattesimo|firstname|fname|givenname|given|forename|vorname|prenom|nombre|nombredepila|"
     "primonome|name1",
     &Contact::firstName},
    {Field::LastName, "lastName", QT_TRANSLATE_NOOP("Field", "Last name"), "last_name", "N.family",
     "cognome|lastname|lname|surname|familyname|family|nachname|familienname|nomdefamille|nom|apellido|apellidos|name2",
     &Contact::lastName},
    {Field::Phone, "phoneNumber", QT_TRANSLATE_NOOP("Field", "Phone"), "phone", "TEL",
     "telefono|telefonocellulare|cellulare|cell|mobile|mobilephone|mobilenumber|mobilephonenumber|telefonomobile|"
     "numeromobile|"
     "numerocellulare|numeroditelefono|numerotelefono|numero|tel|phone|phonenumber|telephone|telephonenumber|"
     "phone1value|"
     "telefono1valore|primaryphone|telefonoprincipale|sms|whatsapp|handy|handynummer|mobiltelefon|mobilnummer|mobil|"
     "telefon|"
     "telefonnummer|rufnummer|portable|telephoneportable|telephonemobile|telmobile|numerodetelephone|movil|"
     "telefonomovil|"
     "celular|numerodetelefono|msisdn|recapito|recapitotelefonico|telcell|cellnumber|cellphone|contactphone|phone1",
     &Contact::phoneNumber},
    {Field::Email, "email", QT_TRANSLATE_NOOP("Field", "Email"), "email", "EMAIL",
     "email|emailaddress|mail|emailaddresses|indirizzoemail|indirizzodipostaelettronica|postaelettronica|email1value|"
     "email1|"
     "primaryemail|emailprincipale|indirizzoemailprincipale|emailprimaria|epost|emailadresse|adresseemail|courriel|"
     "adressedemessagerie|correo|correoelectronico|direcciondecorreoelectronico|indirizzodiposta|contactemail|"
     "emailaddress1",
     &Contact::email},
    {Field::Gender, "gender", QT_TRANSLATE_NOOP("Field", "Gender"), "gender", "GENDER",
     "sesso|genere|gender|sex|geschlecht|sexe|genre|sexo|genero", &Contact::gender},
    {Field::City, "city", QT_TRANSLATE_NOOP("Field", "City"), "city", "ADR.city",
     "citta|comune|localita|city|town|locality|stadt|ort|wohnort|ville|ciudad|poblacion|homecity|cittaabitazione|"
     "cittadiresidenza|mailingcity|address1city|indirizzo1citta|cittaresidenza",
     &Contact::city},
    {Field::Province, "province", QT_TRANSLATE_NOOP("Field", "Province"), "province", "ADR.region",
     "provincia|prov|pr|prv|province|siglaprovincia|siglaprov|provinciadiresidenza|provinciaabitazione",
     &Contact::province},
    {Field::Region, "region", QT_TRANSLATE_NOOP("Field", "Region"), "region", "X-REGION",
     "regione|region|bundesland|comunidadautonoma|state|stato|stateprovince|stateregion|homestate|mailingstateprovince|"
     "mailingstate|address1region",
     &Contact::region},
};

constexpr KnownCustomField customFields[] = {
    {"company", QT_TRANSLATE_NOOP("Field", "Company"), ValueKind::Text, "ORG",
     "azienda|societa|ditta|ragionesociale|organizzazione|company|companyname|organization|organisation|"
     "organizationname|"
     "organization1name|account|accountname|firma|unternehmen|entreprise|societe|empresa|organizacion|"
     "organizzazione1nome"},
    {"department", QT_TRANSLATE_NOOP("Field", "Department"), ValueKind::Text, "ORG.unit",
     "reparto|ufficio|dipartimento|department|abteilung|service|departamento|organizationdepartment"},
    {"jobTitle", QT_TRANSLATE_NOOP("Field", "Job title"), ValueKind::Text, "TITLE",
     "ruolo|qualifica|posizione|professione|mansione|jobtitle|title|position|organizationtitle|organization1title|"
     "titoloprofessionale|posizionelavorativa|stellung|poste|fonction|cargo|puesto"},
    {"address", QT_TRANSLATE_NOOP("Field", "Address"), ValueKind::Text, "ADR.street",
     "indirizzo|ind|indir|via|indirizzodiresidenza|street|address|streetaddress|homestreet|homeaddress|address1street|"
     "strasse|"
     "adresse|"
     "rue|direccion|calle|mailingstreet|viaabitazione"},
    {"postalCode", QT_TRANSLATE_NOOP("Field", "Postal code"), ValueKind::Text, "ADR.postal",
     "cap|codicepostale|codiceavviamentopostale|zip|zipcode|postalcode|postcode|homepostalcode|address1postalcode|plz|"
     "postleitzahl|codepostal|codigopostal|mailingzippostalcode|mailingzip|zippostalcode|capabitazione"},
    {"country", QT_TRANSLATE_NOOP("Field", "Country"), ValueKind::Text, "ADR.country",
     "paese|nazione|naz|country|countryregion|homecountryregion|homecountry|address1country|land|pays|pais|"
     "mailingcountry|"
     "paeseabitazione"},
    {"birthday", QT_TRANSLATE_NOOP("Field", "Birthday"), ValueKind::Date, "BDAY",
     "datadinascita|datanascita|compleanno|natoil|nascita|birthday|birthdate|dateofbirth|dob|geburtstag|geburtsdatum|"
     "datedenaissance|anniversaire|fechadenacimiento|cumpleanos"},
    {"nickname", QT_TRANSLATE_NOOP("Field", "Nickname"), ValueKind::Text, "NICKNAME",
     "soprannome|nickname|spitzname|surnom|apodo"},
    {"middleName", QT_TRANSLATE_NOOP("Field", "Middle name"), ValueKind::Text, "N.additional",
     "secondonome|middlename|additionalname|zweitername|deuxiemeprenom|segundonombre"},
    {"prefix", QT_TRANSLATE_NOOP("Field", "Prefix"), ValueKind::Text, "N.prefix",
     "prefissonome|nameprefix|prefix|titolo|honorific|salutation|anrede|civilite|tratamiento"},
    {"suffix", QT_TRANSLATE_NOOP("Field", "Suffix"), ValueKind::Text, "N.suffix",
     "suffissonome|namesuffix|suffix|suffisso"},
    {"website", QT_TRANSLATE_NOOP("Field", "Website"), ValueKind::Text, "URL",
     "sitoweb|sito|paginaweb|website|url|webpage|website1value|homepage|siteweb|sitioweb|web"},
    {"notes", QT_TRANSLATE_NOOP("Field", "Notes"), ValueKind::Text, "NOTE",
     "note|nota|annotazioni|commenti|osservazioni|notes|comments|comment|notizen|bemerkungen|remarques|notas|"
     "observaciones"},
    {"phone2", QT_TRANSLATE_NOOP("Field", "Phone 2"), ValueKind::Text, "TEL.2",
     "telefono2|phone2|phone2value|telefono2valore|otherphone|secondaryphone|altrotelefono|secondotelefono|homephone|"
     "telefonocasa|"
     "telefonoabitazione|abitazionetelefono|casa|tel2|telefonofisso|fisso"},
    {"phone3", QT_TRANSLATE_NOOP("Field", "Phone 3"), ValueKind::Text, "TEL.3",
     "telefono3|phone3|phone3value|businessphone|workphone|telefonoufficio|telefonolavoro|telefonodilavoro|tel3"},
    {"fax", QT_TRANSLATE_NOOP("Field", "Fax"), ValueKind::Text, "TEL.fax",
     "fax|faxnumber|numerodifax|businessfax|faxufficio|homefax|telefax"},
    {"email2", QT_TRANSLATE_NOOP("Field", "Email 2"), ValueKind::Text, "EMAIL.2",
     "email2|email2value|email2address|emailsecondaria|secondaryemail|altraemail|indirizzoemailsecondario|"
     "emailaddress2"},
    {"email3", QT_TRANSLATE_NOOP("Field", "Email 3"), ValueKind::Text, "EMAIL.3",
     "email3|email3value|email3address|emailaddress3"},
    {"lastPurchaseDate", QT_TRANSLATE_NOOP("Field", "Last purchase"), ValueKind::Date, "X-LASTPURCHASEDATE",
     "lastpurchasedate|ultimoacquisto|ultimoacq|dataultimoacquisto|lastpurchase|lastorder|lastorderdate"},
    {"totalSpent", QT_TRANSLATE_NOOP("Field", "Total spent"), ValueKind::Number, "X-TOTALSPENT",
     "totalspent|totalespeso|speso|spent|spesatotale|fatturato|totaleacquisti"},
    {"preferredChannel", QT_TRANSLATE_NOOP("Field", "Channel"), ValueKind::Text, "X-PREFERREDCHANNEL",
     "preferredchannel|canale|canalepreferito|channel"},
    // In a file they are found by words and values as well (services/importing).
    {"optOut", QT_TRANSLATE_NOOP("Field", "Opted out"), ValueKind::Text, "X-OPTOUT", "optout|optedout|disiscritto"},
    {"consent", QT_TRANSLATE_NOOP("Field", "Consent"), ValueKind::Text, "X-CONSENT", "consent|consenso"},
};

} // namespace

std::span<const FieldInfo> fieldTable()
{
    return standardFields;
}

const FieldInfo &fieldInfo(Field field)
{
    return standardFields[static_cast<int>(field)];
}

QString fieldLabel(Field field)
{
    return QCoreApplication::translate("Field", fieldInfo(field).label);
}

std::span<const KnownCustomField> knownCustomFields()
{
    return customFields;
}

QString customFieldLabel(const QString &name)
{
    for (const KnownCustomField &known : customFields) {
        if (name == QLatin1String(known.name))
            return QCoreApplication::translate("Field", known.label);
    }
    return name;
}

QString fieldKeyOf(const QString &folded)
{
    static const QHash<QString, QString> keys = [] {
        QHash<QString, QString> table;
        const auto add = [&](const char *key, const char *aliases) {
            const QString name = QLatin1String(key);
            QStringList all = QString(QLatin1String(aliases)).split(QLatin1Char('|'));
            all.append(foldedHeader(name));
            for (const QString &alias : std::as_const(all)) {
                if (!table.contains(alias)) // the first field that claims it
                    table.insert(alias, name);
            }
        };
        for (const FieldInfo &info : standardFields)
            add(info.key, info.aliases);
        for (const KnownCustomField &known : customFields)
            add(known.name, known.aliases);
        return table;
    }();
    return keys.value(folded);
}

QString foldedHeader(const QString &header)
{
    const QString folded = QString::fromStdString(foldText(header.toStdString()));
    QString result;
    result.reserve(folded.size());
    for (QChar c : folded) {
        if (c.isLetterOrNumber())
            result += c;
    }
    return result;
}

} // namespace Elenco
