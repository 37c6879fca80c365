// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "store/contacts/lists.h"
#include "store/database/schema.h"
#include "store/journal/journal.h"
#include "store/recovery/checks.h"
#include "store/recovery/openworkspace.h"
#include "store/sync/accountrecord.h"
#include "tests/support/contactfiles.h"
#include "tests/support/namedlists.h"
#include "tests/support/testworkspace.h"

#include <QProcess>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QByteArray people = "nome,cognome,telefono,email,citta,provincia,tag,totalSpent,lastPurchaseDate\n"
                          "Giulia,Rossi,3401234567,giulia.rossi@example.it,Milano,MI,vip,6800.5,2026-03-15\n"
                          "Niccolò,D'Amico,3471112223,n.damico@example.it,Forlì,FC,\"vip, crm\",120,2025-12-19\n"
                          "Zoë,Kröll,+436601234567,zoe@example.at,Bolzano,BZ,,,\n"
                          "Elena,Rossato,0248012233,elena@example.it,Milano,MI,,1250,2026-01-02\n"
                          "Łukasz,Kowalski,3492223334,,Cantù,CO,,9,\n";

int runSqlite(const QString &path, const QString &sql)
{
    return QProcess::execute(u"sqlite3"_s, {path, sql});
}

} // namespace

/// The workspace file: opening, searching, sorting, changing.
class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchFinds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *query, const char *names) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(names);
        };
        row("", "Niccolò Łukasz Zoë Elena Giulia");
        row("ross", "Elena Giulia");
        row("ross mil", "Elena Giulia");
        row("ROSSI", "Giulia");
        row("nicco", "Niccolò");
        row("niccolo", "Niccolò");
        row("damico", "Niccolò");
        row("d'amico", "Niccolò");
        row("amico", "Niccolò");
        row("kroll", "Zoë");
        row("lukasz", "Łukasz");
        row("forli", "Niccolò");
        row("340 123 4567", "Giulia");
        row("+39 340 1234567", "Giulia");
        row("0039340", "Giulia");
        row("340-1234567", "Giulia");
        row("34", "Niccolò Łukasz Giulia");
        row("4567", "Zoë Giulia");
        row("6601234567", "Zoë");
        row("giulia.rossi@example", "Giulia");
        row("vip", "Niccolò Giulia");
        row("vip -rossi", "Niccolò");
        row("city:milano", "Elena Giulia");
        row("città:Forli", "Niccolò");
        row("city:mil*", "Elena Giulia");
        row("city:mil", "");
        row("province:mi tag:vip", "Giulia");
        row("tag:VIP", "Niccolò Giulia");
        row("-tag:vip", "Łukasz Zoë Elena");
        row("(tag:crm or city:bolzano)", "Niccolò Zoë");
        row("spent>1000", "Elena Giulia");
        row("spent>=6800.5", "Giulia");
        row("totalSpent<10", "Łukasz");
        row("lastPurchaseDate>2026", "");
        row("lastPurchaseDate>=2026", "Elena Giulia");
        row("lastPurchaseDate<=2025", "Niccolò");
        row("lastPurchaseDate>2026-01-02", "Giulia");
        row("kind:fixed", "Elena");
        row("has:email -has:totalSpent", "Zoë");
        row("email:example.at", "Zoë");
        row("name:\"de\"", "");
        row("zzz", "");
        // What a number's end is found by is no word that anybody could have typed.
        row("r", "Elena Giulia");
        row("ro", "Elena Giulia");
        row("r7", "");
        row("r765", "");
        row("ł765", "");
        row("has:tag", "Niccolò Giulia");
        row("-has:tag", "Łukasz Zoë Elena");
        row("tag:\"\"", "Łukasz Zoë Elena");
        row("has:list", "");
        row("list:\"\"", "Niccolò Łukasz Zoë Elena Giulia");
        row("has:name", "Niccolò Łukasz Zoë Elena Giulia");
        row("name:\"\"", "");
        row("phone:340", "Giulia");
        row("-phone:340", "Niccolò Łukasz Zoë Elena");
        row("phone:\"\"", "");
        row("-phone:\"\"", "Niccolò Łukasz Zoë Elena Giulia");
        row("email:\"\"", "Łukasz");
        row("totalSpent:\"\"", "Zoë");
        row("totalSpent:120", "Niccolò");
        row("lastPurchaseDate:2026", "Elena Giulia");
        row("lastPurchaseDate:2026-01", "Elena");
        row("lastPurchaseDate:2026-01-02", "Elena");
        row("is:invalid", "");
        row("valid:yes kind:mobile -city:cantù", "Niccolò Zoë Giulia");
        row("\"", "Niccolò Łukasz Zoë Elena Giulia");
        row("(((", "Niccolò Łukasz Zoë Elena Giulia");
        row("\"' OR 1=1 --\"", "");
        row("tag:\"x' OR '1'='1\"", "");
        row("*", "Niccolò Łukasz Zoë Elena Giulia");
    }
    void searchFinds()
    {
        static TestWorkspace workspace;
        static const ImportLedger ledger = workspace.import(u"people.csv"_s, people);
        QCOMPARE(ledger.imported(), 5);
        QFETCH(QString, query);
        QFETCH(QString, names);
        ContactQueries queries(*workspace);
        const Result<ContactOrder> order = queries.order({parseFilter(query), {{u"name"_s, false}}});
        QVERIFY2(order, order ? "" : qPrintable(order.error().text()));
        QStringList found;
        for (const Contact &contact : *queries.contacts(**order))
            found.append(contact.firstName);
        QCOMPARE(found.join(u' '), names);
    }

    void sortsByAnyKeysWithEmptyOnesLast_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("names");
        QTest::newRow("name") << u"name"_s
                              << u"Niccolò Łukasz Zoë Elena Giulia"_s; // D'Amico, Kowalski, Kröll, Rossato, Rossi
        QTest::newRow("-name") << u"-name"_s << u"Giulia Elena Zoë Łukasz Niccolò"_s;
        QTest::newRow("city,-name") << u"city,-name"_s << u"Zoë Łukasz Niccolò Giulia Elena"_s;
        QTest::newRow("email") << u"email"_s << u"Elena Giulia Niccolò Zoë Łukasz"_s;
        QTest::newRow("-email") << u"-email"_s << u"Zoë Niccolò Giulia Elena Łukasz"_s;
        QTest::newRow("totalSpent") << u"totalSpent"_s << u"Łukasz Niccolò Elena Giulia Zoë"_s;
        QTest::newRow("-totalSpent") << u"-totalSpent"_s << u"Giulia Elena Niccolò Łukasz Zoë"_s;
        QTest::newRow("-totalSpent,name") << u"-totalSpent,name"_s << u"Giulia Elena Niccolò Łukasz Zoë"_s;
        QTest::newRow("created") << u"created"_s << u"Giulia Niccolò Zoë Elena Łukasz"_s;
        QTest::newRow("-created") << u"-created"_s << u"Łukasz Elena Zoë Niccolò Giulia"_s;
    }
    void sortsByAnyKeysWithEmptyOnesLast()
    {
        QFETCH(QString, sort);
        QFETCH(QString, names);
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        QList<SortKey> keys;
        for (const QString &key : sort.split(u','))
            keys.append({key.startsWith(u'-') ? key.mid(1) : key, key.startsWith(u'-')});
        // The few are sorted by another way than all: both must agree.
        for (const QString &filter : {QString(), u"(has:phoneNumber)"_s}) {
            ContactQueries queries(*workspace);
            const Result<ContactOrder> order = queries.order({parseFilter(filter), keys});
            QVERIFY2(order, order ? "" : qPrintable(order.error().text()));
            QStringList found;
            for (const Contact &contact : *queries.contacts(**order))
                found.append(contact.firstName);
            QCOMPARE(found.join(u' '), names);
        }
    }

    void filtersPrintWhatTheyRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"rossi milano", "city:Milano (tag:vip or totalSpent>5000) -list:\"Do not contact\"",
                                 "-(a or b)", "a -b", "\"or\"", "totalSpent>=1 totalSpent<2"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void filtersPrintWhatTheyRead()
    {
        QFETCH(QString, text);
        const Filter filter = parseFilter(text);
        QCOMPARE(filterText(filter), text);
        QCOMPARE(parseFilter(filterText(filter)), filter);
    }

    void newerWorkspaceIsRefusedUntouched()
    {
        TestWorkspace workspace;
        workspace.close();
        const QString path = workspace.path(u"test.elenco"_s);
        QCOMPARE(runSqlite(path, u"PRAGMA user_version=%1"_s.arg(currentSchemaStep() + 1)), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        for (Workspace::Access access : {Workspace::Access::ReadWrite, Workspace::Access::ReadOnly}) {
            const auto opened = openWorkspace(path, access);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::NewerVersion);
        }
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void olderWorkspaceIsBackedUpAndBroughtUpToDate()
    {
        // A file as the first version wrote it: two people, one list, one tag.
        QTemporaryDir folder;
        const QString path = folder.filePath(u"old.elenco"_s);
        QVERIFY(QFile::copy(QStringLiteral(ELENCO_TEST_DATA "/store/step1.elenco"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        {
            const auto workspace = openWorkspace(path);
            QVERIFY2(workspace, qPrintable(workspace ? QString() : workspace.error().text()));
            QCOMPARE(ContactQueries(**workspace).contact(ContactId(1))->fullName(), u"Ada Bianchi"_s);
            QCOMPARE(lists(**workspace)->first().count, 2);
            const auto account = accountRecord(**workspace);
            QVERIFY(account);
            QVERIFY(!*account);
            const Result<QStringList> findings = checkWorkspace(**workspace, {});
            QVERIFY(findings);
            QCOMPARE(*findings, QStringList());
            // The words for the ends of numbers are marked anew; they find whom they found, and no word finds them.
            const auto found = [&](const QString &words) {
                return ContactQueries(**workspace).order({parseFilter(words), {{u"name"_s, false}}})->get()->size();
            };
            QCOMPARE(found(u"4567"_s), 1U);
            QCOMPARE(found(u"1112223"_s), 1U);
            QCOMPARE(found(u"340"_s), 1U);
            QCOMPARE(found(u"ro"_s), 1U); // Roma
            QCOMPARE(found(u"r"_s), 1U);
            QCOMPARE(found(u"r7"_s), 0U);
        }
        QCOMPARE(runSqlite(path + u".step1.backup"_s, u"SELECT 1/(count(*)=2) FROM contact"_s), 0);
    }

    void accountIsKeptAndReplaced()
    {
        TestWorkspace workspace;
        const AccountRecord first{
            u"https://gateway.example/api"_s, u"apiKey"_s, {}, u"trial"_s, u"keychain"_s, {}, false};
        QVERIFY(saveAccountRecord(*workspace, first));
        AccountRecord second = first;
        second.capabilities = R"({"pageLimit":100})";
        second.practice = true;
        QVERIFY(saveAccountRecord(*workspace, second));
        workspace.reopen();
        QCOMPARE(accountRecord(*workspace)->value(), second);
        QVERIFY(removeAccountRecord(*workspace));
        QVERIFY(!accountRecord(*workspace)->has_value());
    }

    void whatAnAccountCanDoIsNotSaidOfAnother()
    {
        TestWorkspace workspace;
        const AccountRecord account{
            u"https://gateway.example/api"_s, u"apiKey"_s, {}, u"trial"_s, u"keychain"_s, {}, false};
        AccountRecord learned = account;
        learned.capabilities = R"({"pageLimit":100})";
        QVERIFY(saveAccountCapabilities(*workspace, learned));
        QVERIFY(!accountRecord(*workspace)->has_value());

        AccountRecord other = account;
        other.root = u"https://other.example/api"_s;
        QVERIFY(saveAccountRecord(*workspace, other));
        QVERIFY(saveAccountCapabilities(*workspace, learned));
        QCOMPARE(accountRecord(*workspace)->value(), other);

        QVERIFY(saveAccountRecord(*workspace, account));
        QVERIFY(saveAccountCapabilities(*workspace, learned));
        QCOMPARE(accountRecord(*workspace)->value(), learned);
    }

    void foreignFilesAreRefusedUntouched()
    {
        TestWorkspace workspace;
        const QString text = writeFile(workspace.path(u"text.elenco"_s), QByteArray(5000, 'x'));
        const QString other = workspace.path(u"other.sqlite"_s);
        QCOMPARE(runSqlite(other, u"CREATE TABLE t(a); INSERT INTO t VALUES(1)"_s), 0);
        for (const QString &path : {text, other}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray before = file.readAll();
            const auto opened = openWorkspace(path);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::NotAWorkspace);
            file.seek(0);
            QCOMPARE(file.readAll(), before);
        }
    }

    void secondWriterIsRefusedWhileReadersMayLook()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        const QString path = (*workspace).path();
        const auto second = openWorkspace(path);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InUse);
        const auto reader = openWorkspace(path, Workspace::Access::ReadOnly);
        QVERIFY(reader);
        QCOMPARE(*ContactQueries(**reader).count({}), 5);
    }

    void nobodyElseReadsIt()
    {
        TestWorkspace workspace;
        constexpr QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QString path = (*workspace).path();
        QVERIFY(Journal(*workspace).create({{"firstName", "Anna"}}));
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QVERIFY(QFile::exists(path + part));
            QVERIFY2(!(QFile::permissions(path + part) & others), qPrintable(part));
        }
    }

    void readOnlyNeedsAFileAndRefusesFolders()
    {
        TestWorkspace workspace;
        QCOMPARE(openWorkspace(workspace.path(u"none.elenco"_s), Workspace::Access::ReadOnly).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(openWorkspace(workspace.path(u""_s)).error().kind, ErrorKind::IsDirectory);
    }

    void tagsAndListsAreUndone()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        Journal journal(*workspace);
        const QString before = workspace.everything();
        const Result<ChangeSetId> tagged = journal.addTags(workspace.ids(), {u"neu"_s, u"vip"_s});
        QVERIFY(tagged);
        QCOMPARE(workspace.count(u"tag:neu"_s), 5);
        const Result<ChangeSetId> listed = joinListNamed(*workspace, workspace.ids(u"rossi"_s), u"Prova"_s);
        QVERIFY(listed);
        QCOMPARE(findList(*workspace, u" PROVA "_s)->count, 1);
        QVERIFY(journal.undo(*listed));
        QVERIFY(journal.undo(*tagged));
        QCOMPARE(workspace.everything(), before);
        QVERIFY(!journal.addTags(workspace.ids(u"vip"_s), {u"vip"_s})->isValid()); // nothing to change, no entry
        QCOMPARE(*checkWorkspace(*workspace), QStringList());
    }

    void historyOfAContactIsToldNewestFirst()
    {
        TestWorkspace workspace;
        workspace.import(u"people.csv"_s, people);
        const ContactId zoe = workspace.only(u"zoe"_s);
        QVERIFY(Journal(*workspace).edit(ChangeKind::Edit, u"Zoë Kröll"_s, {zoe}, [](ContactState &state) {
            state["city"] = "Merano";
        }));
        const Result<QList<ContactHistoryEntry>> entries = contactHistory(*workspace, zoe, 10);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->first().before.at("city"), std::string("Bolzano"));
        QCOMPARE(entries->first().after.at("city"), std::string("Merano"));
        QCOMPARE(entries->last().changeSet.kind, ChangeKind::Import);
        QCOMPARE(entries->last().importRow, 3);
        QCOMPARE(workspace.contacts(u"city:merano"_s), u"Zoë Kröll +436601234567 Merano"_s);
        QCOMPARE(workspace.count(u"bolzano"_s), 0); // the index follows
    }

    void ordersOfManyAgreeWithOrdersOfFew()
    {
        TestWorkspace workspace;
        workspace.import(u"many.csv"_s, csvFile({26000, 0, 0, 0}));
        ContactQueries queries(*workspace);
        for (const QString &sort : {u"name"_s, u"city"_s, u"totalSpent"_s, u"phoneNumber"_s}) {
            for (bool descending : {false, true}) {
                const QList<SortKey> keys{{sort, descending}};
                const ContactOrder all = *queries.order({{}, keys});
                QCOMPARE(all->size(), size_t(26000));
                const ContactOrder most = *queries.order({parseFilter(u"-city:cantu"_s), keys}); // by bitmap
                std::vector<ContactId> expected;
                for (const Contact &contact : *queries.contacts(*all)) {
                    if (contact.city != u"Cantù"_s)
                        expected.push_back(contact.id);
                }
                QVERIFY(expected.size() > 20000);
                QVERIFY(*most == expected);
            }
        }
        std::stop_source stop;
        stop.request_stop();
        const Result<ContactOrder> cancelled =
            ContactQueries(*workspace)
                .order({{}, {{u"city"_s, false}, {u"email"_s, true}}}, JobControl(stop.get_token()));
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
