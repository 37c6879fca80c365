// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/refusal.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace Elenco::Practice {

struct Manner;

/// What a call answers, before it is HTTP.
struct Answer {
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// A refusal in the words of a dialect.
Answer answerOf(const Refusal &refusal, const Manner &manner);

/// How an answer is put on the wire.
struct AnswerForm {
    bool hasBody = true;       ///< false for HEAD: the length is told, the body is not
    bool isCompressed = false; ///< the client takes gzip; small bodies stay as they are
    bool isChunked = false;
    bool closes = false;
};
QByteArray httpBytes(const Answer &answer, const AnswerForm &form);
/// "Not Found" for 404.
QByteArray reasonOf(int status);

} // namespace Elenco::Practice
