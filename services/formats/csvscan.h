// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#if defined(__SSE2__) || defined(_M_X64)
#include <bit>
#include <emmintrin.h>
#define ELENCO_SSE2
#endif

namespace Elenco {

/// Bytes that may be read (not used) behind the end that findAny() is given.
inline constexpr size_t ScanPadding = 16;

/// The first of three bytes in [at, end), or `end`. ScanPadding bytes behind `end` must be readable.
inline const char *findAny(const char *at, const char *end, char a, char b, char c)
{
#ifdef ELENCO_SSE2
    const __m128i first = _mm_set1_epi8(a);
    const __m128i second = _mm_set1_epi8(b);
    const __m128i third = _mm_set1_epi8(c);
    for (; at < end; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second)),
                                          _mm_cmpeq_epi8(bytes, third));
        if (const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits))) {
            const char *hit = at + std::countr_zero(mask);
            return hit < end ? hit : end;
        }
    }
    return end;
#else
    while (at < end && *at != a && *at != b && *at != c)
        ++at;
    return at;
#endif
}

/// Whether one of the line ends that only plain text has ends with the byte at `at`: VT, FF, FS, GS, RS, or NEL, LS, PS
/// in UTF-8.
inline bool isTextLineEnd(const char *start, const char *at)
{
    const auto byte = static_cast<unsigned char>(*at);
    if (byte == 0x0B || byte == 0x0C || (byte >= 0x1C && byte <= 0x1E))
        return true;
    if (byte == 0x85)
        return at > start && at[-1] == '\xC2';
    return (byte == 0xA8 || byte == 0xA9) && at - start >= 2 && at[-1] == '\x80' && at[-2] == '\xE2';
}

} // namespace Elenco
