// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "formats/textencoding.h"

#include <QString>

#include <string_view>

namespace Elenco {

/// Refuses what is no text of ours, by its first bytes: workbooks in XML (Unsupported), pictures, programs, archives,
/// web pages and other binary data (NotRecognised). `start` is the first part of the file.
Result<void> refuseForeignFile(const QString &path, std::string_view start, const EncodingGuess &encoding);

/// Whether the text (the first part of a file, as UTF-8 or anything that ASCII is part of) is a file of vCards.
bool looksLikeCards(std::string_view text);

} // namespace Elenco
