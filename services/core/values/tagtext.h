// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// The tags of a cell, none of them twice: parted by , ; | where a table has them ("vip;\"gold, oro\"", where quotes
/// hold a tag together), and by Google's " ::: ", which is the only mark of a card's.
std::vector<std::string> readTags(std::string_view text, bool isTable = true);
/// One cell that readTags() takes apart into the same tags.
std::string tagsText(const std::vector<std::string> &tags);

} // namespace Elenco
