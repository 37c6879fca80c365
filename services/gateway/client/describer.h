// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/clientstate.h"

namespace Elenco {

/// Reads one answer of each kind and writes down what it looks like (Client::describe).
class Describer : public std::enable_shared_from_this<Describer>
{
public:
    static Task<QByteArray> start(ClientState &state);

private:
    explicit Describer(ClientState &state);

    void look(size_t index);
    void note(const QString &call, const HttpAnswer &answer);
    void finish();

    ClientState &m_state;
    std::shared_ptr<Flow<QByteArray>> m_flow;
    JsonWriter m_json;
    RemoteId m_contact, m_list; ///< of the first rows
};

} // namespace Elenco
