// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/channel.h"
#include "gateway/client.h"
#include "gateway/flow.h"
#include "gateway/pagejson.h"

namespace Elenco {

/// The two prefixes below the root (gateway.md section 1).
QString gatewayPath(QStringView below);
QString subscriptionPath(QStringView below = {});

class Multipart;

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
    /// What a page shows about how the account counts; `style` is the one of its kind of rows.
    void learnPaging(PagingStyle Capabilities::*style, const PageRequest &asked, int rowsGiven, const PageEcho &echo);
    /// The parameters that ask for a part, in the account's form.
    void askPage(Request &request, const PageRequest &page, PagingStyle Capabilities::*style) const;
    /// The limit that askPage() writes.
    int limitOf(const PageRequest &page) const;
    Task<Page<RemoteContact>> contactPage(const QString &path, const RemoteId &id, const RemoteContactQuery &query,
                                          Priority priority);

    Task<UploadOutcome> upload(const QString &path, const QString &fileName, const Multipart &form, Priority priority,
                               std::function<void(Capabilities &, Known)> note);

    Client *client;
    std::function<double()> random;
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
