// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/state.h"

#include "tests/gateway/database.h"
#include "tests/gateway/orders.h"
#include "tests/gateway/schema.h"

#include <QDir>

#include <sqlite3.h>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

QString inWords(const DatabaseFailure &failure, const QString &file)
{
    const QString name = QDir::toNativeSeparators(file);
    switch (failure.code) {
    case SQLITE_NOTADB: return u"%1 is not a practice gateway's state."_s.arg(name);
    case SQLITE_CORRUPT: return u"%1 is damaged."_s.arg(name);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return u"%1 is in use by another practice gateway."_s.arg(name);
    default: return u"%1 can't be opened: %2."_s.arg(name, failure.message);
    }
}

// What is wrong with a file that SQLite can read; empty: it is ours and whole.
QString complaint(Database &database, const QString &file)
{
    const QString name = QDir::toNativeSeparators(file);
    if (database.integer("PRAGMA application_id") != applicationId)
        return u"%1 is not a practice gateway's state."_s.arg(name);
    if (database.integer("PRAGMA user_version") > schemaVersion)
        return u"%1 was made by a newer practice gateway."_s.arg(name);
    Statement check = database.prepare("PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok")
        return u"%1 is damaged."_s.arg(name);
    return {};
}

} // namespace

std::unique_ptr<State> State::open(const QString &file, QString *why)
{
    const auto refused = [why](const QString &sentence) {
        if (why)
            *why = sentence;
        return std::unique_ptr<State>();
    };
    try {
        auto database = std::make_unique<Database>(file);
        if (!file.isEmpty())
            database->execute("PRAGMA locking_mode=EXCLUSIVE");
        database->execute("BEGIN IMMEDIATE"); // takes the lock, or says that somebody has it
        const bool isEmpty = database->integer("SELECT count(*) FROM sqlite_master") == 0;
        if (isEmpty)
            createTables(*database);
        else if (const QString wrong = complaint(*database, file); !wrong.isEmpty())
            return refused(wrong);
        createIndexes(*database);
        database->execute("COMMIT");
        // Only now: a foreign file was not touched.
        database->execute(file.isEmpty() ? "PRAGMA synchronous=OFF"
                                         : "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
        const bool isNew = database->integer("SELECT count(*) FROM sqlite_sequence") == 0;
        return std::unique_ptr<State>(new State(std::move(database), isNew));
    } catch (const DatabaseFailure &failure) {
        return refused(inWords(failure, file));
    }
}

State::State(std::unique_ptr<Database> database, bool isNew)
    : m_database(std::move(database)),
      m_orders(std::make_unique<Orders>(*m_database)),
      m_contacts(std::make_unique<ContactTable>(*m_database, *m_orders)),
      m_lists(std::make_unique<ListTable>(*m_database, *m_orders)),
      m_campaigns(std::make_unique<CampaignTable>(*m_database)),
      m_uploads(std::make_unique<UploadTable>(*m_database)),
      m_exports(std::make_unique<ExportTable>(*m_database)),
      m_isNew(isNew)
{
}

State::~State() = default;

qint64 State::removeContacts(const QList<qint64> &ids)
{
    Savepoint whole(*m_database);
    for (const qint64 id : ids)
        lists().removeContact(id);
    const qint64 removed = contacts().remove(ids);
    whole.commit();
    return removed;
}

qint64 State::addList(const QString &name, const QString &description, bool isTest)
{
    List list;
    list.name = name;
    list.description = description;
    list.isTest = isTest;
    return lists().add(list);
}

} // namespace Elenco::Practice
