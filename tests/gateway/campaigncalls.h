// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls below /campaigns (gateway.md, section 5).
Answer pageOfCampaigns(Service &service, const Call &call);
Answer createCampaign(Service &service, const Call &call);
Answer readCampaign(Service &service, const Call &call);
Answer changeCampaign(Service &service, const Call &call);
/// Spends money; kept in the log as a danger.
Answer confirmCampaign(Service &service, const Call &call);

} // namespace Elenco::Practice
