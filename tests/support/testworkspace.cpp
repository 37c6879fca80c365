// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testworkspace.h"

#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"

namespace Elenco {

using namespace Qt::StringLiterals;

TestWorkspace::TestWorkspace()
{
    reopen();
}

TestWorkspace::~TestWorkspace() = default;

void TestWorkspace::close()
{
    m_workspace.reset();
}

void TestWorkspace::reopen()
{
    close();
    m_workspace = require(openWorkspace(path(u"test.elenco"_s)));
}

Result<Rehearsal> TestWorkspace::tryRehearse(const QString &path)
{
    const Result<ImportSource> source = examine(path);
    if (!source)
        return source.error();
    const ImportSettings settings =
        suggestedSettings(*m_workspace, *source, u"IT"_s, QLocale(QLocale::Italian, QLocale::Italy));
    return Rehearsal::run(*m_workspace, settings, source->rows);
}

Rehearsal TestWorkspace::rehearse(const QString &name, const QByteArray &content)
{
    return require(tryRehearse(writeFile(path(name), content)));
}

ImportLedger TestWorkspace::import(const QString &name, const QByteArray &content, const ImportChoices &choices)
{
    return require(rehearse(name, content).commit(choices));
}

std::vector<ContactId> TestWorkspace::ids(const QString &query)
{
    return *require(ContactQueries(*m_workspace).order({parseFilter(query), {{u"name"_s, false}}}));
}

qint64 TestWorkspace::count(const QString &query)
{
    return static_cast<qint64>(ids(query).size());
}

ContactId TestWorkspace::only(const QString &query)
{
    const std::vector<ContactId> found = ids(query);
    if (found.size() != 1)
        qFatal("%s gives %zu contacts", qPrintable(query), found.size());
    return found.front();
}

QString TestWorkspace::contacts(const QString &query, const QString &sort)
{
    QList<SortKey> keys;
    for (const QString &key : sort.split(u','))
        keys.append({key.startsWith(u'-') ? key.mid(1) : key, key.startsWith(u'-')});
    ContactQueries queries(*m_workspace);
    const ContactOrder order = require(queries.order({parseFilter(query), keys}));
    QStringList lines;
    for (const Contact &contact : require(queries.contacts(*order))) {
        QStringList parts{contact.fullName(), contact.phoneNumber, contact.city};
        parts.removeAll(QString());
        if (!contact.tags.isEmpty())
            parts += u"[%1]"_s.arg(contact.tags.join(u','));
        lines += parts.join(u' ');
    }
    return lines.join(u'\n');
}

QString TestWorkspace::everything()
{
    ContactQueries queries(*m_workspace);
    QString text;
    for (const Contact &contact : require(queries.contacts(ids()))) {
        text += QString::number(contact.id.value);
        for (const FieldInfo &info : fieldTable())
            text += u'|' + contact.*info.member;
        for (const CustomValue &value : contact.customFields)
            text += u'|' + value.name + u'=' + value.text;
        text += u'|' + contact.tags.join(u',') + u'|' + require(queries.listNames(contact.id)).join(u',') + u'|' +
                contact.unknownProperties + u'\n';
    }
    return text;
}

} // namespace Elenco
