// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

namespace Elenco {

/// Turns Ctrl+C (and SIGTERM) into a stop request for as long as it lives; a second Ctrl+C ends the program at once.
/// Made before any other thread.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
};

} // namespace Elenco
