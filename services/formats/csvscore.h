// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/csvdialect.h"

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// A record of a sample, and the physical line where it begins.
struct SampleRecord {
    qint64 line = 0;
    std::vector<std::string> cells;
};

inline constexpr std::string_view UsualDelimiters = ",;\t|";

/// The first records of a sample, as CsvReader gives them, and what their quotes say.
struct SampleRecords : std::vector<SampleRecord> {
    qint64 quotedFields = 0;
    qint64 strayQuotes = 0;
};
SampleRecords parseSample(std::string_view sample, const CsvDialect &dialect, size_t most);

/// The length that most records have; of two, the larger.
size_t commonLength(const std::vector<SampleRecord> &records);

/// The cells of the records from that one on.
std::vector<std::vector<std::string>> cellsOf(const std::vector<SampleRecord> &records, size_t first);

/// The first record of a table of so many columns: above it stand titles, notes and blank lines.
size_t tableStart(const std::vector<SampleRecord> &records, size_t columns);

/// How well the dialect explains the records: 0 not at all, 1 perfectly; for comparing dialects of one sample.
double dialectScore(const SampleRecords &records, const CsvDialect &dialect);

} // namespace Elenco
