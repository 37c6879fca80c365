// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/listplan.h"

#include "gateway/client/idbatch.h"
#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"

#include <algorithm>

namespace Elenco {

namespace {

SyncRecord recordOf(const QString &name, const QString &description, bool isTest)
{
    SyncRecord record;
    record.set("name", {SyncKind::Text, name.toStdString()});
    record.set("description", {SyncKind::Text, description.toStdString()});
    if (isTest)
        record.set("isTest", {SyncKind::Boolean, "true"});
    std::erase_if(record.fields, [](const auto &field) { return isNothing(field.first, field.second); });
    return record;
}

QString textOf(const SyncRecord &record, std::string_view key)
{
    return QString::fromStdString(record.value(key).text);
}

} // namespace

SyncRecord recordOf(const ContactList &list)
{
    return recordOf(list.name, list.description, list.isTest);
}

SyncRecord recordOf(const RemoteList &list)
{
    SyncRecord record = recordOf(list.name, list.description.value_or(QString()), list.isTest.value_or(false));
    record.extra = list.extra.toStdString();
    return record;
}

ListChange listChangeOf(const SyncRecord &record, const std::vector<std::string> &keys)
{
    ListChange change;
    for (const std::string &key : keys) {
        if (key == "name")
            change.name = textOf(record, key);
        else if (key == "description")
            change.description = textOf(record, key);
        else if (key == "isTest")
            change.isTest = record.value(key).text == "true";
    }
    return change;
}

ListStep nextStep(const ListRow &row)
{
    using Kind = ListStep::Kind;
    if (!row.remoteId.isValid()) {
        if (row.isUnknown)
            return {Kind::ReadAll};
        if (row.isDeleted)
            return {Kind::Forget};
        return {row.isBlocked ? Kind::Nothing : Kind::ReadAll};
    }
    if (row.isBlocked)
        return {};
    if (row.isDeleted)
        return {Kind::Delete};
    const auto keys = keysOf(row.local, row.base);
    const bool differs = std::any_of(keys.begin(), keys.end(),
                                     [&](std::string_view key) { return !sameField(key, row.local, row.base); });
    return {differs ? Kind::Read : Kind::Nothing};
}

std::optional<PushStage> stageOf(const ListRow &row)
{
    switch (nextStep(row).kind) {
    case ListStep::Kind::Nothing: return std::nullopt;
    case ListStep::Kind::Forget:
    case ListStep::Kind::ReadAll: return PushStage::ListCreates;
    case ListStep::Kind::Read: return PushStage::ListUpdates;
    case ListStep::Kind::Delete: return PushStage::ListDeletes;
    }
    Q_UNREACHABLE();
}

ListCreate decideListCreate(const ListRow &row, const QList<RemoteList> &all, bool isWhole,
                            const std::function<bool(const RemoteId &)> &isKnown, bool knowsAny, int looks)
{
    using Kind = ListCreate::Kind;
    if (deliberate(Bug::BlindListRetry))
        return {Kind::Create, {}, {}};
    const bool showsKnown =
        std::any_of(all.begin(), all.end(), [&](const RemoteList &list) { return isKnown(list.id); });
    if (!isWhole || (knowsAny && !showsKnown))
        return {Kind::Unclear, {}, {}};

    QList<RemoteId> sameName;
    for (const RemoteList &list : all) {
        if (!sameField("name", recordOf(list), row.local) || isKnown(list.id))
            continue;
        sameName.append(list.id);
        if (row.isUnknown && !row.idsBefore.value_or(QList<RemoteId>()).contains(list.id))
            return {list.isDeleted.value_or(false) ? Kind::DeletedThere : Kind::Bind, list.id, {}};
    }
    // Empty answers lie in rows; the more so where nothing in them could be recognised.
    if (row.isUnknown && sameName.isEmpty() && looks < (knowsAny ? 1 : 2))
        return {Kind::AskAgain, {}, {}};
    if (row.isDeleted)
        return {Kind::Forget, {}, {}};
    // What was there before the first try: a list that shows late may still be that one.
    return {Kind::Create, {}, row.idsBefore.value_or(sameName)};
}

std::vector<MemberStep> memberSteps(const std::vector<MemberPair> &pairs)
{
    std::vector<MemberStep> steps;
    for (const bool isRemoval : {true, false}) {
        MemberStep step{isRemoval, {}};
        for (const MemberPair &pair : pairs) {
            if (!pair.contact.isValid() || pair.membership.isSent() || pair.membership.want == isRemoval)
                continue;
            step.contacts.append(pair.contact);
            if (step.contacts.size() == MemberBatch::most)
                steps.push_back(std::exchange(step, MemberStep{isRemoval, {}}));
        }
        if (!step.contacts.isEmpty())
            steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace Elenco
