// SPDX-License-Identifier: Apache-2.0
#include "store/database/schema.h"

#include "core/textfold.h"
#include "store/database/backup.h"
#include "store/database/schemasteps.h"
#include "store/database/sqlite.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <deque>
#include <sqlite3.h>
#include <string>

namespace Elenco {

namespace {

using namespace SchemaSteps;

// Written out once: a new file gets them in its last step, an older one those it has not, and a large load drops and
// restores them.
constexpr BulkIndex indexes[] = {
    {"contact_by_name", "CREATE INDEX IF NOT EXISTS contact_by_name ON contact(sort_name)"},
    {"contact_by_phone", "CREATE INDEX IF NOT EXISTS contact_by_phone ON contact(phone)"},
    {"contact_by_email", "CREATE INDEX IF NOT EXISTS contact_by_email ON contact(email COLLATE NOCASE)"},
    {"contact_by_city", "CREATE INDEX IF NOT EXISTS contact_by_city ON contact(city_key)"},
    {"contact_by_import",
     "CREATE INDEX IF NOT EXISTS contact_by_import ON contact(origin_import) WHERE origin_import IS NOT NULL"},
    {"contact_invalid", "CREATE INDEX IF NOT EXISTS contact_invalid ON contact(id) WHERE valid = 0"},
    {"contact_field_by_value", "CREATE INDEX IF NOT EXISTS contact_field_by_value ON contact_field(field_id, value)"},
    {"contact_unbound", "CREATE INDEX IF NOT EXISTS contact_unbound ON contact(valid) WHERE remote_id IS NULL"},
    {"membership_by_contact", "CREATE INDEX IF NOT EXISTS membership_by_contact ON membership(contact_id)"},
    {"contact_tag_by_contact", "CREATE INDEX IF NOT EXISTS contact_tag_by_contact ON contact_tag(contact_id)"},
};

int userVersion(Connection &connection)
{
    return static_cast<int>(connection.integer("PRAGMA user_version"));
}

void backUpBefore(Connection &connection, const QString &path)
{
    backUp(connection, QStringLiteral("%1.step%2.backup").arg(path).arg(userVersion(connection)));
}

void createStep1(Connection &connection)
{
    connection.execute(step1);
    // Large loads write few big segments instead of many small ones; a table above 4 MiB falls out of the processor's
    // cache and costs more than the merging that it saves (10.4 s a million at 32 MiB, 7.4 s at 4).
    connection.execute("INSERT INTO contact_fts(contact_fts, rank) VALUES('hashsize', 4194304)");
}

void createStep2(Connection &connection)
{
    connection.execute(step2);
}

// The list's table is made anew, and its members must not go with the old one; what they refer to is looked at after
// the last step.
void createStep3(Connection &connection)
{
    connection.execute(step3);
    connection.execute("INSERT INTO contact_fts(contact_fts, rank) VALUES('hashsize', 4194304)"); // it was larger once
    for (const BulkIndex &index : indexes)
        connection.execute(index.create);
}

void createStep4(Connection &connection)
{
    connection.execute(step4);
}

void createStep5(Connection &connection)
{
    connection.execute(step5);
}

void createStep6(Connection &connection)
{
    connection.execute(step6);
}

// A word of digits backwards was marked by an "r" that typed words could hit. It stands behind the digits themselves,
// at most three other endings of them between.
std::string withOtherMark(std::string_view text)
{
    std::string result;
    std::deque<std::string_view> before;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const bool isMarked =
            word.size() > 3 && word.front() == 'r' && std::any_of(before.begin(), before.end(), [&](auto each) {
                return each.size() + 1 == word.size() && std::equal(each.rbegin(), each.rend(), word.begin() + 1);
            });
        result += at == 0 ? "" : " ";
        result += isMarked ? reversedDigits(std::string(word.rbegin(), word.rend() - 1)) : std::string(word);
        before.push_back(word);
        if (before.size() > 4)
            before.pop_front();
        at = end + 1;
    }
    return result;
}

void otherMarkFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    const std::string result = text ? withOtherMark({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))}) : "";
    sqlite3_result_text(context, result.data(), static_cast<int>(result.size()), SQLITE_TRANSIENT);
}

void createStep7(Connection &connection)
{
    sqlite3_create_function_v2(connection.handle(), "other_mark", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                               otherMarkFunction, nullptr, nullptr, nullptr);
    connection.execute(step7);
    sqlite3_create_function_v2(connection.handle(), "other_mark", 1, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr,
                               nullptr);
}

void createStep8(Connection &connection)
{
    connection.execute(step8);
}

void createStep9(Connection &connection)
{
    connection.execute(step9);
}

void createStep10(Connection &connection)
{
    connection.execute(step10);
}

void createStep11(Connection &connection)
{
    connection.execute(step11);
}

using Step = void (*)(Connection &);
constexpr Step steps[] = {createStep1, createStep2, createStep3, createStep4, createStep5,
                          createStep6, createStep7, createStep8, createStep9, createStep10,
                          createStep11};

} // namespace

int currentSchemaStep()
{
    return static_cast<int>(std::size(steps));
}

std::span<const BulkIndex> bulkIndexes()
{
    return indexes;
}

Result<void> migrate(Connection &connection, const QString &path)
{
    return guardedResult(path, [&]() -> Result<void> {
        const qint64 marked = connection.integer("PRAGMA application_id");
        const bool empty = connection.integer("SELECT count(*) FROM sqlite_master") == 0;
        if (marked != applicationId && !(marked == 0 && empty))
            return Error{ErrorKind::NotAWorkspace, path, {}};
        int step = userVersion(connection);
        if (step > currentSchemaStep())
            return Error{ErrorKind::NewerVersion, path,
                         QCoreApplication::translate("Error", "its format is %1, this program knows %2")
                             .arg(step)
                             .arg(currentSchemaStep())};
        if (step == currentSchemaStep()) {
            // A large load that never came to its end may have left some out; one that goes on brings them back itself.
            if (connection.integer("SELECT count(*) FROM pull_run") == 0) {
                for (const BulkIndex &index : indexes)
                    connection.execute(index.create);
            }
            return {};
        }
        if (!empty)
            backUpBefore(connection, path);
        const WithoutForeignKeys guard(connection);
        for (; step < currentSchemaStep(); ++step) {
            Transaction transaction(connection, Transaction::Durability::Full);
            steps[step](connection);
            connection.execute("PRAGMA application_id=" + std::to_string(applicationId));
            connection.execute("PRAGMA user_version=" + std::to_string(step + 1));
            transaction.commit();
        }
        return {};
    });
}

} // namespace Elenco
