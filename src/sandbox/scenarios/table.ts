import { accidentalDeletions } from './accidentalDeletions';
import { agentDown } from './agentDown';
import { healthy } from './healthy';
import { captivePortal } from './captivePortal';
import { deletedJob } from './deletedJob';
import { expiredSignIn } from './expiredSignIn';
import { halfFail } from './halfFail';
import { lateLog } from './lateLog';
import { lostAnswers } from './lostAnswers';
import { messyLog } from './messyLog';
import { missingPermission } from './missingPermission';
import { pausedJob } from './pausedJob';
import { quarantinedJob } from './quarantinedJob';
import { quotaUsedUp } from './quotaUsedUp';
import { restartedJob } from './restartedJob';
import type { Scenario } from './scenario';
import { slowLog } from './slowLog';
import { takenNames } from './takenNames';
import { throttled } from './throttled';
import { unreadableLog } from './unreadableLog';
import { unverifiedDomain } from './unverifiedDomain';
import { wrongClock } from './wrongClock';

/** All scenarios, in display order. The first is the default. */
export const scenarios: readonly [Scenario, ...Scenario[]] = [
  healthy,
  throttled,
  quotaUsedUp,
  pausedJob,
  quarantinedJob,
  restartedJob,
  deletedJob,
  expiredSignIn,
  missingPermission,
  unreadableLog,
  slowLog,
  lateLog,
  messyLog,
  agentDown,
  accidentalDeletions,
  takenNames,
  unverifiedDomain,
  lostAnswers,
  halfFail,
  captivePortal,
  wrongClock,
];

/** The name that the healthy scenario had in earlier versions: scripts and saved settings may contain it. */
const EARLIER_NAME = 'calm';

export function findScenario(name: string): Scenario | undefined {
  return name === EARLIER_NAME ? healthy : scenarios.find((scenario) => scenario.name === name);
}
