// SPDX-License-Identifier: Apache-2.0
// bench_sheets FILE [RUNS]: how long a workbook's default sheet takes, and the most memory that the program has had:
// the cells alone, then the whole way (which sheet, its header, records under columns). make_sheet.py writes files for
// it.
#include "formats/recordfile.h"
#include "formats/sheets/workbook.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Elenco;

namespace {

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peakMegabytes()
{
#ifdef Q_OS_UNIX
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
#else
    return 0;
#endif
}

struct Count {
    long long rows = 0;
    long long cells = 0;
};

Count readCells(const QString &path, qsizetype sheet)
{
    Count count;
    const auto workbook = Workbook::open(path);
    const auto reader = workbook ? (*workbook)->read(sheet) : workbook.error();
    SheetRow row;
    while (reader) {
        const auto next = (*reader)->next(row);
        if (!next || !*next)
            break;
        ++count.rows;
        count.cells += std::ssize(row.cells);
    }
    return count;
}

Count readRecords(const QString &path)
{
    Count count;
    const auto reader = openRecordFile(path);
    Record record;
    while (reader) {
        const auto next = (*reader)->next(record);
        if (!next || *next == RecordReader::Next::End)
            break;
        ++count.rows;
        count.cells += std::ssize(record.cells);
    }
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_sheets FILE [RUNS]\n");
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
    const auto description = describe(path);
    if (!description) {
        std::fprintf(stderr, "%s\n", qPrintable(description.error().text()));
        return 1;
    }
    for (int run = 0; run < runs; ++run) {
        const double start = cpuSeconds();
        const Count cells = readCells(path, description->sheet);
        const double middle = cpuSeconds();
        const Count records = readRecords(path);
        std::printf("%lld rows, %lld cells in %.2f s; %lld records in %.2f s; at most %.0f MB\n", cells.rows,
                    cells.cells, middle - start, records.rows, cpuSeconds() - middle, peakMegabytes());
    }
    return 0;
}
