// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"

namespace Elenco::Practice {

/// Whether `fault` can do anything to this request: pages are shifted when pages are asked for, bodies dropped when
/// there is one, contacts and lists deleted when the request is about some. Other faults always can.
bool canStrike(Fault fault, const Service &service, const Request &request);
/// Does what others do just before the request is applied: ContactDeleted, ListDeleted, BodyDropped.
void happenMeanwhile(Fault fault, Service &service, Request *request);

} // namespace Elenco::Practice
