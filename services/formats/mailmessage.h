// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Elenco {

/// A file of cards that a mail carries.
struct MailedCards {
    QString name;       ///< as the mail has it; empty where it gives none
    QByteArray content; ///< decoded; UTF-8 where the mail names its charset
};

/// Whether the first bytes of a file are those of a mail (RFC 5322): lines of a header that mails have, and no card.
bool looksLikeMail(QByteArrayView start);

/// The cards of a mail and of mails that are attached to it (RFC 2045, RFC 2046, RFC 6350 section 10.1): parts of type
/// text/vcard, text/x-vcard and text/directory, files that end with .vcf or .vcard, and a text that begins like a card.
/// Parts that are nested deeper than 20 levels are left out.
QList<MailedCards> cardsOfMail(QByteArrayView message);

} // namespace Elenco
