// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/gzip.h"

#include <QtEndian>

#include <array>

namespace Elenco::Practice {

namespace {

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) ? 0xedb88320u ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

quint32 crc32(const QByteArray &bytes)
{
    static constexpr std::array<quint32, 256> table = crcTable();
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

} // namespace

QByteArray gzip(const QByteArray &bytes)
{
    // qCompress() gives the size (4 bytes), a zlib header (2), the deflated bytes, and Adler-32 (4); the deflated
    // bytes are the same in both formats, so Qt's own zlib serves.
    const QByteArray packed = qCompress(bytes, 1);
    QByteArray member("\x1f\x8b\x08\0\0\0\0\0\x04\xff", 10);
    member += QByteArrayView(packed).sliced(6, packed.size() - 10);
    char trailer[8];
    qToLittleEndian(crc32(bytes), trailer);
    qToLittleEndian(static_cast<quint32>(bytes.size()), trailer + 4);
    return member.append(trailer, sizeof trailer);
}

} // namespace Elenco::Practice
