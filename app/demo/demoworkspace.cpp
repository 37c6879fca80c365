// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demoworkspace.h"

#include "app/demo/people.h"
#include "importing/rehearsal.h"
#include "store/contacts/contactquery.h"
#include "store/recovery/openworkspace.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// One file of the demo: who is in it, and where they go.
struct DemoFile {
    const char *name;
    int people;
    QStringList regions;
    QStringList lists;
};

QList<DemoFile> demoFiles()
{
    const QString north = u"Clienti Nord Italia"_s, friday = u"Black Friday 2026"_s;
    return {
        {"clienti_lombardia.csv", 1400, {u"Lombardia"_s}, {north, u"Lombardia estate"_s}},
        {"clienti_veneto.csv", 900, {u"Veneto"_s}, {north, u"Veneto estate"_s, friday}},
        {"clienti_emilia.csv", 800, {u"Emilia-Romagna"_s}, {u"Emilia-Romagna estate"_s, friday}},
        {"black_friday_2026.csv", 1200, {}, {friday}},
        {"studio_legale_ferrara.csv", 335, {u"Emilia-Romagna"_s, u"Veneto"_s}, {u"Studio Legale Ferrara"_s}},
        {"test_interno.csv", 6, {u"Lombardia"_s}, {u"Test interno"_s}},
        {"rubrica_aziendale.csv", 359, {}, {}},
    };
}

QString cell(const QString &text)
{
    return text.contains(u';') || text.contains(u'"') ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

Result<void> writeFile(const QString &path, PeopleGenerator &people, const DemoFile &plan)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::WriteFailed, path, file.errorString()};
    file.write("Nome;Cognome;Telefono;Email;Sesso;Città;Provincia;Regione;Azienda;Canale preferito;Ultimo "
               "acquisto;Speso;Tag\n");
    for (int i = 0; i < plan.people; ++i) {
        const Person p = people.next(plan.regions);
        QStringList cells{p.firstName, p.lastName, p.phone,   p.email,        p.gender, p.city,           p.province,
                          p.region,    p.company,  p.channel, p.lastPurchase, p.spent,  p.tags.join(u',')};
        for (QString &text : cells)
            text = cell(text);
        file.write(cells.join(u';').toUtf8() + '\n');
    }
    if (!file.commit())
        return Error{ErrorKind::WriteFailed, path, file.errorString()};
    return {};
}

Result<void> importFile(Workspace &workspace, const QString &path, const QStringList &lists)
{
    const Result<ImportSource> source = examine(path);
    if (!source)
        return source.error();
    const ImportSettings settings =
        suggestedSettings(workspace, *source, u"IT"_s, QLocale(QLocale::Italian, QLocale::Italy));
    Result<Rehearsal> rehearsal = Rehearsal::run(workspace, settings, source->rows);
    if (!rehearsal)
        return rehearsal.error();
    ImportChoices choices;
    for (const QString &name : lists)
        choices.lists.append(name);
    const Result<ImportLedger> ledger = rehearsal->commit(choices);
    return ledger ? Result<void>() : Result<void>(ledger.error());
}

// Some numbers of the files are wrong on purpose and stay out; the last file makes up for them.
Result<void> fill(Workspace &workspace)
{
    constexpr int total = 5000;
    const QTemporaryDir folder;
    PeopleGenerator people(2026);
    QList<DemoFile> files = demoFiles();
    while (!files.isEmpty()) {
        const DemoFile plan = files.takeFirst();
        const QString path = folder.filePath(QLatin1String(plan.name));
        if (const Result<void> written = writeFile(path, people, plan); !written)
            return written;
        if (const Result<void> imported = importFile(workspace, path, plan.lists); !imported)
            return imported;
        const Result<qint64> count = ContactQueries(workspace).count({});
        if (!count)
            return count.error();
        if (files.isEmpty() && *count < total)
            files.append({"rubrica_aziendale.csv", total - static_cast<int>(*count), {}, {}});
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Workspace>> openDemoWorkspace(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    Result<std::unique_ptr<Workspace>> workspace = openWorkspace(path);
    if (!workspace)
        return workspace;
    // Empty is a first start; people and journal of an older one are left as they are.
    const Result<qint64> count = ContactQueries(**workspace).count({});
    if (!count)
        return count.error();
    if (*count == 0) {
        if (const Result<void> filled = fill(**workspace); !filled)
            return filled.error();
    }
    return workspace;
}

} // namespace Elenco
