// SPDX-License-Identifier: Apache-2.0
#include "exporting/contactexport.h"
#include "store/journal/journal.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Sets fields off by blanks where they have none of their own.
QString quoted(const QString &text)
{
    return text.contains(u' ') || text.contains(u'\n') ? u'"' + QString(text).replace(u'\n', u"\\n"_s) + u'"' : text;
}

QString person(const Contact &contact)
{
    QStringList words;
    for (const FieldInfo &info : fieldTable()) {
        if (const QString &text = contact.*info.member; !text.isEmpty())
            words += QLatin1String(info.key) + u'=' + quoted(text);
    }
    if (!contact.phoneNumber.isEmpty() && !contact.valid)
        words += u"(not valid)"_s;
    QStringList tags = contact.tags;
    tags.sort();
    for (const QString &tag : std::as_const(tags))
        words += u"tag="_s + quoted(tag);
    QStringList custom;
    for (const CustomValue &value : contact.customFields)
        custom += quoted(value.name) + u'=' + quoted(value.text);
    custom.sort();
    return (words + custom).join(u' ');
}

QString ledgerText(const ImportLedger &ledger)
{
    const std::pair<RowFate, QLatin1StringView> fates[] = {{RowFate::New, "new"_L1},
                                                           {RowFate::Updated, "updated"_L1},
                                                           {RowFate::Unchanged, "unchanged"_L1},
                                                           {RowFate::DuplicateInFile, "twice in the file"_L1},
                                                           {RowFate::DuplicateHere, "already here"_L1},
                                                           {RowFate::Invalid, "invalid"_L1},
                                                           {RowFate::Suppressed, "suppressed"_L1}};
    QStringList parts{u"%1 rows"_s.arg(ledger.rows())};
    for (const auto &[fate, name] : fates) {
        if (ledger.count(fate) > 0)
            parts += u"%1 %2"_s.arg(ledger.count(fate)).arg(name);
    }
    return parts.join(u", "_s);
}

} // namespace

/// Files as people have them. A case is a folder of tests/data/field: files that are imported one after the other by
/// their names (an "update" in a name takes over what the file knows, a "fill" what is empty here), and `expected`: a
/// line for the ledger of each, the columns that were left open, the rows that were held back, then everybody who is
/// there, one a line; then, where there is a line "export", the cards that an export of all of them writes.
class TestField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir root(QLatin1String(ELENCO_TEST_DATA) + "/field"_L1);
        const QStringList names = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << root.filePath(name);
    }

    void cases()
    {
        QFETCH(QString, folder);
        const QDir dir(folder);
        TestWorkspace workspace;
        const QString expected = fileText(dir.filePath(u"expected"_s));
        QStringList found;
        const QStringList files = dir.entryList(QDir::Files, QDir::Name);
        for (const QString &name : files) {
            if (name != "expected"_L1)
                found += imported(workspace, dir.filePath(name), name);
        }
        found += u"people"_s;
        ContactQueries queries(*workspace);
        std::vector<ContactId> ids = workspace.ids();
        std::sort(ids.begin(), ids.end(), [](ContactId a, ContactId b) { return a.value < b.value; });
        for (ContactId id : ids)
            found += person(*queries.contact(id));
        if (expected.contains("\nexport\n"_L1)) {
            const QString path = workspace.path(u"out.vcf"_s);
            ExportRequest request;
            request.ids = ids;
            request.format = *exportFormatOf(path);
            QVERIFY(exportContacts(*workspace, request, path));
            found += u"export"_s;
            found += fileText(path).remove(u'\r').split(u'\n', Qt::SkipEmptyParts);
        }
        const QString text = found.join(u'\n') + u'\n';
        if (qEnvironmentVariableIsSet("ELENCO_WRITE_EXPECTED") && expected.trimmed().size() < 10) {
            QFile file(dir.filePath(u"expected"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0);
            QFAIL("what was found is what is expected from now on: read it");
        }
        if (text != expected)
            qWarning("found:\n%s", qPrintable(text));
        QCOMPARE(text.split(u'\n'), expected.split(u'\n'));
    }

private:
    static QStringList imported(TestWorkspace &workspace, const QString &path, const QString &name)
    {
        ImportChoices choices;
        if (name.contains("update"_L1))
            choices.strategy = DuplicateStrategy::Update;
        if (name.contains("fill"_L1))
            choices.strategy = DuplicateStrategy::Fill;
        Result<Rehearsal> rehearsal = workspace.tryRehearse(path);
        if (!rehearsal)
            return {name + u": "_s + rehearsal.error().text().section(u'\n', 0, 0)};
        const ImportLedger promised = *rehearsal->ledger(choices.strategy);
        const Result<ImportLedger> done = rehearsal->commit(choices);
        if (!done)
            return {name + u": "_s + done.error().text()};
        QStringList lines{name + u": "_s + ledgerText(*done)};
        const ImportSettings &settings = rehearsal->settings();
        for (const auto [column, suggestion] : settings.mapping.suggestions.asKeyValueRange())
            lines += u"  left open: %1, %2?"_s.arg(settings.columns[column].name, suggestion.key());
        if (ledgerText(promised) != ledgerText(*done))
            lines += u"but promised: "_s + ledgerText(promised);
        const Result<QList<ImportProblem>> problems = importProblems(*workspace, rehearsal->id());
        for (const ImportProblem &problem : *problems)
            lines += u"  line %1 %2: %3"_s.arg(problem.line).arg(problem.name, problem.reason);
        return lines;
    }
};

QTEST_MAIN(TestField)
#include "tst_field.moc"
