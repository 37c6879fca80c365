// SPDX-License-Identifier: Apache-2.0
#include "importing/pastedtext.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What somebody copied elsewhere, taken for what it is.
class TestPastedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTakenForWhatItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << u" \n\t \r\n"_s << QString() << QByteArray();
        QTest::newRow("one number") << u"347 1234567"_s << u"txt"_s << QByteArray("347 1234567\n");
        QTest::newRow("numbers in a line") << u"347 1234567; +39 348 1234567,(02) 4801-1234"_s << u"txt"_s
                                           << QByteArray("347 1234567\n+39 348 1234567\n(02) 4801-1234\n");
        QTest::newRow("numbers and addresses")
            << u"3471234567\r\nanna@example.it\r\n\r\n"_s << u"txt"_s << QByteArray("3471234567\nanna@example.it\n");
        QTest::newRow("cells") << u"Nome\tCellulare\nAnna\t3471234567"_s << u"tsv"_s
                               << QByteArray("Nome\tCellulare\nAnna\t3471234567");
        QTest::newRow("a table") << u"Nome;Cellulare\nAnna;3471234567"_s << u"csv"_s
                                 << QByteArray("Nome;Cellulare\nAnna;3471234567\n");
        QTest::newRow("a card") << u"begin:vcard\r\nFN:Anna\r\nEND:VCARD\r\n"_s << u"vcf"_s
                                << QByteArray("begin:vcard\nFN:Anna\nEND:VCARD\n");
        QTest::newRow("a card in a mail") << u"Ciao,\nBEGIN:VCARD\nFN:Anna\nEND:VCARD"_s << u"vcf"_s
                                          << QByteArray("Ciao,\nBEGIN:VCARD\nFN:Anna\nEND:VCARD");
        QTest::newRow("a sentence is no number")
            << u"chiama il 347 1234567, grazie"_s << u"csv"_s << QByteArray("chiama il 347 1234567, grazie\n");
        QTest::newRow("a mark at the beginning") << u"\ufeff347 1234567"_s << u"txt"_s << QByteArray("347 1234567\n");
    }
    void itIsTakenForWhatItIs()
    {
        QFETCH(QString, text);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, content);
        QCOMPARE(pastedText(text), (PastedText{suffix, content}));
    }

    // Numbers without a header become people with these numbers.
    void numbersBecomePeople()
    {
        TestWorkspace workspace;
        const PastedText pasted = pastedText(u"347 1234567; 348 1234567\n+39 349 1234567"_s);
        const QString path = writeFile(workspace.path(u"Appunti."_s + pasted.suffix), pasted.content);
        Rehearsal rehearsal = require(workspace.tryRehearse(path));
        require(rehearsal.commit({}));
        QCOMPARE(workspace.count(), 3);
        QCOMPARE(workspace.count(u"3481234567"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestPastedText)
#include "tst_pastedtext.moc"
