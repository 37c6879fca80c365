// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace Elenco {

/// Brings the workspace and the gateway into step, and says what went and came. With --dry-run: says what would be
/// sent, and asks nobody anything.
int syncCommand(const QStringList &arguments, const CommandContext &context);
/// What is not over there yet, a line each.
int outboxCommand(const QStringList &arguments, const CommandContext &context);
/// What a person has to choose.
int conflictsCommand(const QStringList &arguments, const CommandContext &context);
int resolveCommand(const QStringList &arguments, const CommandContext &context);
/// The sync log, the newest line first.
int logCommand(const QStringList &arguments, const CommandContext &context);

inline constexpr char syncUsage[] = "sync [--once] [--dry-run] [--missing again|trash] [--same-account] [--region IT] "
                                    "[--gateway ROOT] [--key-from env:NAME|keychain|file:PATH] [--user NAME] "
                                    "[--plan production|trial] [--ca FILE.pem] [--trace]";
inline constexpr char outboxUsage[] = "outbox [--limit N]";
inline constexpr char conflictsUsage[] = "conflicts [--limit N]";
inline constexpr char resolveUsage[] = "resolve ID mine|theirs|FIELD=VALUE... [--region IT]";
inline constexpr char logUsage[] = "log [--limit N]";

} // namespace Elenco
