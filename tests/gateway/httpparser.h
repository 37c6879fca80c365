// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/request.h"

#include <optional>

namespace Elenco::Practice {

struct HttpLimits {
    int headerBytes = 32 * 1024;
    int bodyBytes = 10'000'000;
};

/// Bytes in, requests out: HTTP/1.1 and 1.0 as RFC 9112 has them, Content-Length and chunked bodies. What could be
/// read in two ways (two lengths, a length beside chunks, folded headers) is refused, as the RFC asks of servers.
class HttpParser
{
public:
    enum class Result {
        NeedsMore,   ///< feed() more
        WantsToSend, ///< the header is whole, it says Expect: 100-continue; read on with next()
        Complete,    ///< take() the request
        Refused,     ///< status() says why; the connection can't be used any more
    };

    explicit HttpParser(const HttpLimits &limits) : m_limits(limits) {}

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    Result next();
    /// The request that next() completed; what was pipelined behind it stays.
    Request take();
    /// 400, 413, 414, 417, 431, 501 or 505.
    int status() const { return m_status; }
    /// A request has begun and is not whole.
    bool isInside() const { return m_stage != Stage::Line || !m_buffer.isEmpty(); }
    /// Whether the client keeps the connection after the request that was completed last.
    bool keepsAlive() const { return m_keepsAlive; }

private:
    enum class Stage { Line, Header, Body, ChunkSize, Chunk, ChunkEnd, Trailer, Whole, Refused };

    Result refuse(int status);
    /// A line without its end, none: it is not whole. Refuses it when it and what came before is too long.
    std::optional<QByteArray> line(int tooLong);
    bool readLine();
    bool readHeader();
    bool readField(const QByteArray &text);
    bool beginBody();
    bool readBody();
    bool readChunkSize();
    bool readChunkEnd();
    bool readTrailer();

    HttpLimits m_limits;
    QByteArray m_buffer;
    Request m_request;
    Stage m_stage = Stage::Line;
    qint64 m_wanted = 0; ///< bytes of the body or of the chunk that are to come
    int m_headerBytes = 0;
    int m_status = 0;
    bool m_keepsAlive = true;
    bool m_expects = false;
};

} // namespace Elenco::Practice
