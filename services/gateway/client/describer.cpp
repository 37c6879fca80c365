// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/describer.h"

#include "gateway/client/answershape.h"
#include "gateway/json/contactjson.h"
#include "gateway/json/listjson.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

/// One question.
struct Look {
    enum class Id { None, Contact, List, Nobody };
    QString (*prefix)(QStringView);
    const char16_t *path;
    Id id = Id::None;
    const char16_t *parameter = nullptr; ///< one that no gateway has
};
const std::array looks{
    Look{gatewayPath, u"/contacts"},
    Look{gatewayPath, u"/contacts/{id}", Look::Id::Contact},
    Look{gatewayPath, u"/contacts/list"},
    Look{gatewayPath, u"/contacts/list/{id}", Look::Id::List},
    Look{gatewayPath, u"/contacts/list/{id}/contacts", Look::Id::List},
    Look{subscriptionPath, u"/contacts"},
    Look{subscriptionPath, u""},
    Look{subscriptionPath, u"/credit"},
    Look{gatewayPath, u"/campaigns"},
    Look{gatewayPath, u"/exports"},
    // How it refuses.
    Look{gatewayPath, u"/contacts/{id}", Look::Id::Nobody},
    Look{gatewayPath, u"/contacts", Look::Id::None, u"elencoUnknownParameter"},
};

// Names of custom fields are somebody's own words, wherever they stand.
QString masked(const QString &text)
{
    for (const QLatin1StringView own : {"customFields."_L1, "custom:"_L1, "extra:"_L1}) {
        if (const qsizetype at = text.indexOf(own); at >= 0)
            return text.left(at + own.size()) + u'*';
    }
    return text;
}

void writeMasked(JsonWriter &json, JsonValue value)
{
    if (value.isObject()) {
        json.beginObject();
        for (JsonCursor member(value); member; member.next()) {
            const std::string_view key = member.key();
            json.key(QString::fromUtf8(key));
            writeMasked(json, member.value());
        }
        json.endObject();
    } else if (value.isArray()) {
        json.beginArray();
        for (JsonCursor each(value); each; each.next())
            writeMasked(json, each.value());
        json.endArray();
    } else if (value.type() == JsonValue::Type::Text) {
        json.text(masked(value.text()));
    } else {
        json.raw(QByteArrayView(value.raw().data(), qsizetype(value.raw().size())));
    }
}

template <typename Row>
RemoteId firstIdOf(const QByteArray &body, Row (*read)(JsonValue, Misfit &))
{
    const auto page = pageFromJson<Row>(body, {"content", "contacts"}, read, [](const Row &) { return true; });
    return page && !page->rows.isEmpty() ? page->rows.first().id : RemoteId();
}

} // namespace

Describer::Describer(ClientState &state) : m_state(state), m_flow(state.begin<QByteArray>())
{
    m_json.beginObject().key(u"calls").beginArray();
}

Task<QByteArray> Describer::start(ClientState &state)
{
    const std::shared_ptr<Describer> describer(new Describer(state));
    auto task = describer->m_flow->task();
    describer->look(0);
    return task;
}

void Describer::look(size_t index)
{
    if (index == looks.size())
        return finish();
    const Look &which = looks[index];
    Request request = readRequest(which.prefix(which.path), Priority::Person);
    request.anyType = true;
    switch (which.id) {
    case Look::Id::None: break;
    case Look::Id::Contact: request.id = m_contact; break;
    case Look::Id::List: request.id = m_list; break;
    case Look::Id::Nobody: request.id = {u"999999999999"_s}; break;
    }
    if (which.id != Look::Id::None && !isUsableId(request.id))
        return look(index + 1); // there is nobody to ask for
    if (which.parameter)
        request.ask(QString::fromUtf16(which.parameter), u"1"_s);
    const QString call = request.path + (which.parameter ? u"?"_s + QString::fromUtf16(which.parameter) : QString());
    const auto isAnswered = std::make_shared<bool>(false);
    request.answeredWith = [self = shared_from_this(), call, index, isAnswered](const HttpAnswer &answer) {
        if (answer.failure || answer.status == 429 || *isAnswered)
            return;
        *isAnswered = true;
        self->note(call, answer);
        if (index == 0)
            self->m_contact = firstIdOf<RemoteContact>(answer.body, contactFromJson);
        else if (call.endsWith("/contacts/list"_L1))
            self->m_list = firstIdOf<RemoteList>(answer.body, listFromJson);
    };
    m_flow->step<void>(
        request, ignoredAnswer, [self = shared_from_this(), index, isAnswered](const Result<void> &result) {
            const bool isHopeless = !result && (!*isAnswered || result.error().kind == ErrorKind::KeyRefused);
            isHopeless ? self->m_flow->finish(result.error()) : self->look(index + 1);
        });
}

void Describer::note(const QString &call, const HttpAnswer &answer)
{
    m_json.beginObject().key(u"call").text(u"GET "_s + call).key(u"status").integer(answer.status);
    m_json.key(u"type").text(QString::fromLatin1(answer.header("Content-Type")).left(80));
    m_json.key(u"isLimited").boolean(!answer.header("X-RateLimit-Limit").isEmpty());
    if (const auto document = JsonDocument::parse(answer.body)) {
        writePageNumbers(m_json.key(u"says"), document->root());
        writeShape(m_json.key(u"shape"), document->root());
    } else {
        m_json.key(u"bytes").integer(answer.body.size());
    }
    m_json.endObject();
}

void Describer::finish()
{
    m_json.endArray().key(u"known");
    const auto known = JsonDocument::parse(m_state.capabilities.toJson());
    writeMasked(m_json, known->root());
    m_json.endObject();
    m_flow->finish(m_json.json());
}

} // namespace Elenco
