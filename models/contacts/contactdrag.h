// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"

#include <QMimeData>

#include <memory>
#include <optional>
#include <vector>

namespace Elenco {

/// Contacts on their way from the table to a list: ids under a type of our own, with the workspace they belong to,
/// so that another window's contacts are not taken for ours.
QString contactDragType();
std::unique_ptr<QMimeData> contactDrag(const std::vector<ContactId> &ids, const QString &workspace);
/// Nothing when the data is not of this type, not of this workspace, or not whole.
std::optional<std::vector<ContactId>> draggedContacts(const QMimeData *data, const QString &workspace);

/// The local files of a drag from a file manager; empty when there are none, or any is not a local file.
QStringList draggedFiles(const QMimeData *data);

} // namespace Elenco
