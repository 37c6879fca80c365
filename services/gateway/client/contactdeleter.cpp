// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/contactdeleter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr int rowsLookedAt = 10;
constexpr qsizetype mostAsked = 3;

Error deletedTooMuch()
{
    return {ErrorKind::Refused, QCoreApplication::translate("Error", "deleting contacts"),
            QCoreApplication::translate("Error", "after the first deletion another contact was missing as well")};
}

} // namespace

ContactDeleter::ContactDeleter(ClientState &state, QList<RemoteId> ids, Priority priority)
    : m_state(state), m_flow(state.begin<void>()), m_ids(std::move(ids)), m_priority(priority)
{
}

Task<void> ContactDeleter::remove(ClientState &state, const DeletionBatch &ids, Priority priority)
{
    if (state.capabilities.deletesOnlyNamed == Known::No)
        return state.refuse<void>(deletedTooMuch());
    const std::shared_ptr<ContactDeleter> deleter(new ContactDeleter(state, ids.ids(), priority));
    auto task = deleter->m_flow->task();
    const bool isKnown =
        state.capabilities.deletesOnlyNamed == Known::Yes && state.capabilities.envelope != PageEnvelope::Unknown;
    isKnown ? deleter->removeRest() : deleter->look();
    return task;
}

bool ContactDeleter::isByPath() const
{
    return m_state.capabilities.envelope == PageEnvelope::Offset;
}

void ContactDeleter::look()
{
    const PageRequest page{0, rowsLookedAt};
    const auto build = [page, priority = m_priority](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/contacts"), priority);
        askPage(request, page, contactPages, known);
        return request;
    };
    m_state.readPage<void, RemoteContact>(m_flow.get(), {contactPages, page, build}, m_state.contactRows({}),
                                          [self = shared_from_this()](const Result<Page<RemoteContact>> &rows) {
                                              if (!rows)
                                                  return self->m_flow->finish(rows.error());
                                              self->choose(rows->rows);
                                              self->removeFirst();
                                          });
}

// Some who stay; if nobody does, somebody who goes later.
void ContactDeleter::choose(const QList<RemoteContact> &rows)
{
    for (const RemoteContact &row : rows) {
        if (!m_ids.contains(row.id) && m_canaries.size() < mostAsked)
            m_canaries.append(row.id);
    }
    for (const RemoteContact &row : rows) {
        if (m_canaries.isEmpty() && row.id != m_ids.first())
            m_canaries.append(row.id);
    }
}

void ContactDeleter::removeFirst()
{
    if (m_state.capabilities.deletesOnlyNamed == Known::Yes || m_canaries.isEmpty())
        return removeRest();
    removeOne(m_ids.takeFirst(), [self = shared_from_this()] { self->readCanary(0); });
}

// One that is missing may have been deleted by somebody else in this moment; all of them were not.
void ContactDeleter::readCanary(qsizetype index)
{
    if (index == m_canaries.size()) {
        if (index > 1)
            m_state.learn([](Capabilities &known) { known.deletesOnlyNamed = Known::No; });
        return m_flow->finish(index > 1 ? deletedTooMuch() : Error{ErrorKind::OutcomeUnknown, QCoreApplication::translate("Error", "the contact"), {}});
    }
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), m_priority);
    request.id = m_canaries.at(index);
    m_flow->step<RemoteContact>(
        request, m_state.oneContact(), [self = shared_from_this(), index](const Result<RemoteContact> &canary) {
            if (!canary && canary.error().kind == ErrorKind::NotFound)
                return self->readCanary(index + 1);
            // Nobody knows yet; the next deletion looks again. The first was done, and what is left was not.
            if (!canary)
                return self->m_ids.isEmpty() ? self->m_flow->finish({}) : self->fail(canary.error());
            self->m_state.learn([](Capabilities &known) { known.deletesOnlyNamed = Known::Yes; });
            self->removeRest();
        });
}

void ContactDeleter::removeRest()
{
    if (m_ids.isEmpty())
        return m_flow->finish({});
    if (isByPath())
        return removeByPath(m_ids.takeFirst(), [self = shared_from_this()] { self->removeRest(); });
    removeByIds(std::exchange(m_ids, {}), [self = shared_from_this()] { self->removeRest(); });
}

void ContactDeleter::removeOne(const RemoteId &id, std::function<void()> next)
{
    isByPath() ? removeByPath(id, std::move(next)) : removeByIds({id}, std::move(next));
}

void ContactDeleter::removeByIds(const QList<RemoteId> &ids, std::function<void()> next)
{
    // Ids are all that this call ever names.
    Request request = writeRequest("DELETE", gatewayPath(u"/contacts"), {}, m_priority);
    request.ask(u"ids"_s, joined(ids));
    request.repeatable = true;
    request.goneIsDone = true;
    m_flow->step<void>(request, ignoredAnswer, [self = shared_from_this(), next](const Result<void> &result) {
        if (!result)
            return self->fail(result.error());
        self->m_hasDeleted = true;
        next();
    });
}

void ContactDeleter::removeByPath(const RemoteId &id, std::function<void()> next)
{
    if (!isUsableId(id))
        return m_flow->finish(unusableId(id));
    Request request = writeRequest("DELETE", gatewayPath(u"/contacts/{id}"), {}, m_priority);
    request.id = id;
    request.repeatable = true;
    request.goneIsDone = true;
    m_flow->step<void>(request, ignoredAnswer, [self = shared_from_this(), id, next](const Result<void> &result) {
        if (!result && result.error().kind == ErrorKind::NotFound)
            return self->askAgain(id, result.error(), next);
        if (!result)
            return self->fail(result.error());
        self->m_hasDeleted = true;
        next();
    });
}

// Whoever is told that nothing was changed must be able to believe it.
void ContactDeleter::fail(const Error &error)
{
    if (m_hasDeleted && error.kind != ErrorKind::Refused)
        return m_flow->finish(Error{ErrorKind::OutcomeUnknown, error.subject, error.detail});
    m_flow->finish(error);
}

// Gone already, as an unknown id among `ids` is passed over; or there is no such call.
void ContactDeleter::askAgain(const RemoteId &id, const Error &error, std::function<void()> next)
{
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), m_priority);
    request.id = id;
    m_flow->step<RemoteContact>(
        request, m_state.oneContact(), [self = shared_from_this(), error, next](const Result<RemoteContact> &there) {
            if (!there && there.error().kind == ErrorKind::NotFound)
                return next();
            self->m_flow->finish(
                there ? Error{ErrorKind::Refused, QCoreApplication::translate("Error", "the contact"), error.detail}
                      : there.error());
        });
}

} // namespace Elenco
