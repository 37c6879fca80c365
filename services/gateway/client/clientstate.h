// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/channel.h"
#include "gateway/client/client.h"
#include "gateway/client/flow.h"
#include "gateway/client/pagespelling.h"
#include "gateway/json/pagejson.h"

namespace Elenco {

/// The two prefixes below the root (gateway.md section 1).
QString gatewayPath(QStringView below);
QString subscriptionPath(QStringView below = {});

class Multipart;

/// A file on its way, in a form for any state of knowledge.
struct UploadForm {
    QString scope; ///< of the names in Capabilities::refusedNames: "table"
    QString path;
    QString fileName;
    std::function<Multipart(const Capabilities &)> build;
};

/// A contact as the last answer shows it, and what of a wish was taken.
struct SentContact {
    RemoteContact contact;
    ContactChange change;
};

/// A question for one page of some kind: a request for any state of knowledge.
struct PageQuestion {
    PageKind kind;
    PageRequest page;
    std::function<Request(const Capabilities &)> build;
    Capabilities *own = nullptr; ///< what is known and learned instead of the client's; outlives the call
};

/// What a Client is made of, and what its calls share.
class ClientState
{
public:
    ClientState(Client *client, Account account, Credential credential, Capabilities capabilities,
                ClientSurroundings surroundings);

    const Account &account() const { return channel.account(); }

    template <typename T>
    std::shared_ptr<Flow<T>> begin()
    {
        return Flow<T>::begin(client, channel);
    }
    /// A call of one request.
    template <typename T>
    Task<T> run(Request request, std::function<Result<T>(const HttpAnswer &)> decode)
    {
        auto flow = begin<T>();
        auto task = flow->task();
        flow->template step<T>(std::move(request), std::move(decode),
                               [flow = flow.get()](Result<T> result) { flow->finish(std::move(result)); });
        return task;
    }
    /// A call that is refused before anything leaves.
    template <typename T>
    Task<T> refuse(Error error)
    {
        return Task<T>::finished(client, std::move(error));
    }

    /// Changes what is known of the account; says so if it is news.
    void learn(const std::function<void(Capabilities &)> &change);
    /// One page, asked for in the account's form, and in another one after a 400; remembers the one that was taken.
    template <typename T, typename Row>
    void readPage(Flow<T> *flow, const PageQuestion &question, Flow<T>::template Decode<Page<Row>> decode,
                  Flow<T>::template Next<Page<Row>> next)
    {
        const bool keepsOrder = question.page.page > 0 && capabilities.sortById == Known::Yes;
        tryPage<T, Row>(flow, std::make_shared<PageTrial<T, Row>>(PageTrial<T, Row>{
                                  question,
                                  std::move(decode),
                                  std::move(next),
                                  PageSpelling(question.kind, question.own ? *question.own : capabilities, keepsOrder),
                                  {}}));
    }
    /// A call of one page.
    template <typename Row>
    Task<Page<Row>> runPage(const PageQuestion &question, std::function<Result<Page<Row>>(const HttpAnswer &)> decode)
    {
        auto flow = begin<Page<Row>>();
        auto task = flow->task();
        readPage<Page<Row>, Row>(flow.get(), question, std::move(decode),
                                 [flow = flow.get()](Result<Page<Row>> page) { flow->finish(std::move(page)); });
        return task;
    }
    /// Readers of answers about contacts, which also learn how the account gives names: the client, or `own`.
    std::function<Result<Page<RemoteContact>>(const HttpAnswer &)> contactRows(const RemoteContactQuery &query,
                                                                               Capabilities *own = nullptr);
    std::function<Result<RemoteContact>(const HttpAnswer &)> oneContact();
    Task<Page<RemoteContact>> contactPage(const PageKind &kind, const QString &path, const RemoteId &id,
                                          const RemoteContactQuery &query, Priority priority);

    /// Has a list made (no id) or changed.
    Task<RemoteList> sendList(const RemoteId &id, const ListChange &change, Priority priority);
    /// After an update: what is still there of what it cleared is cleared in the other way, and the flow ended.
    void clearOtherwise(Flow<ContactUpdate> *flow, const RemoteId &id, const SentContact &sent, Priority priority);

    /// Sends a file in a form that the account takes; `note` remembers what its answer shows.
    Task<UploadOutcome> upload(const UploadForm &form, Priority priority,
                               std::function<void(Capabilities &, Known)> note);

private:
    template <typename T, typename Row>
    struct PageTrial {
        PageQuestion question;
        Flow<T>::template Decode<Page<Row>> decode;
        Flow<T>::template Next<Page<Row>> next;
        PageSpelling spelling;
        QString words;
    };

    template <typename T, typename Row>
    void tryPage(Flow<T> *flow, const std::shared_ptr<PageTrial<T, Row>> &trial)
    {
        Request request = trial->question.build(trial->spelling.now());
        request.refusedWith = [trial](const QString &words) { trial->words = words; };
        trial->words.clear();
        const Request sent = request;
        const auto learned = [this, trial](const std::function<void(Capabilities &)> &change) {
            if (Capabilities *const own = trial->question.own)
                change(*own);
            else
                learn(change);
        };
        flow->template step<Page<Row>>(
            std::move(request), trial->decode, [this, flow, trial, sent, learned](Result<Page<Row>> page) {
                const bool isRefused = !page && page.error().kind == ErrorKind::Refused;
                if (isRefused && trial->spelling.change(sent, trial->words))
                    return tryPage<T, Row>(flow, trial);
                learned([&](Capabilities &known) {
                    if (isRefused)
                        trial->spelling.doubt(known);
                    if (!page)
                        return;
                    if (trial->spelling.isChanged())
                        trial->spelling.adopt(known);
                    trial->question.kind.learn(known, trial->question.page, page->rowsGiven, page->echo);
                });
                trial->next(std::move(page));
            });
    }

    void tryList(Flow<RemoteList> *flow, const RemoteId &id, const ListChange &change, bool isLess, Priority priority);
    void tryUpload(Flow<UploadOutcome> *flow, const UploadForm &form, const Capabilities &known, Priority priority,
                   const std::function<void(Capabilities &, Known)> &note);

public:
    Client *client;
    std::function<double()> random;
    std::shared_ptr<Clock> clock;
    Capabilities capabilities;
    Channel channel;
};

/// A read of `path`, below either prefix.
Request readRequest(const QString &path, Priority priority);
/// A write, which is not sent again after an unknown outcome.
Request writeRequest(const QByteArray &verb, const QString &path, const QByteArray &body, Priority priority);

/// InvalidInput about an id that can't stand in an address.
Error unusableId(const RemoteId &id);
/// An answer whose content does not matter.
Result<void> ignoredAnswer(const HttpAnswer &answer);
/// An answer that says that something was done, and not what it is like now: {"status":"success"}, or a 204.
bool isSilent(const HttpAnswer &answer);
/// One record of an answer.
template <typename T>
std::function<Result<T>(const HttpAnswer &)> oneOf(T (*read)(JsonValue, Misfit &))
{
    return [read](const HttpAnswer &answer) -> Result<T> {
        const auto document = JsonDocument::parse(answer.body);
        Misfit misfit;
        if (!document)
            return Error{ErrorKind::UnreadableAnswer, {}, {}};
        T value = read(payload(document->root()), misfit);
        if (misfit)
            return misfit.error();
        return value;
    };
}
/// Ids as one parameter.
QString joined(const QList<RemoteId> &ids);
QString boolText(const std::optional<bool> &value);

} // namespace Elenco
