// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Elenco::Practice {

/// `bytes` as a gzip member (RFC 1952), packed quickly rather than small.
QByteArray gzip(const QByteArray &bytes);

} // namespace Elenco::Practice
