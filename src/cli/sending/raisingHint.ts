import { join } from 'node:path';
import type { GuardFinding } from '../../core/guards/guard';
import { LIMIT_NAMES } from '../../core/guards/limitTable';
import { findStateFolder } from '../../files/stateFolder';
import { LIMITS_FILE } from '../guardLimits';
import type { Terminal } from '../terminal/terminal';

/** Where to set the limits that guards suggest raising; empty if no guard does. */
export function raisingHint(findings: readonly GuardFinding[], env: Terminal['env']): readonly string[] {
  const stops = findings.filter(({ decision }) => decision === 'stop');
  const named = LIMIT_NAMES.filter((name) => stops.some(({ message }) => message.includes(`raise ${name}`)));
  const folder = findStateFolder(env);
  if (named.length === 0 || folder === undefined) return [];
  const [it, them] = named.length === 1 ? ['it is', 'it'] : ['they are', 'them'];
  return [
    `${named.join(' and ')}: ${it} set in ${join(folder, LIMITS_FILE)} (see docs/guards.md). If you raise ${them}, lower ${them} again afterwards.`,
  ];
}
