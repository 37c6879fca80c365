// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// How a text file of records is written. '\0' is "none": no delimiter is one column, no quote is literal quotes.
struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
    char escape = '\0';  ///< takes the meaning of the next byte; a doubled quote is a quote in any case
    char comment = '\0'; ///< lines that begin with it are no records
    friend bool operator==(const CsvDialect &, const CsvDialect &) = default;
};

/// What the start of a table says about it.
struct CsvLayout {
    CsvDialect dialect;
    int preamble = 0; ///< physical lines above the table that are no records of it
    bool header = true;
    int columns = 0;  ///< of the records of the sample
    double score = 0; ///< for comparing, not for showing
};

/// Guesses delimiter, quote, escape, preamble and header from the first part of a table (UTF-8, some 64 KB; `complete`
/// if that is all of it). After CleverCSV (van den Burg, Nazábal, Sutton 2019): the dialect that gives the most regular
/// rows of the most recognisable cells.
CsvLayout guessCsvLayout(std::string_view sample, bool complete);

/// The same for a dialect that is known.
CsvLayout csvLayoutOf(std::string_view sample, bool complete, const CsvDialect &dialect);

/// The records of a sample, as CsvReader would give them; for the guesses only.
std::vector<std::vector<std::string>> sampleRecords(std::string_view sample, const CsvDialect &dialect,
                                                    size_t mostRecords);

/// Whether `first` reads like names of columns, given the records below it.
bool looksLikeHeader(const std::vector<std::string> &first, const std::vector<std::vector<std::string>> &below);

} // namespace Elenco
