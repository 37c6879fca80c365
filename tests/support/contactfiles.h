// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Elenco {

/// How a generated file is made up; the rows of each kind are spread over the whole file.
struct FilePlan {
    int rows = 0;
    int duplicates = 0;  ///< rows that repeat an earlier row's person
    int invalid = 0;     ///< rows with a number that is none (CSV), cards that can't be parsed (vCard)
    int firstPerson = 0; ///< people are numbered, each with an own number: other files have other people
};

/// nome;cognome;telefono;email;citta;ultimo_acquisto;speso — numbers in five notations, dates day first, decimal
/// commas.
QByteArray csvFile(const FilePlan &plan);
/// vCard 3.0 cards with grouped numbers and folded notes.
QByteArray vcardFile(const FilePlan &plan);

/// The valid number of a person of these files, E.164.
QString personNumber(int person);

/// Writes `content` and gives the path.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace Elenco
