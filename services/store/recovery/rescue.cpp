// SPDX-License-Identifier: Apache-2.0
#include "store/recovery/rescue.h"

#include "store/contacts/contactcensus.h"
#include "store/database/query.h"
#include "store/database/schema.h"
#include "store/database/sqlite.h"
#include "store/database/statistics.h"
#include "store/database/workspace.h"
#include "store/journal/unsynced.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

constexpr const char *databaseParts[] = {"-wal", "-shm", ""}; // the file itself last: it is what is looked for
constexpr qint64 headerSize = 100;
// Nobody asks for these while the file is built; made by sorting at the end they cost a third.
constexpr const char *indexesMadeLast[] = {"contact_by_name", "contact_by_phone", "contact_by_email",
                                           "contact_by_city", "contact_invalid",  "contact_field_by_value"};

QString rescuedPath(const QString &path)
{
    return path + QStringLiteral(".rescued");
}

// A name for every rescue of a day.
QString makeDamagedFolder(const QString &path)
{
    const QDir beside = QFileInfo(path).dir();
    const QString name =
        QStringLiteral("damaged-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd"));
    QString folder = name;
    for (int i = 2; beside.exists(folder); ++i)
        folder = QStringLiteral("%1-%2").arg(name).arg(i);
    if (!beside.mkdir(folder))
        return {};
    QFile::setPermissions(beside.filePath(folder),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return beside.filePath(folder);
}

bool moveAside(const QString &path, const QString &folder)
{
    const QString name = QFileInfo(path).fileName();
    for (const char *part : databaseParts) {
        const QString from = path + QLatin1String(part);
        if (QFile::exists(from) && !QFile::rename(from, folder + QLatin1Char('/') + name + QLatin1String(part)))
            return false;
    }
    return true;
}

/// Reads the damaged file where it lies, and changes nothing of it.
std::unique_ptr<Connection> openDamaged(const QString &path)
{
    auto connection = std::make_unique<Connection>(path, Connection::Mode::ReadOnly);
    connection->leaveLogAlone();
    for (const char *sql : {"PRAGMA query_only=ON", "PRAGMA cell_size_check=ON", "PRAGMA trusted_schema=OFF",
                            "PRAGMA writable_schema=ON"}) // so that one bad line of the schema does not hide the others
        connection->execute(sql);
    return connection;
}

/// None: it can't be read as it is.
std::unique_ptr<Connection> openReadable(const QString &path)
{
    // SQLite takes the write-ahead log of an empty file away.
    if (QFileInfo(path).size() == 0)
        return {};
    try {
        auto damaged = openDamaged(path);
        if (damaged->integer("SELECT count(*) FROM sqlite_master WHERE name='contact'") > 0)
            return damaged;
    } catch (const DatabaseFailure &) {
    }
    return {};
}

// A copy whose first bytes, which only say what kind of database it is, are those of a new one.
bool copyWithHeader(const QString &path, const QString &copy, const QString &sample)
{
    QFile::remove(copy);
    QFile::remove(copy + QLatin1String("-wal"));
    if (!QFile::copy(path, copy)) // a file that is gone leaves its write-ahead log behind
        QFile(copy).open(QIODevice::WriteOnly);
    QFile::copy(path + QLatin1String("-wal"), copy + QLatin1String("-wal"));
    QFile made(sample), file(copy);
    if (!made.open(QIODevice::ReadOnly) || !file.open(QIODevice::ReadWrite))
        return false;
    QByteArray header = made.read(headerSize);
    if (header.size() < headerSize)
        return false;
    const qint64 pageSize = quint8(header[16]) << 8 | quint8(header[17]);
    const quint32 pages = static_cast<quint32>(std::max<qint64>(1, file.size() / std::max<qint64>(pageSize, 512)));
    const auto put = [&header](int at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            header[at + i] = static_cast<char>(value >> (24 - 8 * i));
    };
    put(28, pages);
    put(32, 0); // no free pages that anybody knows of
    put(36, 0);
    return file.seek(0) && file.write(header) == headerSize;
}

void removeDatabase(const QString &path)
{
    for (const char *part : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(part));
}

/// Builds the new file beside the damaged one.
class Rescue
{
public:
    Rescue(QString path, const JobControl &control)
        : m_path(std::move(path)), m_building(m_path + QStringLiteral(".rescuing")), m_control(control)
    {
    }
    ~Rescue()
    {
        removeDatabase(m_building);
        removeDatabase(m_building + QStringLiteral("-source"));
        removeDatabase(m_building + QStringLiteral("-sample"));
    }

    Result<RescueReport> run()
    {
        removeDatabase(m_building);
        const UnsyncedLog::Content logged = UnsyncedLog::read(unsyncedLogPath(m_path));
        m_report.wrongLogLines = logged.wrongLines;
        Result<void> built = guardedResult(m_path, [&] { return build(logged); });
        if (!built)
            return built.error();
        return std::move(m_report);
    }

    /// The new file and the damaged one change places.
    Result<RescueReport> swap(RescueReport report)
    {
        report.folder = makeDamagedFolder(m_path);
        const QString log = unsyncedLogPath(m_path), name = QFileInfo(log).fileName();
        if (report.folder.isEmpty() ||
            (QFile::exists(log) && !QFile::copy(log, report.folder + QLatin1Char('/') + name)))
            return Error{ErrorKind::WriteFailed, report.folder, {}};
        // From here on the next opening goes on where this one stops.
        if (!QFile::rename(m_building, rescuedPath(m_path)))
            return Error{ErrorKind::WriteFailed, rescuedPath(m_path), {}};
        if (!moveAside(m_path, report.folder) || !QFile::rename(rescuedPath(m_path), m_path))
            return Error{ErrorKind::WriteFailed, m_path, {}};
        QFile::remove(damageMarkPath(m_path));
        syncFolderOf(m_path);
        return report;
    }

private:
    Result<void> build(const UnsyncedLog::Content &logged)
    {
        Connection connection(m_building, Connection::Mode::ReadWrite);
        QFile::setPermissions(m_building, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (Result<void> made = migrate(connection, m_building); !made)
            return made;
        connection.execute("PRAGMA cache_size=-65536");
        const WithoutForeignKeys guard(connection);
        Transaction transaction(connection, Transaction::Durability::Normal);
        for (const char *index : indexesMadeLast)
            connection.execute(("DROP INDEX IF EXISTS " + std::string(index)).c_str());
        if (Result<void> read = readDamaged(connection); !read)
            return read;
        m_report.hasAccount = hasAccount(connection);
        ContactTable table(connection, ContactTable::Author::Gateway);
        Replay replay(connection, table);
        replay.run(logged.records);
        mendReferences(connection);
        m_report.fromLog = replay.restored();
        m_report.missingImports = replay.missingImports();
        count(connection);
        leaveRoomForIds(connection, logged);
        connection.execute("INSERT INTO contact_fts(contact_fts) VALUES('rebuild')");
        for (const BulkIndex &index : bulkIndexes())
            connection.execute(index.create);
        transaction.commit();
        takeStatistics(connection);
        return {};
    }

    Result<void> readDamaged(Connection &into)
    {
        std::unique_ptr<Connection> damaged = openReadable(m_path);
        const QString source = m_building + QStringLiteral("-source");
        if (!damaged && copyWithHeader(m_path, source, sampleFile()))
            damaged = openReadable(source);
        if (!damaged) {
            m_report.losses.isAll = true;
            return {};
        }
        if (const Result<void> known = isOurs(*damaged); !known)
            return known;
        m_census = contactCensus(*damaged, m_control);
        Result<SalvageLosses> losses = salvage(*damaged, into, m_control);
        if (!losses)
            return losses.error();
        m_report.losses = *losses;
        return {};
    }

    // A new workspace as this program makes it; the one that is built is inside a transaction.
    QString sampleFile()
    {
        const QString sample = m_building + QStringLiteral("-sample");
        removeDatabase(sample);
        Connection connection(sample, Connection::Mode::ReadWrite);
        const Result<void> made = migrate(connection, sample);
        Q_UNUSED(made); // without it there is no header, and nothing is read
        connection.execute("PRAGMA journal_mode=WAL");
        return sample;
    }

    Result<void> isOurs(Connection &damaged)
    {
        try {
            if (damaged.integer("PRAGMA user_version") > currentSchemaStep() &&
                damaged.integer("PRAGMA application_id") == applicationId)
                return Error{ErrorKind::NewerVersion, m_path, {}};
        } catch (const DatabaseFailure &) {
        }
        return {};
    }

    void count(Connection &connection)
    {
        m_report.contacts = connection.integer("SELECT count(*) FROM contact");
        m_report.losses.contacts = missingContacts(m_census, connection);
        m_report.losses.contactsAtMost = m_census.unaccounted;
        m_report.lists = connection.integer("SELECT count(*) FROM list");
        m_report.hasAccount = hasAccount(connection);
        m_report.unsent =
            !m_report.hasAccount
                ? 0
                : connection.integer(
                      "SELECT (SELECT count(*) FROM contact WHERE remote_id IS NULL) + (SELECT count(*) "
                      "FROM shadow) + (SELECT count(*) FROM tombstone) + (SELECT count(*) FROM list WHERE "
                      "remote_id IS NULL) + (SELECT count(*) FROM list_shadow) + (SELECT count(*) FROM "
                      "list_tombstone) + (SELECT count(*) FROM membership_change)");
    }

    // Ids are never given again; those of lost rows, and of lost change sets, are not known.
    void leaveRoomForIds(Connection &connection, const UnsyncedLog::Content &logged)
    {
        qint64 lastChange = 0;
        for (const UnsyncedRecord &record : logged.records)
            lastChange =
                std::max(lastChange, QString::fromStdString(std::string(stateValue(record, "change"))).toLongLong());
        const qint64 room =
            m_report.losses.isAll ||
                    m_report.losses.contacts + m_report.losses.contactsAtMost + m_report.losses.others > 0
                ? 10'000
                : 0;
        for (const char *table : {"contact", "list", "change_set", "import_run", "conflict", "replaced_value"}) {
            const QString name = QLatin1String(table);
            connection
                .query("INSERT INTO sqlite_sequence(name, seq) SELECT ?, 0 WHERE NOT EXISTS(SELECT 1 FROM "
                       "sqlite_sequence WHERE name=?)")
                .with(name, name)
                .run();
            connection.query("UPDATE sqlite_sequence SET seq=max(seq, ?) + ? WHERE name=?")
                .with(name == QLatin1String("change_set") ? lastChange : 0, room, name)
                .run();
        }
    }

    const QString m_path;
    const QString m_building;
    const JobControl &m_control;
    RescueReport m_report;
    ContactCensus m_census;
};

// What waits now, without the lines that were wrong; without an account there is no log.
Result<void> beginLog(const QString &path, bool hasAccount)
{
    UnsyncedLog log(unsyncedLogPath(path));
    if (!hasAccount) {
        log.cut();
        return {};
    }
    Connection connection(path, Connection::Mode::ReadWrite);
    allUnsynced(connection, [&log](const UnsyncedRecord &record) { log.add(record); });
    return log.replace();
}

} // namespace

bool isDamagedWorkspace(const QString &path)
{
    if (!UnsyncedLog::read(unsyncedLogPath(path)).records.empty())
        return true;
    if (QFileInfo(path).size() == 0)
        return QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    // Our schema stands at the beginning of the file, whatever happened to its first bytes.
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(1 << 20).contains("CREATE TABLE contact_field(");
}

void finishInterruptedRescue(const QString &path)
{
    if (!QFile::exists(rescuedPath(path)))
        return;
    const QDir beside = QFileInfo(path).dir();
    const QStringList folders =
        beside.entryList({QStringLiteral("damaged-*")}, QDir::Dirs, QDir::Time); // the newest first
    const QString folder = folders.isEmpty() ? makeDamagedFolder(path) : beside.filePath(folders.first());
    if (moveAside(path, folder) && QFile::rename(rescuedPath(path), path))
        QFile::remove(damageMarkPath(path));
}

Result<RescueReport> rescueWorkspace(const QString &given, const JobControl &control)
{
    const QString path = workspaceFile(given);
    Result<std::unique_ptr<WorkspaceLock>> lock = WorkspaceLock::take(path);
    if (!lock)
        return lock.error();
    finishInterruptedRescue(path);
    if (!QFile::exists(path) && !isDamagedWorkspace(path))
        return Error{ErrorKind::NotFound, given, {}};
    const auto isForeign = guarded(path, [&] {
        return QFileInfo(path).size() == 0 ||
               Connection(path, Connection::Mode::ReadOnly).integer("PRAGMA application_id") != applicationId;
    });
    if ((!isForeign || *isForeign) && !isDamagedWorkspace(path))
        return Error{ErrorKind::NotAWorkspace, given, {}};
    RescueReport report;
    {
        Rescue rescue(path, control);
        Result<RescueReport> built = rescue.run();
        if (!built)
            return built;
        built = rescue.swap(std::move(*built));
        if (!built)
            return built;
        report = std::move(*built);
    }
    const Result<void> logged = guardedResult(path, [&] { return beginLog(path, report.hasAccount); });
    Q_UNUSED(logged); // the old log stays, and says the same
    return report;
}

} // namespace Elenco
