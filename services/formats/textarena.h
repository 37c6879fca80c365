// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace Elenco {

/// Text that stays where it is until clear(): lets a card hold views without an allocation a value.
class TextArena
{
public:
    /// Room for `size` bytes; give back with commit() what is used of it.
    char *reserve(size_t size)
    {
        while (m_block < m_blocks.size() && m_blocks[m_block].size - m_used < size) {
            ++m_block;
            m_used = 0;
        }
        if (m_block == m_blocks.size()) {
            const size_t blockSize = std::max(size, FirstBlock);
            m_blocks.push_back({std::make_unique<char[]>(blockSize), blockSize});
            m_used = 0;
        }
        return m_blocks[m_block].bytes.get() + m_used;
    }
    std::string_view commit(size_t size)
    {
        const std::string_view text(m_blocks[m_block].bytes.get() + m_used, size);
        m_used += size;
        return text;
    }
    std::string_view add(std::string_view text)
    {
        char *to = reserve(text.size());
        if (!text.empty())
            std::memcpy(to, text.data(), text.size());
        return commit(text.size());
    }
    /// Forgets all text; keeps the first block, so that one large card does not hold its memory for ever.
    void clear()
    {
        if (m_blocks.size() > 1)
            m_blocks.resize(1);
        m_block = 0;
        m_used = 0;
    }

private:
    static constexpr size_t FirstBlock = 1 << 14;
    struct Block {
        std::unique_ptr<char[]> bytes;
        size_t size = 0;
    };
    std::vector<Block> m_blocks;
    size_t m_block = 0;
    size_t m_used = 0;
};

} // namespace Elenco
