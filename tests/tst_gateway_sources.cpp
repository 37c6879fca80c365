// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Every line below `folders` that has the pattern: "services/gateway/client.cpp:12".
QStringList linesWith(const QRegularExpression &pattern, const QStringList &folders, int *files)
{
    const QDir root(QStringLiteral(ELENCO_SOURCE_DIR));
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator entries(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("can't read %s", qPrintable(file.fileName()));
            ++*files;
            for (int number = 1; !file.atEnd(); ++number) {
                if (pattern.match(QString::fromUtf8(file.readLine())).hasMatch())
                    found.append(u"%1:%2"_s.arg(root.relativeFilePath(file.fileName())).arg(number));
            }
        }
    }
    return found;
}

} // namespace

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
        QTest::newRow("spends money") << u"\"[^\"]*confirm|/confirm"_s << gateway << 70;
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
        int files = 0;
        QCOMPARE(linesWith(QRegularExpression(pattern), folders, &files), QStringList());
        QVERIFY2(files >= leastFiles, qPrintable(QString::number(files))); // it still looks where it should
    }
};

QTEST_GUILESS_MAIN(TestGatewaySources)
#include "tst_gateway_sources.moc"
