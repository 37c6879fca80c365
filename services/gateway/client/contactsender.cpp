// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/contactsender.h"

#include "gateway/http/refusal.h"
#include "gateway/json/contactkeys.h"
#include "gateway/json/wholename.h"

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

// A gateway that names one key at a time is asked as often as a contact has keys; of one that names nothing, each half
// is asked about. Either once for an account.
constexpr int mostTries = 12;
constexpr int mostHalves = 12;
constexpr auto scope = "contact."_L1;

// Without a number or an address there is no contact.
bool isEssential(const QString &key)
{
    return key == u"phoneNumber" || key == u"email";
}

bool isName(const QString &key)
{
    return key == u"firstName" || key == u"lastName";
}

} // namespace

ContactSender::ContactSender(ClientState &state, RemoteId id, ContactChange change, Priority priority, Step step,
                             Doubt doubt, Done done)
    : m_state(state),
      m_id(std::move(id)),
      m_change(std::move(change)),
      m_priority(priority),
      m_step(std::move(step)),
      m_doubt(std::move(doubt)),
      m_done(std::move(done)),
      m_isWhole(state.capabilities.wholeNames == Known::Yes && !state.capabilities.refuses(scope + u"name"_s))
{
}

void ContactSender::send(ClientState &state, const RemoteId &id, const ContactChange &change, Priority priority,
                         Step step, Doubt doubt, Done done)
{
    const std::shared_ptr<ContactSender> sender(
        new ContactSender(state, id, change, priority, std::move(step), std::move(doubt), std::move(done)));
    sender->begin();
}

void ContactSender::begin()
{
    QStringList refused;
    for (const QString &key : keysOf(m_change)) {
        if (m_state.capabilities.refuses(scope + key) && !isEssential(key))
            refused.append(key);
    }
    const ContactChange wish = m_change;
    m_change = without(wish, refused);
    if (m_id.isValid() && m_change.isEmpty() && !wish.isEmpty())
        return readInstead();
    if (m_id.isValid() && m_isWhole && (m_change.firstName || m_change.lastName)) {
        if (!wish.readName)
            return readGiven();
        takeGiven(*wish.readName);
    }
    sendAll();
}

// Half of a name may be changed, and none of it may be lost.
void ContactSender::takeGiven(const ContactChange::ReadName &name)
{
    m_given = name.whole;
    if (!m_change.firstName)
        m_change.firstName = name.first;
    if (!m_change.lastName)
        m_change.lastName = name.last;
}

// The name as it was given over there.
void ContactSender::readGiven()
{
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), m_priority);
    request.id = m_id;
    m_step(request, m_state.oneContact(), [self = shared_from_this()](const Result<RemoteContact> &contact) {
        if (!contact)
            return self->m_done(contact.error());
        self->takeGiven({contact->fullName.value_or(QString()), contact->firstName.value_or(QString()),
                         contact->lastName.value_or(QString())});
        self->sendAll();
    });
}

// All of the wish is refused here, and known to be: there is nothing to send.
void ContactSender::readInstead()
{
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), m_priority);
    request.id = m_id;
    m_step(request, m_state.oneContact(), [self = shared_from_this()](const Result<RemoteContact> &contact) {
        if (!contact)
            return self->m_done(contact.error());
        self->m_done(SentContact{*contact, self->m_change});
    });
}

std::optional<QString> ContactSender::wholeNameIn(const ContactChange &part) const
{
    if (!m_isWhole || !(part.firstName || part.lastName))
        return std::nullopt;
    return wholeNameOf(part.firstName.value_or(QString()), part.lastName.value_or(QString()), m_given);
}

void ContactSender::write(const ContactChange &part, std::function<void(Result<RemoteContact>)> next)
{
    const bool byNull = m_id.isValid() && m_state.capabilities.clearing == Clearing::ByNull;
    const Result<QByteArray> body = contactBody(part, byNull, wholeNameIn(part));
    if (!body)
        return m_done(body.error());
    Request request = m_id.isValid() ? writeRequest("PUT", gatewayPath(u"/contacts/{id}"), *body, m_priority)
                                     : writeRequest("POST", gatewayPath(u"/contacts"), *body, m_priority);
    request.id = m_id;
    m_words.clear();
    m_wasHeard = false;
    request.refusedWith = [self = shared_from_this()](const QString &words) {
        self->m_words = words;
        self->m_wasHeard = true;
    };
    ++m_tries;
    const auto saysNothing = std::make_shared<bool>(false);
    auto decode = [read = m_state.oneContact(), saysNothing, isChange = m_id.isValid()](const HttpAnswer &answer) {
        *saysNothing = isChange && isSilent(answer);
        return *saysNothing ? Result<RemoteContact>(RemoteContact()) : read(answer);
    };
    m_step(std::move(request), std::move(decode),
           [self = shared_from_this(), saysNothing, next = std::move(next)](Result<RemoteContact> contact) {
               if (contact && *saysNothing)
                   return self->readWritten(next);
               next(std::move(contact));
           });
}

// It was done, and its answer does not show it.
void ContactSender::readWritten(std::function<void(Result<RemoteContact>)> next)
{
    Request request = readRequest(gatewayPath(u"/contacts/{id}"), m_priority);
    request.id = m_id;
    m_step(request, m_state.oneContact(), [next = std::move(next)](Result<RemoteContact> contact) {
        if (contact)
            return next(std::move(contact));
        next(Error{ErrorKind::OutcomeUnknown, contact.error().subject, contact.error().detail});
    });
}

void ContactSender::sendAll()
{
    write(m_change, [self = shared_from_this()](Result<RemoteContact> result) {
        if (result)
            return self->succeed(std::move(*result));
        self->judge(result.error(), [self] { self->sendAll(); });
    });
}

void ContactSender::judge(const Error &error, std::function<void()> again)
{
    if (error.kind != ErrorKind::Refused || !m_wasHeard || m_tries >= mostTries)
        return m_done(error);
    QStringList sent = keysOf(m_change);
    if (m_isWhole)
        sent.append(u"name"_s);
    if (!namedIn(m_words, sent).isEmpty())
        return heedNamed() ? again() : m_done(error);
    if (suspects().isEmpty())
        return m_done(error);
    m_doubt(error, [self = shared_from_this(), error] { self->repeat(error); });
}

// Perhaps the body was lost on the way: then the same is taken, and no key is to blame.
void ContactSender::repeat(const Error &error)
{
    write(m_change, [self = shared_from_this(), error](Result<RemoteContact> result) {
        if (result)
            return self->succeed(std::move(*result));
        result.error().kind == ErrorKind::Refused ? self->search(error) : self->m_done(result.error());
    });
}

// What the refusal names is said otherwise or left out; false: it is the value that is refused.
bool ContactSender::heedNamed()
{
    QStringList keys;
    for (const QString &key : keysOf(m_change)) {
        const bool isCustom = key.startsWith("customFields."_L1);
        if (!namedIn(m_words, isCustom ? QStringList{key, key.mid(13)} : QStringList{key}).isEmpty())
            keys.append(key);
    }
    // "customFields.vip" is about vip alone.
    if (std::any_of(keys.begin(), keys.end(), [](const QString &key) { return key.startsWith("customFields."_L1); }))
        keys.removeAll(u"customFields"_s);
    bool isHeeded = false;
    for (const QString &key : std::as_const(keys)) {
        if (isEssential(key))
            continue;
        if (m_state.capabilities.takenKeys.contains(key)) {
            // If it is named once more, the account has changed.
            m_state.learn([&key](Capabilities &known) { known.takenKeys.removeAll(key); });
            continue;
        }
        if (isName(key) && !m_isWhole && !m_state.capabilities.refuses(scope + u"name"_s))
            m_isWhole = true;
        else if (!isName(key) || !m_isWhole)
            drop({key});
        isHeeded = true;
    }
    if (m_isWhole && keys.isEmpty()) { // `name` itself
        m_isWhole = false;
        m_dropped.append(u"name"_s);
        drop({u"firstName"_s, u"lastName"_s});
        isHeeded = true;
    }
    return isHeeded && !m_change.isEmpty();
}

void ContactSender::drop(const QStringList &keys)
{
    m_dropped.append(keys);
    m_change = without(m_change, keys);
}

QStringList ContactSender::suspects() const
{
    QStringList keys = keysOf(m_change);
    keys.removeIf([this](const QString &key) {
        // How names are said is known, once a contact was seen.
        if (isName(key) && m_state.capabilities.wholeNames != Known::Unknown)
            return true;
        return isEssential(key) || key.startsWith("customFields."_L1) || m_state.capabilities.takenKeys.contains(key);
    });
    return keys;
}

// Nothing is named. A new contact is made without what may be meant; then that is added by halves.
void ContactSender::search(const Error &error)
{
    m_triesBefore = m_tries;
    m_refusal = error;
    const QStringList keys = suspects();
    // The one that the contacts guide has is tried by itself; the others by halves.
    QStringList others = keys;
    if (others.removeAll(u"customFields"_s) > 0)
        m_halves.append(QStringList{u"customFields"_s});
    const qsizetype half = (others.size() + 1) / 2;
    for (const QStringList &part : {others.first(half), others.mid(half)}) {
        if (!part.isEmpty())
            m_halves.append(part);
    }
    if (m_id.isValid())
        return tryHalves();
    write(without(m_change, keys), [self = shared_from_this(), error](Result<RemoteContact> result) {
        if (!result)
            return self->m_done(result.error().kind == ErrorKind::Refused ? error : result.error());
        self->m_id = result->id;
        self->m_shown = std::move(*result);
        self->tryHalves();
    });
}

// All that was taken once more together: a change by halves names only some of it, and an account may take a change for
// the whole of a contact.
void ContactSender::writeRest()
{
    if (m_change.isEmpty())
        return m_done(m_refusal);
    write(m_change, [self = shared_from_this()](Result<RemoteContact> result) {
        if (result)
            return self->succeed(std::move(*result));
        const bool isPartly = self->m_shown.id.isValid() && result.error().kind != ErrorKind::Refused;
        self->m_done(isPartly                                    ? Error{ErrorKind::OutcomeUnknown, {}, {}}
                     : result.error().kind == ErrorKind::Refused ? self->m_refusal
                                                                 : result.error());
    });
}

void ContactSender::tryHalves()
{
    if (m_halves.isEmpty())
        return writeRest();
    const QStringList keys = m_halves.takeFirst();
    if (m_tries - m_triesBefore >= mostHalves) {
        drop(keys); // enough was tried
        return tryHalves();
    }
    // Where a change stands for the whole contact it must not lack what makes it one, or every key would be blamed.
    const QStringList untried = std::accumulate(m_halves.begin(), m_halves.end(), QStringList());
    write(without(m_change, untried), [self = shared_from_this(), keys](Result<RemoteContact> result) {
        if (result) {
            self->m_shown = std::move(*result);
        } else if (result.error().kind != ErrorKind::Refused) {
            // Part of it is there: whoever is told that nothing was changed must be able to believe it.
            const Error &error = result.error();
            return self->m_done(
                self->m_shown.id.isValid() ? Error{ErrorKind::OutcomeUnknown, error.subject, error.detail} : error);
        } else if (keys.size() == 1) {
            self->drop(keys);
        } else {
            const qsizetype half = keys.size() / 2;
            self->m_halves.prepend(keys.mid(half));
            self->m_halves.prepend(keys.first(half));
        }
        self->tryHalves();
    });
}

void ContactSender::succeed(RemoteContact contact)
{
    m_id = contact.id.isValid() ? contact.id : m_id;
    if (const std::optional<QString> name = wholeNameIn(m_change); name && contact.fullName == *name) {
        // Whichever way it is taken apart, it is the name that was sent.
        contact.firstName = m_change.firstName.value_or(QString());
        contact.lastName = m_change.lastName.value_or(QString());
    }
    learn(contact);
    const bool learnedWhole =
        !m_isWhole && m_state.capabilities.wholeNames == Known::Yes && !m_state.capabilities.refuses(scope + u"name"_s);
    const QString name = wholeNameOf(m_change.firstName.value_or(QString()), m_change.lastName.value_or(QString()), {});
    if (learnedWhole && !name.isEmpty() && contact.fullName != name && m_id.isValid())
        return nameAnew(contact);
    m_done(SentContact{std::move(contact), m_change});
}

// Its first answer shows that the account knows `name` alone, and has passed over the two that were sent.
void ContactSender::nameAnew(const RemoteContact &contact)
{
    m_isWhole = true;
    write(only(m_change, {u"firstName"_s, u"lastName"_s}),
          [self = shared_from_this(), contact](Result<RemoteContact> result) {
              if (result)
                  return self->succeed(std::move(*result));
              if (result.error().kind == ErrorKind::OutcomeUnknown)
                  return self->m_done(result.error());
              self->m_done(SentContact{contact, self->m_change});
          });
}

void ContactSender::learn(const RemoteContact &contact)
{
    static constexpr std::tuple<const char16_t *, std::optional<QString> ContactChange::*,
                                std::optional<QString> RemoteContact::*>
        shown[] = {{u"gender", &ContactChange::gender, &RemoteContact::gender},
                   {u"city", &ContactChange::city, &RemoteContact::city},
                   {u"province", &ContactChange::province, &RemoteContact::province},
                   {u"region", &ContactChange::region, &RemoteContact::region}};
    m_state.learn([&](Capabilities &known) {
        for (const QString &key : std::as_const(m_dropped)) {
            if (!known.refuses(scope + key))
                known.refusedNames.append(scope + key);
        }
        if (m_isWhole)
            known.wholeNames = Known::Yes;
        const auto take = [&known](const QString &key) {
            if (!known.takenKeys.contains(key))
                known.takenKeys.append(key);
        };
        for (const auto &[key, sent, answered] : shown) {
            if (!(m_change.*sent).value_or(QString()).isEmpty() && m_change.*sent == contact.*answered)
                take(QString::fromUtf16(key));
        }
        if (!m_change.customFields.value_or(QList<RemoteValue>()).isEmpty() && !contact.customFields.isEmpty())
            take(u"customFields"_s);
    });
}

} // namespace Elenco
