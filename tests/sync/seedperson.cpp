// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedperson.h"

#include "tests/support/namedlists.h"
#include "tests/support/require.h"

#include "importing/rehearsal.h"
#include "store/contacts/contactquery.h"
#include "store/sync/conflicts.h"
#include "tests/sync/seedtexts.h"

#include <QFile>

#include <algorithm>

namespace Elenco {

using namespace Qt::StringLiterals;
using Kind = SeedStep::Kind;

namespace {

const std::array<std::string, 4> &editedFields()
{
    static const std::array<std::string, 4> fields{"firstName", "email", "city", "custom:0:note"};
    return fields;
}

} // namespace

SeedPerson::SeedPerson(SeedDesk &desk, const SeedStep &step)
    : m_desk(desk),
      m_step(step),
      m_shown(*require(ContactQueries(desk.workspace()).order({{}, {{u"name"_s, false}}}))),
      m_lists(require(lists(desk.workspace()))),
      m_someone(m_shown.empty() ? ContactId() : picked(m_shown, step.picks[0])),
      m_field(editedFields()[step.picks[1] % editedFields().size()])
{
}

QString SeedPerson::value(const QString &who, const SeedStep &step, int nth)
{
    return nth ? u"%1-%2-%3"_s.arg(who).arg(step.number).arg(nth) : u"%1-%2"_s.arg(who).arg(step.number);
}

QString SeedPerson::number(quint32 pick)
{
    return u"+3934012345%1"_s.arg(10 + pick % 14);
}

void SeedPerson::act(bool mayRename)
{
    const QStringList blocked =
        rows(m_desk, "SELECT list_id FROM list_request WHERE state=2").split(u'\n', Qt::SkipEmptyParts);
    doStep(mayRename);
    // One that is gone over there, and was worked on here or chosen to stay, is made again.
    for (const QString &list : blocked)
        m_listsMade += static_cast<int>(
            Elenco::number(m_desk, "SELECT count(*) FROM list WHERE id=" + list.toStdString() +
                                       " AND id NOT IN (SELECT list_id FROM list_request WHERE state=2)"));
}

void SeedPerson::doStep(bool mayRename)
{
    Journal journal = m_desk.journal();
    const QString someList = m_lists.isEmpty() ? QString() : picked(m_lists, m_step.picks[1]).name;
    const QString newName = u"list "_s + value(m_desk.name(), m_step);
    switch (m_step.kind) {
    case Kind::AddContact: return addContact();
    case Kind::EditMany:
        require(journal.edit(ChangeKind::Edit, u"edit"_s, m_shown, [this, nth = 0](ContactState &state) mutable {
            state[m_field] = textFor(m_field, ++nth).toStdString();
        }));
        return;
    case Kind::AddList:
        require(journal.createList(newName));
        ++m_listsMade;
        return;
    case Kind::RenameList:
        if (!m_lists.isEmpty() && mayRename)
            renameList();
        return;
    case Kind::DeleteList:
        if (!m_lists.isEmpty())
            require(journal.deleteList(picked(m_lists, m_step.picks[0]).id));
        return;
    case Kind::Import: return import();
    case Kind::Undo: return undo();
    case Kind::Resolve: return resolve();
    default: break; // what is done to one contact
    }
    if (!m_someone.isValid())
        return;
    switch (m_step.kind) {
    case Kind::EditField: return edit(m_someone, m_field, textFor(m_field));
    case Kind::ClearField: return edit(m_someone, m_field == "firstName" ? "city" : m_field, {});
    case Kind::ChangeNumber:
        if (!isShown(number(m_step.picks[2])))
            edit(m_someone, "phoneNumber", number(m_step.picks[2]));
        return;
    case Kind::SwapNumbers: return swapNumbers();
    case Kind::DeleteContact: require(journal.remove({m_someone})); return;
    case Kind::AddTag: require(journal.addTags({m_someone}, {value(m_desk.name(), m_step)})); return;
    case Kind::RemoveTag: return removeTag();
    case Kind::Join:
        if (!someList.isEmpty())
            require(joinListNamed(m_desk.workspace(), {m_someone}, someList));
        return;
    case Kind::Leave:
        if (!someList.isEmpty())
            require(leaveListNamed(m_desk.workspace(), {m_someone}, someList));
        return;
    default: Q_UNREACHABLE();
    }
}

bool SeedPerson::isShown(const QString &number) const
{
    return Elenco::number(m_desk, "SELECT count(*) FROM contact WHERE phone='" + number.toStdString() + "'") > 0;
}

QString SeedPerson::textFor(const std::string &field, int nth) const
{
    const QString text = value(m_desk.name(), m_step, nth);
    return field == "email" ? text + u"@example.com"_s : text;
}

void SeedPerson::addContact()
{
    const QString phone = number(m_step.picks[0]);
    if (isShown(phone))
        return;
    ContactState state{{"phoneNumber", phone.toStdString()}};
    for (size_t i = 0; i < editedFields().size(); ++i) {
        if (i == 0 || m_step.picks[1] >> i & 1)
            state[editedFields()[i]] = textFor(editedFields()[i], static_cast<int>(i) + 1).toStdString();
    }
    m_desk.judge()(state);
    require(m_desk.journal().create(state));
}

void SeedPerson::edit(ContactId id, const std::string &field, const QString &value)
{
    require(m_desk.journal().edit(ChangeKind::Edit, u"edit"_s, {id}, [&](ContactState &state) {
        if (value.isEmpty())
            state.erase(field);
        else
            state[field] = value.toStdString();
        if (field == "phoneNumber")
            m_desk.judge()(state);
    }));
}

void SeedPerson::swapNumbers()
{
    const ContactId other = picked(m_shown, m_step.picks[2]);
    if (m_someone == other)
        return;
    ContactQueries queries(m_desk.workspace());
    const QString mine = require(queries.contact(m_someone)).phoneNumber;
    const QString theirs = require(queries.contact(other)).phoneNumber;
    edit(m_someone, "phoneNumber", theirs);
    edit(other, "phoneNumber", mine);
}

void SeedPerson::removeTag()
{
    const QStringList tags = require(ContactQueries(m_desk.workspace()).contact(m_someone)).tags;
    if (!tags.isEmpty())
        require(m_desk.journal().removeTag({m_someone}, picked(tags, m_step.picks[1])));
}

void SeedPerson::renameList()
{
    const ListId id = picked(m_lists, m_step.picks[0]).id;
    require(m_desk.journal().changeList(id, u"list "_s + value(m_desk.name(), m_step), {}, false));
}

void SeedPerson::import()
{
    QStringList lines{u"first name,phone,city"_s};
    for (int i = 1; i <= 3; ++i)
        lines.append(QStringList{value(m_desk.name(), m_step, i), number(m_step.picks[0] + static_cast<quint32>(i)),
                                 value(m_desk.name(), m_step, i + 3)}
                         .join(u','));
    const QByteArray content = lines.join(u'\n').toUtf8();
    QFile file(m_desk.path(u"import %1.csv"_s.arg(m_step.number)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file to import");
    file.close();
    const ImportSource source = require(examine(file.fileName()));
    Workspace &workspace = m_desk.workspace();
    const ImportSettings settings =
        suggestedSettings(workspace, source, u"IT"_s, QLocale(QLocale::Italian, QLocale::Italy));
    Rehearsal rehearsal = require(Rehearsal::run(workspace, settings, source.rows));
    require(rehearsal.commit({}));
}

void SeedPerson::undo()
{
    QList<ChangeSet> open;
    for (const ChangeSet &set : require(history(m_desk.workspace(), 20))) {
        if (!set.undoneBy.isValid())
            open.append(set);
    }
    if (open.isEmpty())
        return;
    require(m_desk.journal().undo(picked(open, m_step.picks[0]).id));
    // One change set can have brought a list here and taken another away: each that is here again is made again.
    for (const ContactList &list : require(lists(m_desk.workspace()))) {
        m_listsMade += std::none_of(m_lists.begin(), m_lists.end(),
                                    [&](const ContactList &before) { return before.id == list.id; });
    }
}

void SeedPerson::resolve()
{
    const QList<Conflict> open = require(conflicts(m_desk.workspace(), 100));
    if (open.isEmpty())
        return;
    const Conflict &conflict = picked(open, m_step.picks[0]);
    const Choice choice = m_step.picks[1] % 2 ? Choice::Mine : Choice::Theirs;
    ContactState fields;
    if (choice == Choice::Mine && !conflict.field.empty()) {
        fields[conflict.field] = conflict.mine.toStdString();
        if (conflict.field == "phoneNumber") {
            if (isShown(conflict.mine))
                return;
            m_desk.judge()(fields);
        }
    }
    require(resolveConflicts(m_desk.workspace(), {{conflict.id, choice, fields}}, numberJudge("IT")));
}

} // namespace Elenco
