// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/json.h"

namespace Elenco {

/// Fills a JsonDocument; one use.
class JsonParser
{
public:
    explicit JsonParser(JsonDocument &document);
    bool run();

private:
    static constexpr int deepest = 64;
    static constexpr size_t mostNodes = 4'000'000; ///< 80 MB; a page of 1,000 contacts has some 40,000

    bool value(int depth);
    bool object(quint32 node, int depth);
    bool array(quint32 node, int depth);
    bool string();
    bool number();
    bool word(std::string_view text, JsonValue::Type type);

    void skipBlanks();
    bool take(char c);
    quint32 begin(JsonValue::Type type);
    void close(quint32 node);

    JsonDocument &m_document;
    const char *m_text;
    quint32 m_at = 0;
    quint32 m_size;
};

} // namespace Elenco
