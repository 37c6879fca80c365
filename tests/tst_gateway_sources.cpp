// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sourcefiles.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What must not be written anywhere: a parameter that deletes or adds everybody, a campaign that is sent, encryption
/// without a look at the certificate (gateway.md sections 2, 3 and 5). What no source knows, no call can have.
class TestGatewaySources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dangerousWordsAreUnknown_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<int>("leastFiles");
        const QStringList gateway{u"services/gateway"_s};
        const QStringList product{u"services"_s, u"models"_s, u"ui"_s, u"app"_s};
        const QStringList everything = product + QStringList{u"tests"_s, u"installer"_s};
        QTest::newRow("deletes everybody else") << u"notIds"_s << gateway << 70;
        // The functions that confirm an upload may say so; an address or a key may not.
        QTest::newRow("spends money") << u"\"[^\"\\n]*confirm|/confirm"_s << gateway << 70;
        QTest::newRow("adds everybody") << u"(?i:AllContacts)"_s << gateway << 70;
        // In two parts, since this file is one of them.
        QTest::newRow("any certificate will do") << u"ignoreSsl"_s + u"Errors"_s << everything << 500;
        QTest::newRow("no look at certificates") << u"VerifyNone|QueryPeer"_s << product << 300;
    }
    void dangerousWordsAreUnknown()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, folders);
        QFETCH(int, leastFiles);
        const SourceSearch found = findInSources(QRegularExpression(pattern), folders);
        QCOMPARE(found.places, QStringList());
        QVERIFY2(found.files >= leastFiles, qPrintable(QString::number(found.files))); // it still looks where it should
    }
};

QTEST_GUILESS_MAIN(TestGatewaySources)
#include "tst_gateway_sources.moc"
