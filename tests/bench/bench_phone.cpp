// SPDX-License-Identifier: Apache-2.0
#include "phone/phonedisplay.h"
#include "phone/phoneparser.h"

#include <benchmark/benchmark.h>

#include <random>

using namespace Elenco;

namespace {

/// What an Italian export looks like: mobiles in several notations, some landlines, a few foreign numbers.
std::vector<std::string> typedNumbers(size_t count)
{
    std::mt19937 random(1);
    const auto digits = [&](size_t n) {
        std::string text;
        while (text.size() < n)
            text.push_back(char('0' + random() % 10));
        return text;
    };
    std::vector<std::string> numbers;
    numbers.reserve(count);
    while (numbers.size() < count) {
        const std::string mobile = "3" + std::to_string(20 + random() % 79);
        switch (random() % 10) {
        case 0: numbers.push_back("02 " + digits(4) + " " + digits(4)); break;
        case 1: numbers.push_back("+43 660 " + digits(7)); break;
        case 2: numbers.push_back("0039 " + mobile + " " + digits(7)); break;
        case 3:
        case 4: numbers.push_back(mobile + digits(7)); break;
        default: numbers.push_back("+39 " + mobile + " " + digits(3) + " " + digits(4));
        }
    }
    return numbers;
}

void readCold(benchmark::State &state)
{
    const auto numbers = typedNumbers(100'000);
    for (auto _ : state) {
        PhoneParser parser("IT");
        for (const std::string &number : numbers)
            benchmark::DoNotOptimize(parser.read(number));
    }
    state.SetItemsProcessed(int64_t(state.iterations() * numbers.size()));
}
BENCHMARK(readCold)->Unit(benchmark::kMillisecond);

void readWarm(benchmark::State &state)
{
    const auto numbers = typedNumbers(100'000);
    PhoneParser parser("IT");
    for (auto _ : state) {
        for (const std::string &number : numbers)
            benchmark::DoNotOptimize(parser.read(number));
    }
    state.SetItemsProcessed(int64_t(state.iterations() * numbers.size()));
}
BENCHMARK(readWarm)->Unit(benchmark::kMillisecond);

void displayMobile(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(displayPhone(std::string_view("+393401234567")));
}
BENCHMARK(displayMobile);

void displayLandline(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(displayPhone(std::string_view("+390248012233")));
}
BENCHMARK(displayLandline);

} // namespace

BENCHMARK_MAIN();
