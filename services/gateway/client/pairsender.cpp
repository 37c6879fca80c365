// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pairsender.h"

#include "gateway/json/listjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

PairForm Capabilities::*formOf(PairSender::Deed deed)
{
    return deed == PairSender::Deed::Add ? &Capabilities::adding : &Capabilities::removing;
}

PairForm firstForm(const Capabilities &known, PairSender::Deed deed)
{
    if (known.*formOf(deed) != PairForm::Unknown)
        return known.*formOf(deed);
    // Who takes one form in one direction takes it in the other.
    const PairForm other =
        known.*formOf(deed == PairSender::Deed::Add ? PairSender::Deed::Remove : PairSender::Deed::Add);
    if (other != PairForm::Unknown)
        return other;
    return known.envelope == PageEnvelope::Offset ? PairForm::OneList : PairForm::BothLists;
}

void add(std::optional<qint64> &sum, const std::optional<qint64> &part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

Request pairRequest(const QByteArray &verb, const QByteArray &body, Priority priority)
{
    Request request = writeRequest(verb, gatewayPath(u"/contacts/list/contacts"), body, priority);
    request.repeatable = true;
    return request;
}

QByteArray oneListBody(const RemoteId &list, const QList<RemoteId> &contacts)
{
    JsonWriter json;
    json.beginObject().key(u"listId").id(list).key(u"contactIds").ids(contacts).endObject();
    return json.json();
}

} // namespace

PairSender::PairSender(ClientState &state, Deed deed, QList<RemoteId> lists, QList<RemoteId> contacts,
                       Priority priority)
    : m_state(state),
      m_flow(state.begin<MembershipOutcome>()),
      m_deed(deed),
      m_lists(std::move(lists)),
      m_contacts(std::move(contacts)),
      m_priority(priority),
      m_form(firstForm(state.capabilities, deed))
{
}

Task<MembershipOutcome> PairSender::send(ClientState &state, Deed deed, QList<RemoteId> lists, QList<RemoteId> contacts,
                                         Priority priority)
{
    const std::shared_ptr<PairSender> sender(
        new PairSender(state, deed, std::move(lists), std::move(contacts), priority));
    auto task = sender->m_flow->task();
    sender->plan();
    sender->next();
    return task;
}

void PairSender::plan()
{
    m_requests.clear();
    m_outcome = {};
    if (m_form == PairForm::BothLists) {
        const QByteArray verb = m_deed == Deed::Add ? "POST" : "DELETE";
        m_requests.push_back(pairRequest(verb, membershipToJson(m_lists, m_contacts), m_priority));
        return;
    }
    for (const RemoteId &list : std::as_const(m_lists)) {
        if (m_deed == Deed::Add) {
            m_requests.push_back(pairRequest("POST", oneListBody(list, m_contacts), m_priority));
            continue;
        }
        for (const RemoteId &contact : std::as_const(m_contacts)) {
            Request request = pairRequest("DELETE", {}, m_priority);
            request.ask(u"listId"_s, list.value);
            request.ask(u"contactId"_s, contact.value);
            m_requests.push_back(std::move(request));
        }
    }
    std::reverse(m_requests.begin(), m_requests.end());
}

void PairSender::next()
{
    if (m_requests.empty())
        return m_flow->finish(m_outcome);
    Request request = std::move(m_requests.back());
    m_requests.pop_back();
    m_flow->step<MembershipOutcome>(
        std::move(request), [](const HttpAnswer &answer) { return membershipFromJson(answer.body); },
        [self = shared_from_this()](const Result<MembershipOutcome> &outcome) { self->heed(outcome); });
}

void PairSender::heed(const Result<MembershipOutcome> &outcome)
{
    if (!outcome) {
        // Some of it is done: whoever is told that nothing was changed must be able to believe it.
        const bool isRefusal =
            outcome.error().kind == ErrorKind::Refused || outcome.error().kind == ErrorKind::NotFound;
        if (m_hasDone && !isRefusal)
            return m_flow->finish(Error{ErrorKind::OutcomeUnknown, outcome.error().subject, outcome.error().detail});
        if (outcome.error().kind != ErrorKind::Refused || m_refusal || m_hasDone)
            return m_flow->finish(m_refusal && outcome.error().kind == ErrorKind::Refused ? *m_refusal
                                                                                          : outcome.error());
        m_refusal = outcome.error();
        m_form = m_form == PairForm::BothLists ? PairForm::OneList : PairForm::BothLists;
        plan();
        return next();
    }
    m_hasDone = true;
    m_state.learn([this](Capabilities &known) { known.*formOf(m_deed) = m_form; });
    add(m_outcome.added, outcome->added);
    add(m_outcome.skipped, outcome->skipped);
    add(m_outcome.invalid, outcome->invalid);
    add(m_outcome.removed, outcome->removed);
    m_outcome.totalInList = outcome->totalInList;
    m_outcome.associations += outcome->associations;
    next();
}

} // namespace Elenco
