// SPDX-License-Identifier: Apache-2.0
#include "store/imports/layouts.h"
#include "store/recovery/checks.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const FileChanges &changes)
{
    if (!changes.isKnown())
        return u"nothing known"_s;
    QStringList parts{u"since %1: %2 new, %3 gone, %4 changed, %5 same"_s.arg(changes.fileName)
                          .arg(changes.added)
                          .arg(changes.gone)
                          .arg(changes.changed)
                          .arg(changes.same)};
    for (const FileChanges::FieldCount &field : changes.fields)
        parts += QString::fromStdString(field.field) + u' ' + QString::number(field.rows);
    for (const FileChanges::Line &line : changes.lines)
        parts += u"%1%2 %3 %4>%5"_s
                     .arg(QLatin1String(line.kind == FileChanges::Kind::Added  ? "+"
                                        : line.kind == FileChanges::Kind::Gone ? "-"
                                                                               : "~"))
                     .arg(line.row)
                     .arg(QString::fromStdString(line.name), QString::fromStdString(line.before),
                          QString::fromStdString(line.after))
                     .trimmed();
    return parts.join(u"; "_s);
}

QByteArray weekly(int people, int from, const char *city)
{
    QByteArray content("Nome;Cellulare;Citt\xc3\xa0;Tessera;Speso\n");
    for (int i = from; i < from + people; ++i)
        content += "P" + QByteArray::number(i) + ";+39 347 " + QByteArray::number(1000000 + i) + ';' +
                   (i % 10 ? "Roma" : city) + ";T" + QByteArray::number(i) + ";\"" + QByteArray::number(i % 900) +
                   ",5\"\n";
    return content;
}

} // namespace

/// What a file says otherwise than the one of last week, and the layouts that know which one that is.
class TestFileChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNewGoneAndOther()
    {
        TestWorkspace workspace;
        workspace.import(u"altro.csv"_s, "Nome;Cellulare;Punti\nUgo;340 9990001;7\n");
        const QByteArray first("Nome;Cognome;Cellulare;E-mail;Tessera;Punti\n"
                               "Ada;Piras;347 1112701;ada@example.it;T1;10\n"
                               "Bea;Serra;347 1112702;bea@example.it;T2;20\n"
                               "Ida;Melis;;ida@example.it;T3;30\n"
                               "Leo;Sanna;12;;T4;40\n");
        QCOMPARE(textOf(require(workspace.rehearse(u"clienti.csv"_s, first).changes())), u"nothing known"_s);
        workspace.import(u"clienti.csv"_s, first);
        // Another sequence of columns, one more person, one less; Ada moved her address, Ida has more points.
        const QByteArray second("Punti;Nome;Cognome;E-mail;Cellulare;Tessera\n"
                                "10;Ada;Piras;ada.piras@example.it;+39 347 1112701;T1\n"
                                "35;Ida;Melis;ida@example.it;;T9\n"
                                "5;Zoe;Usai;;347 1112709;T7\n"
                                "5;Zoe;Usai;;347 1112709;T7\n");
        Rehearsal rehearsal = workspace.rehearse(u"clienti2.csv"_s, second);
        const QString changes = u"since clienti.csv: 1 new, 1 gone, 2 changed, 0 same; "_s;
        const QString found = textOf(require(rehearsal.changes()));
        QVERIFY2(found.startsWith(changes), qPrintable(found));
        QVERIFY2(found.contains(u"+3 Zoe Usai"_s), qPrintable(found));
        QVERIFY2(found.contains(u"-2 Bea Serra"_s), qPrintable(found));
        QVERIFY2(found.contains(u"~1 Ada Piras ada@example.it>ada.piras@example.it"_s), qPrintable(found));
        QVERIFY2(found.contains(u"~2 Ida Melis T3>T9"_s), qPrintable(found));
        QVERIFY2(found.contains(u"~2 Ida Melis 30>35"_s), qPrintable(found));
        require(rehearsal.commit({}));
        // From now on this one is what the next is compared with.
        QCOMPARE(textOf(require(workspace.rehearse(u"clienti3.csv"_s, second).changes())),
                 u"since clienti2.csv: 0 new, 0 gone, 0 changed, 3 same"_s);
        QCOMPARE(*checkWorkspace(*workspace), QStringList());
    }

    void whatIsForgottenIsGuessedAnew()
    {
        TestWorkspace workspace;
        const QByteArray file("Nome;Cellulare;Nota\nAda;347 1112701;x\n");
        Rehearsal rehearsal = workspace.rehearse(u"a.csv"_s, file);
        require(rehearsal.commit({}));
        workspace.import(u"b.csv"_s, "Nome;Cellulare;Tessera\nBea;347 1112702;T\n");
        const QList<KnownLayout> layouts = require(knownLayouts(*workspace));
        QCOMPARE(layouts.size(), 2);
        const auto known = std::find_if(layouts.begin(), layouts.end(),
                                        [](const KnownLayout &layout) { return layout.headers.contains(u"nota"_s); });
        QVERIFY(known != layouts.end());
        QStringList columns;
        for (const auto &[header, target] : layoutColumns(known->mapping))
            columns += header + u"="_s + target.key();
        QCOMPARE(columns.join(u' '), u"nome=firstName cellulare=phoneNumber nota=custom:notes"_s);
        require(forgetLayouts(*workspace, {known->headers}));
        QCOMPARE(require(knownLayouts(*workspace)).size(), 1);
        QCOMPARE(textOf(require(workspace.rehearse(u"c.csv"_s, file).changes())), u"nothing known"_s);
        QCOMPARE(*checkWorkspace(*workspace), QStringList());
        workspace.reopen();
        QCOMPARE(require(knownLayouts(*workspace)).size(), 1);
    }

    void twentyThousandRows()
    {
        TestWorkspace workspace;
        workspace.import(u"a.csv"_s, weekly(20'000, 0, "Bari"));
        const Rehearsal rehearsal = workspace.rehearse(u"b.csv"_s, weekly(20'000, 500, "Lecce"));
        QElapsedTimer clock;
        clock.start();
        const FileChanges changes = require(rehearsal.changes());
        qInfo("compared in %lld ms", clock.elapsed());
        QCOMPARE(changes.added, 500);
        QCOMPARE(changes.gone, 500);
        QCOMPARE(changes.changed, 1950);
        QCOMPARE(changes.same, 17550);
        QCOMPARE(changes.fields.size(), size_t(1));
        QCOMPARE(changes.fields.front().field, std::string("city"));
        QCOMPARE(changes.lines.size(), 3 * FileChanges::mostLines);
    }
};

QTEST_GUILESS_MAIN(TestFileChanges)
#include "tst_filechanges.moc"
