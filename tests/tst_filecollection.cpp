// SPDX-License-Identifier: Apache-2.0
#include "formats/filecollection.h"
#include "formats/mailmessage.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <zip.h>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

using Files = QList<std::pair<QString, QByteArray>>;

QByteArray card(const QByteArray &name, const QByteArray &number)
{
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + name + ";;;;\r\nTEL;TYPE=CELL:" + number + "\r\nEND:VCARD\r\n";
}

void makeArchive(const QString &path, const Files &files, const char *password = nullptr)
{
    int code = 0;
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    QVERIFY(archive);
    for (const auto &[name, content] : files) {
        zip_source_t *source =
            zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        const zip_int64_t at = zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        QVERIFY(at >= 0);
        if (password)
            QVERIFY(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password) == 0);
    }
    QCOMPARE(zip_close(archive), 0);
}

const QByteArray mail =
    "Return-Path: <ada@example.it>\r\nFrom: Ada <ada@example.it>\r\nTo: bea@example.it\r\n"
    "Subject: =?utf-8?Q?Biglietti?=\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed;\r\n boundary=\"=-b1\"\r\n\r\nprima\r\n"
    "--=-b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\necco\r\n"
    "--=-b1\r\nContent-Type: text/x-vcard; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Disposition: attachment; filename*=utf-8''Nicol%C3%B2.vcf\r\n\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nicol=F2;;;;\r\nTEL;TYPE=3DCELL:+39347111=\r\n7101\r\nEND:VCARD\r\n"
    "--=-b1\r\nContent-Type: application/octet-stream; name=\"=?utf-8?B?WmXDty52Y2Y=?=\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" +
    card("Zeno", "+393471117102").toBase64() +
    "\r\n--=-b1\r\nContent-Type: message/rfc822\r\n\r\n"
    "From: c@example.it\r\nContent-Type: text/vcard\r\n\r\n" +
    card("Ivo", "+393471117103") + "--=-b1--\r\ndopo\r\n";

} // namespace

/// What people keep many cards in: folders, archives, mails.
class TestFileCollection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailsCardsAreFound()
    {
        QVERIFY(looksLikeMail(mail));
        QVERIFY(!looksLikeMail(card("Ada", "1")));
        QVERIFY(!looksLikeMail("nome;telefono\r\nAda;347 1112233\r\n"));
        QStringList found;
        const QList<MailedCards> mailed = cardsOfMail(mail);
        for (const MailedCards &cards : mailed)
            found.append(cards.name + u" | "_s + QString::fromUtf8(cards.content).section(u"\r\n"_s, 2, 3));
        QCOMPARE(found, (QStringList{u"Nicolò.vcf | N:Nicolò;;;;\r\nTEL;TYPE=CELL:+393471117101"_s,
                                     u"Ze÷.vcf | N:Zeno;;;;\r\nTEL;TYPE=CELL:+393471117102"_s,
                                     u" | N:Ivo;;;;\r\nTEL;TYPE=CELL:+393471117103"_s}));
    }

    // One import, one ledger; a row that is held back is named with its file and its line there.
    void aFolderIsOneImport()
    {
        TestWorkspace workspace;
        const QString folder = workspace.path(u"rubrica"_s);
        QDir().mkpath(folder + u"/altri"_s);
        writeFile(folder + u"/c10.vcf"_s, card("Dieci", "+393471117110"));
        writeFile(folder + u"/c2.vcf"_s, card("Due", "+393471117102") + card("Nessuno", "32"));
        writeFile(folder + u"/latino.vcf"_s,
                  "BEGIN:VCARD\r\nVERSION:2.1\r\nN:M\xFCller\r\nTEL;CELL:+393471117111\r\nEND:VCARD\r\n");
        writeFile(folder + u"/altri/biglietti.eml"_s, mail);
        writeFile(folder + u"/foto.jpg"_s, "x");
        writeFile(folder + u"/vuoto.vcf"_s, "");
        Rehearsal rehearsal = require(workspace.tryRehearse(folder));
        const ImportLedger ledger = require(rehearsal.commit({}));
        QCOMPARE(ledger.rows(), 7);
        QCOMPARE(ledger.count(RowFate::New), 5);
        QCOMPARE(ledger.count(RowFate::DuplicateInFile), 1); // Zeno has the number of "Due"
        QCOMPARE(workspace.contacts(), u"Dieci +393471117110\nIvo +393471117103\nMüller +393471117111\nNicolò "
                                       "+393471117101\nZeno +393471117102"_s);
        const QString problems = workspace.path(u"problemi.csv"_s);
        QVERIFY(exportProblems(*workspace, rehearsal.id(), problems));
        QFile file(problems);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QVERIFY2(lines[0].contains("file,line,reason"), lines[0].constData());
        QVERIFY2(lines[1].contains("c2.vcf,6,"), lines[1].constData());
        const FileDescription description = require(describe(folder));
        QCOMPARE(description.files.size(), 6);
        QCOMPARE(description.files[3].name, u"c2.vcf"_s); // by their names, numbers as numbers
        QCOMPARE(description.files[4], (FilePart{u"c10.vcf"_s, 6}));
        QStringList passedOver = description.passedOver;
        passedOver.sort();
        QCOMPARE(passedOver, (QStringList{u"foto.jpg"_s, u"vuoto.vcf"_s}));
    }

    void anArchiveIsOneImport()
    {
        TestWorkspace workspace;
        const QString path = workspace.path(u"rubrica.zip"_s);
        makeArchive(path, {{u"a/Adà.vcf"_s, card("Ada", "+393471117201")},
                           {u"../../fuori.vcf"_s, card("Bea", "+393471117202")},
                           {u"biglietti.eml"_s, mail},
                           {u"leggimi.txt"_s, "niente"}});
        QVERIFY(FileCollection::isCollection(path));
        Rehearsal rehearsal = require(workspace.tryRehearse(path));
        QCOMPARE(require(rehearsal.commit({})).count(RowFate::New), 5);
        QVERIFY(!QFile::exists(workspace.path(u"../../fuori.vcf"_s)));
        QCOMPARE(require(describe(path)).passedOver, QStringList{u"leggimi.txt"_s});
    }

    void aTableAloneInAnArchiveIsThatTable()
    {
        TestWorkspace workspace;
        const QString path = workspace.path(u"clienti.zip"_s);
        makeArchive(path, {{u"export/clienti.csv"_s, "nome;telefono\nAda;347 1117301\nBea;347 1117302\n"}});
        QCOMPARE(require(require(workspace.tryRehearse(path)).commit({})).count(RowFate::New), 2);
        makeArchive(path, {{u"a.csv"_s, "nome;telefono\nAda;347 1117301\n"}, {u"b.csv"_s, "nome;telefono\nAda;1\n"}});
        const Result<FileDescription> several = describe(path);
        QVERIFY(!several);
        QVERIFY2(several.error().text().contains(u"2 tables"_s), qPrintable(several.error().text()));
    }

    void badArchivesAreRefused()
    {
        TestWorkspace workspace;
        const QString path = workspace.path(u"rubrica.zip"_s);
        makeArchive(path, {{u"a.jpg"_s, "x"}});
        QCOMPARE(describe(path).error().kind, ErrorKind::NotRecognised);
        makeArchive(path, {{u"a.vcf"_s, card("Ada", "+393471117201")}}, "segreto");
        const Result<FileDescription> locked = describe(path);
        QVERIFY(!locked && locked.error().text().contains(u"password"_s));
        QVERIFY(QDir(workspace.path(u"vuota"_s)).mkpath(u"."_s));
        QCOMPARE(describe(workspace.path(u"vuota"_s)).error().kind, ErrorKind::IsDirectory);
        // Cut, or with bytes changed: read or refused.
        makeArchive(path, {{u"a.vcf"_s, card("Ada", "+393471117201").repeated(200)}, {u"biglietti.eml"_s, mail}});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        QRandomGenerator random(5);
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            QByteArray bent = whole;
            if (i % 3 == 0)
                bent.truncate(random.bounded(static_cast<int>(whole.size())));
            else
                for (int n = 0; n < 3; ++n)
                    bent[random.bounded(static_cast<int>(bent.size()))] = static_cast<char>(random.bounded(256));
            writeFile(path, bent);
            refused += describe(path) ? 0 : 1;
        }
        QVERIFY(refused > 50);
    }

    void bentMailsAreReadOrNot()
    {
        QRandomGenerator random(9);
        for (int i = 0; i < 2000; ++i) {
            QByteArray bent = mail;
            bent.truncate(random.bounded(static_cast<int>(mail.size()) + 1));
            for (int n = random.bounded(4); n > 0 && !bent.isEmpty(); --n)
                bent[random.bounded(static_cast<int>(bent.size()))] = static_cast<char>(random.bounded(256));
            QVERIFY(cardsOfMail(bent).size() <= 3);
        }
        QByteArray nested = "From: a@example.it\nTo: b@example.it\n";
        for (int i = 0; i < 1000; ++i)
            nested += "Content-Type: message/rfc822\n\n";
        QVERIFY(cardsOfMail(nested).isEmpty());
    }

    // Outlook writes one card a file: what is chosen together is one import with one ledger, also the next day.
    void filesOfCardsThatAreChosenTogetherAreOne()
    {
        TestWorkspace workspace;
        workspace.import(u"here.csv"_s, "Nome;Cellulare;Tessera\nUgo;340 9990001;A1\n");
        const QString ada = writeFile(workspace.path(u"Ada.vcf"_s), card("Ada", "+393471117201") + card("Ada", "12"));
        const QString bea = writeFile(workspace.path(u"Bea"_s), card("Bea", "+393471117202")); // whatever its name
        const QString posta = writeFile(workspace.path(u"posta.eml"_s), mail);
        const QString table = writeFile(workspace.path(u"t.csv"_s), "Nome;Cellulare\nIda;347 1117203\n");
        QVERIFY(isOfCards(ada) && isOfCards(bea) && isOfCards(posta));
        QVERIFY(!isOfCards(table) && !isOfCards(workspace.path(u"nowhere.vcf"_s)));
        ReadOptions options;
        options.further = {bea, posta};
        const ImportSource source = require(examine(ada, options));
        QCOMPARE(source.rows, 6);
        const ImportSettings settings = suggestedSettings(*workspace, source, u"IT"_s);
        QCOMPARE(ImportSettings::unpack(settings.pack()).options.further, options.further);
        Rehearsal rehearsal = require(Rehearsal::run(*workspace, settings, source.rows));
        QCOMPARE(rehearsal.settings().fileOfRow(3), u"Bea"_s);
        require(rehearsal.keep({}));
        workspace.reopen();
        rehearsal = require(Rehearsal::resume(*workspace, rehearsal.id()));
        QCOMPARE(rehearsal.settings().fileState(), ImportSettings::FileState::Same);
        writeFile(bea, card("Beatrice", "+393471117202"));
        QCOMPARE(rehearsal.settings().fileState(), ImportSettings::FileState::Changed);
        QVERIFY(QFile::remove(bea));
        QCOMPARE(rehearsal.settings().fileState(), ImportSettings::FileState::Gone);
        const ImportLedger ledger = require(rehearsal.commit({}));
        QCOMPARE(ledger.count(RowFate::New), 5);
        QCOMPARE(ledger.count(RowFate::Invalid), 1);
        const ImportRun run = require(importRun(*workspace, rehearsal.id()));
        QVERIFY2(run.fileName.startsWith(u"Ada.vcf"_s) && run.fileName.contains(u'2'), qPrintable(run.fileName));
        QCOMPARE(workspace.count(), 6);
    }
};

QTEST_GUILESS_MAIN(TestFileCollection)
#include "tst_filecollection.moc"
