// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco {

/// Gives the running program the name that its settings and files go by; the same for both programs.
void nameApplication();

/// The workspace that is opened when none is named: one file in the user's data folder.
QString defaultWorkspacePath();
/// The address book that is there for practising, apart from everybody's own.
QString practiceWorkspacePath();

} // namespace Elenco
