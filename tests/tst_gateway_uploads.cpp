// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

/// Tables and cards that are uploaded, in one step or two, in each dialect of the practice gateway, plain and over TLS.
class TestGatewayUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreUploaded_data() { addDialects(); }
    void tablesAreUploaded()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        ListChange target;
        target.name = u"New"_s;
        const auto list = awaited(client.createList(target));
        TableUpload upload;
        upload.fileName = u"people \"1\".csv"_s;
        upload.listId = list->id;
        upload.content = "firstName,lastName,phoneNumber,email\r\nAnna,Rossi,+393471234567,anna@example.org\r\n"
                         "Bea,Verdi,+393471234568,\r\n";
        const auto outcome = awaited(client.uploadTable(upload));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        const bool twoSteps = dialect == Dialect::Uc007 || dialect == Dialect::Uc023;
        QCOMPARE(std::holds_alternative<UploadAnalysis>(*outcome), twoSteps);
        QCOMPARE(client.capabilities().twoStepTable, twoSteps ? Known::Yes : Known::No);
        if (twoSteps) {
            QCOMPARE(desk.state().allContacts().size(), 0);
            const UploadAnalysis analysis = std::get<UploadAnalysis>(*outcome);
            QCOMPARE(analysis.totalRows, std::optional<qint64>(2));
            QCOMPARE(analysis.columns, QStringList({u"firstName"_s, u"lastName"_s, u"phoneNumber"_s, u"email"_s}));
            QCOMPARE(analysis.preview.size(), 2);
            QList<ColumnChoice> mapping;
            for (const QString &column : analysis.columns)
                mapping.append({column, column});
            const auto committed = awaited(client.confirmTable(analysis.uploadId, mapping, list->id));
            QVERIFY(committed);
            QCOMPARE(committed->imported, std::optional<qint64>(2));
            QCOMPARE(kindOf(awaited(client.confirmTable(analysis.uploadId, mapping, list->id))),
                     std::optional(ErrorKind::NotFound));
        } else {
            QCOMPARE(std::get<ImportOutcome>(*outcome).imported, std::optional<qint64>(2));
        }
        QCOMPARE(desk.state().allContacts().size(), 2);
        QCOMPARE(desk.state().members(desk.state().allLists().first().id).size(), 2);
        QCOMPARE(desk.state().contactOfNumber(u"+393471234567"_s)->lastName, u"Rossi"_s);

        // As large as it may be, multipart included (its boundary differs by a few bytes), and larger.
        desk.log().clear();
        upload.content = "phoneNumber\r\n+393471234569\r\n";
        QVERIFY(awaited(client.uploadTable(upload)));
        const qint64 around = desk.log().entries().back().bodySize - upload.content.size();
        upload.content += QByteArray(uploadLimit - around - upload.content.size() - 100, '\n');
        QVERIFY(awaited(client.uploadTable(upload)));
        QVERIFY(desk.log().entries().back().bodySize > uploadLimit - 200);
        upload.content += QByteArray(200, '\n');
        desk.log().clear();
        QCOMPARE(kindOf(awaited(client.uploadTable(upload))), std::optional(ErrorKind::TooLarge));
        QCOMPARE(desk.log().count(), 0);
    }

    void cardsAreUploaded_data() { addDialects(); }
    void cardsAreUploaded()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        VcardUpload upload;
        upload.fileName = u"cards.vcf"_s;
        upload.content = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Rossi;Anna;;;\r\nFN:Anna Rossi\r\nTEL:+393471234567\r\n"
                         "END:VCARD\r\n";
        const auto list = awaited(client.createList({u"Cards"_s, {}, {}}));
        upload.listId = list->id;
        if (dialect == Dialect::Uc020) {
            upload.strategy = UploadStrategy::Skip;
            upload.tags = {u"fair"_s, u"2026"_s};
        }
        const auto outcome = awaited(client.uploadVcard(upload));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        if (const auto *analysis = std::get_if<UploadAnalysis>(&*outcome)) {
            QCOMPARE(analysis->totalRows, std::optional<qint64>(1));
            const auto committed = awaited(client.confirmVcard(analysis->uploadId, list->id));
            QVERIFY(committed);
            QCOMPARE(committed->imported, std::optional<qint64>(1));
        } else {
            QCOMPARE(std::get<ImportOutcome>(*outcome).imported, std::optional<qint64>(1));
            QCOMPARE(std::get<ImportOutcome>(*outcome).status, u"COMPLETED"_s);
        }
        QCOMPARE(client.capabilities().twoStepVcard, dialect == Dialect::Uc020 ? Known::No : Known::Yes);
        QCOMPARE(desk.state().contactOfNumber(u"+393471234567"_s)->firstName, u"Anna"_s);
    }
};

QTEST_GUILESS_MAIN(TestGatewayUploads)
#include "tst_gateway_uploads.moc"
