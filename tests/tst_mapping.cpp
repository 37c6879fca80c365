// SPDX-License-Identifier: Apache-2.0
#include "store/imports/layouts.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

/// The settings that an import of this file begins with.
ImportSettings settingsFor(TestWorkspace &workspace, const QString &name, const QByteArray &content)
{
    const ImportSource source = require(examine(writeFile(workspace.path(name), content)));
    return suggestedSettings(*workspace, source, u"IT"_s, QLocale(QLocale::Italian, QLocale::Italy));
}

} // namespace

/// What the columns of a file are, once a person has decided otherwise than was guessed. The guesses are in tst_field.
class TestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownLayoutIsFoundInAnyOrder()
    {
        TestWorkspace workspace;
        const QString path = writeFile(workspace.path(u"a.csv"_s), "codice,chi,dove\n17,3401234567,Milano\n");
        const Result<ImportSource> source = examine(path);
        QVERIFY(source);
        bool wasKnown = true;
        ImportSettings settings = suggestedSettings(*workspace, *source, u"IT"_s, QLocale::c(), &wasKnown);
        QVERIFY(!wasKnown);
        settings.mapping.targets = {ColumnTarget::custom(u"crm"_s), ColumnTarget::standard(Field::Phone),
                                    ColumnTarget::standard(Field::City)};
        QVERIFY(Rehearsal::run(*workspace, settings, 1)->commit({}));
        const Result<ImportSource> other =
            examine(writeFile(workspace.path(u"b.csv"_s), "DOVE,Codice,Chi\nRoma,18,3401234568\n"));
        QVERIFY(other);
        const ImportSettings found = suggestedSettings(*workspace, *other, u"IT"_s, QLocale::c(), &wasKnown);
        QVERIFY(wasKnown);
        QVERIFY(found.mapping.targets[0].isField(Field::City));
        QCOMPARE(found.mapping.targets[1].name, u"crm"_s);
        QVERIFY(found.mapping.targets[2].isField(Field::Phone));
    }

    // A column of opt-outs is one under whatever name it is kept; left out, it is none.
    void anOptOutIsOneUnderAnyName()
    {
        const QByteArray file = "Nome,Cellulare,Unsubscribed\nAda,3471112701,yes\nUgo,3409990001,no\n";
        TestWorkspace workspace;
        ImportSettings settings = settingsFor(workspace, u"a.csv"_s, file);
        settings.mapping.set(2, ColumnTarget::custom(u"newsletter"_s, ValueKind::Bool));
        QCOMPARE(require(Rehearsal::run(*workspace, settings, 2))
                     .ledger(DuplicateStrategy::Skip)
                     ->count(RowFate::Suppressed),
                 1);
        settings.mapping.set(2, {});
        QCOMPARE(require(Rehearsal::run(*workspace, settings, 2))
                     .ledger(DuplicateStrategy::Skip)
                     ->count(RowFate::Suppressed),
                 0);
    }

    // Whatever the column with "Work Fax" in it is kept as, and in the next file of this layout too.
    void aFaxStaysOne_data()
    {
        QTest::addColumn<ColumnTarget>("target");
        QTest::newRow("as it was found") << ColumnTarget::custom(u"Phone 1 - Label"_s);
        QTest::newRow("under another name") << ColumnTarget::custom(u"kind"_s);
        QTest::newRow("left out") << ColumnTarget();
    }
    void aFaxStaysOne()
    {
        QFETCH(ColumnTarget, target);
        TestWorkspace workspace;
        const QByteArray headers = "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value\n";
        ImportSettings settings =
            settingsFor(workspace, u"a.csv"_s, headers + "Ada Neri,Work Fax,347 1112701,347 1112702\n");
        settings.mapping.set(1, target);
        QVERIFY(require(Rehearsal::run(*workspace, settings, 1)).commit({}));
        QCOMPARE(workspace.count(u"fax:\"347 1112701\" phone:3471112702"_s), 1);
        workspace.import(u"b.csv"_s, headers + "Ugo Neri,Work Fax,347 1112703,347 1112704\n");
        QCOMPARE(workspace.count(u"fax:\"347 1112703\" phone:3471112704"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
