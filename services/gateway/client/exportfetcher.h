// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/clientstate.h"

namespace Elenco {

/// Has the gateway make a file of contacts, waits until it is there and fetches it (Client::fetchExport): 202, then
/// looks every five seconds, then its address, then the file without the key. One that has expired is made again, once.
/// An account that shows no list of its files is asked for the one that the order's answer named.
class ExportFetcher : public std::enable_shared_from_this<ExportFetcher>
{
public:
    using Sink = std::function<bool(QByteArrayView)>;
    static Task<qint64> fetch(ClientState &state, const ExportQuery &query, Sink sink);

private:
    ExportFetcher(ClientState &state, Sink sink);

    void readBefore(const ExportQuery &query);
    void order(const ExportQuery &query);
    void wait();
    void look();
    void judge(const Page<ExportJob> &page);
    void readAddress();
    void renew();
    void download(const QUrl &url);
    void readJobs(std::function<void(Result<Page<ExportJob>>)> next);

    ClientState &m_state;
    std::shared_ptr<Flow<qint64>> m_flow;
    Sink m_sink;
    RemoteId m_id;            ///< of the file; none: the order's answer did not name it
    QList<RemoteId> m_before; ///< files that were there before
    std::unique_ptr<Alarm> m_alarm;
    int m_looks = 0;
    bool m_isListed = true; ///< the account shows which files there are
    bool m_wasRenewed = false;
};

} // namespace Elenco
