// Readiness: whether it is the time for a follow-up. Some gaps come later than others: what changed
// since is asked when it is known what came of it.
#pragma once

#include "interviewer/account_view.hpp"
#include "interviewer/wording.hpp"

namespace barometer {

// 1: now as well as ever; less: too early, or not after this account; more: it is due.
double readiness(const Wording& one, const AccountView& view);

}  // namespace barometer
