// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlfunctions.h"

#include "core/filter/wordneeds.h"
#include "core/textfold.h"
#include "store/database/databasefailure.h"

#include <sqlite3.h>

namespace Elenco {

namespace {

thread_local const void *givenTo = nullptr; // the connection that was opened last on this thread

// fold(text): what texts are compared by, for columns that keep no folded copy.
void foldFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    if (!text) {
        sqlite3_result_null(context);
        return;
    }
    const std::string folded = foldText({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

// number_words(text): the words that a number is found by, each behind a blank.
void numberWordsFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    std::string words;
    if (text) {
        for (const std::string &word : wordsOfNumber({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))}))
            words += ' ' + word;
    }
    sqlite3_result_text(context, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
}

int giveFunctions(sqlite3 *database, char **, const sqlite3_api_routines *)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    givenTo = database;
    const int code =
        sqlite3_create_function_v2(database, "fold", 1, flags, nullptr, foldFunction, nullptr, nullptr, nullptr);
    return code != SQLITE_OK ? code
                             : sqlite3_create_function_v2(database, "number_words", 1, flags, nullptr,
                                                          numberWordsFunction, nullptr, nullptr, nullptr);
}

} // namespace

void expectFunctions()
{
    givenTo = nullptr;
    // Again and again the same: SQLite keeps it once.
    const int code = sqlite3_auto_extension(reinterpret_cast<void (*)()>(giveFunctions));
    if (code != SQLITE_OK)
        throw DatabaseFailure{code, QString::fromUtf8(sqlite3_errstr(code))};
}

bool hasFunctions(const void *handle)
{
    return handle && handle == givenTo;
}

} // namespace Elenco
