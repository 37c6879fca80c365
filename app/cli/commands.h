// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace Elenco {

// The commands that work on a workspace. What each prints with --json is said in README.md.

int importCommand(const QStringList &arguments, const CommandContext &context);
int contactsCommand(const QStringList &arguments, const CommandContext &context);
int listsCommand(const QStringList &arguments, const CommandContext &context);
int layoutsCommand(const QStringList &arguments, const CommandContext &context);
int exportCommand(const QStringList &arguments, const CommandContext &context);
int historyCommand(const QStringList &arguments, const CommandContext &context);
int undoCommand(const QStringList &arguments, const CommandContext &context);
int checkCommand(const QStringList &arguments, const CommandContext &context);
/// Builds a damaged workspace anew (store/recovery/rescue.h); the one named, else the one of the options.
int rescueCommand(const QStringList &arguments, const CommandContext &context);

inline constexpr char importUsage[] =
    "import FILE... [--together] [--list NAME] [--tag T] [--duplicates skip|update|fill|keep] [--map COLUMN=field] "
    "[--accept-guesses] "
    "[--region IT] "
    "[--rehearse]"
    " [--accept-repairs] [--keep-apart ROW] [--add-existing] [--problems FILE.csv] [--encoding NAME] [--delimiter C] "
    "[--header yes|no] [--sheet NAME|NUMBER] [--within-room]";
inline constexpr char contactsUsage[] =
    "contacts [QUERY] [--list NAME] [--sort KEYS] [--limit N] [--offset N] [--count]";
inline constexpr char listsUsage[] = "lists [--test NAME | --no-test NAME]";
inline constexpr char layoutsUsage[] = "layouts [--forget N]";
inline constexpr char exportUsage[] = "export FILE.xlsx|.csv|.vcf|.jsonl [QUERY] [--list NAME] [--columns FIELD,…] "
                                      "[--plain] [--vcard 3.0|4.0|own]";
inline constexpr char historyUsage[] = "history [--limit N]";
inline constexpr char undoUsage[] = "undo [ID]";
inline constexpr char checkUsage[] = "check";
inline constexpr char rescueUsage[] = "rescue [FILE]";

} // namespace Elenco
