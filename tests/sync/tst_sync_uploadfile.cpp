// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/uploadfile.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

SyncRecord person(const char *firstName, const char *number)
{
    SyncRecord record;
    record.set("firstName", {SyncKind::Text, firstName});
    record.set("phoneNumber", {SyncKind::Text, number});
    return record;
}

} // namespace

/// The files that new contacts go over in.
class TestSyncUploadFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAndCells()
    {
        UploadFile file(UploadFile::Columns::All);
        SyncRecord giulia = person("Giulia \"G\"", "+393401234501");
        giulia.set("city", {SyncKind::Text, "Milano, centro"});
        giulia.set(customFieldKey("spent"), {SyncKind::Number, "12.5"});
        QVERIFY(file.add(giulia));
        QVERIFY(file.add(person("Marco", "+393401234502")));
        QCOMPARE(file.content(), QByteArray("firstName,lastName,phoneNumber,email,city,customFields.spent\r\n"
                                            "\"Giulia \"\"G\"\"\",,+393401234501,,\"Milano, centro\",12.5\r\n"
                                            "Marco,,+393401234502,,,\r\n")); // none that nobody fills
        QCOMPARE(file.mapping().size(), 6);
        QCOMPARE(file.mapping().last(), (ColumnChoice{u"customFields.spent"_s, u"customFields.spent"_s}));
        QCOMPARE(file.mapping(UploadFile::Columns::Basic).size(), 4);
    }

    void basicColumnsOnly()
    {
        UploadFile file(UploadFile::Columns::Basic);
        QVERIFY(file.add(person("Marco", "+393401234502")));
        QCOMPARE(file.content(), QByteArray("firstName,lastName,phoneNumber,email\r\nMarco,,+393401234502,\r\n"));
    }

    void whatATableCantHold()
    {
        QVERIFY(UploadFile::canCarry(person("Marco", "+393401234502")));
        QVERIFY(!UploadFile::canCarry(person("Mar\nco", "+393401234502")));
        SyncRecord json = person("Marco", "+393401234502");
        json.set(customFieldKey("orders"), {SyncKind::Json, "[1,2]"});
        QVERIFY(!UploadFile::canCarry(json));
        SyncRecord blank = person("Marco", "+393401234502");
        blank.set(customFieldKey(" spent"), {SyncKind::Text, "1"});
        QVERIFY(!UploadFile::canCarry(blank)); // its head would be another name
        QVERIFY(!UploadFile::isMoreThanBasic(person("Marco", "+393401234502")));
        QVERIFY(UploadFile::isMoreThanBasic(blank));
    }

    void neverTooHeavy()
    {
        UploadFile file(UploadFile::Columns::All);
        const std::string quotes(1000, '"'); // twice as many in the file
        qint64 rows = 0;
        for (bool fits = true; fits; rows += fits) {
            SyncRecord record = person(quotes.c_str(), "+393401234502");
            record.set(customFieldKey("field" + std::to_string(rows % 50)), {SyncKind::Text, "x"});
            fits = file.add(std::move(record));
        }
        QCOMPARE(file.rows(), rows);
        QVERIFY(file.content().size() <= UploadFile::mostBytes);
        QVERIFY(file.content().size() > UploadFile::mostBytes * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(TestSyncUploadFile)
#include "tst_sync_uploadfile.moc"
