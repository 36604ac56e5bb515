import { disabledByDefault } from './checks/disabledByDefault';
import { hiddenLeavers } from './checks/hiddenLeavers';
import type { GuardFinding } from './guard';

/** Problems of an extract that a guard also reports, for the same people. */
const SAME: ReadonlyMap<string, string> = new Map([
  [hiddenLeavers.id, 'value.status.left-out'],
  [disabledByDefault.id, 'value.status.by-default'],
]);

/** The codes of problems that these findings already cover. */
export function saidByGuards(findings: readonly GuardFinding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ id, decision, isUncertain }) =>
      decision === 'pass' || isUncertain === true ? [] : (SAME.get(id) ?? []),
    ),
  );
}
