// SPDX-License-Identifier: Apache-2.0
#include "gateway/contactdeleter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr int canaries = 10; // rows to choose from

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
    const PageRequest page{0, canaries};
    const auto build = [page, priority = m_priority](const Capabilities &known) {
        Request request = readRequest(gatewayPath(u"/contacts"), priority);
        askPage(request, page, contactPages, known);
        return request;
    };
    m_state.readPage<void, RemoteContact>(m_flow.get(), {contactPages, page, build}, m_state.contactRows({}),
                                          [self = shared_from_this()](const Result<Page<RemoteContact>> &rows) {
                                              if (!rows)
                                                  return self->m_flow->finish(rows.error());
                                              // Somebody who stays; if nobody does, somebody who goes later.
                                              for (const RemoteContact &row : rows->rows) {
                                                  const bool stays = !self->m_ids.contains(row.id);
                                                  if (stays || (!self->m_canary.isValid() && row.id != self->m_ids[0]))
                                                      self->m_canary = row.id;
                                                  if (stays)
                                                      break;
                                              }
                                              self->removeFirst();
                                          });
}

void ContactDeleter::removeFirst()
{
    if (m_state.capabilities.deletesOnlyNamed == Known::Yes || !m_canary.isValid())
        return removeRest();
    removeOne(m_ids.takeFirst(), [self = shared_from_this()] { self->readCanary(); });
}

void ContactDeleter::readCanary()
{
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), m_priority);
    request.id = m_canary;
    m_flow->step<RemoteContact>(request, m_state.oneContact(),
                                [self = shared_from_this()](const Result<RemoteContact> &canary) {
                                    const bool isGone = !canary && canary.error().kind == ErrorKind::NotFound;
                                    if (!canary && !isGone)
                                        return self->m_flow->finish(canary.error());
                                    self->m_state.learn([isGone](Capabilities &known) {
                                        known.deletesOnlyNamed = isGone ? Known::No : Known::Yes;
                                    });
                                    isGone ? self->m_flow->finish(deletedTooMuch()) : self->removeRest();
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
        result ? next() : self->m_flow->finish(result.error());
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
        if (result)
            return next();
        if (result.error().kind == ErrorKind::NotFound)
            return self->askAgain(id, result.error(), next);
        self->m_flow->finish(result.error());
    });
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
