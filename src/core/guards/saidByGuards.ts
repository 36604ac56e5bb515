import { disabledByDefault } from './checks/disabledByDefault';
import { hiddenLeavers } from './checks/hiddenLeavers';
import type { GuardFinding } from './guard';

/** Problems of an extract that a guard says when it strikes, with the same people. */
const SAME: ReadonlyMap<string, string> = new Map([
  [hiddenLeavers.id, 'value.status.left-out'],
  [disabledByDefault.id, 'value.status.by-default'],
]);

/** The codes of problems that need not be said beside these findings. */
export function saidByGuards(findings: readonly GuardFinding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ id, decision, isUncertain }) =>
      decision === 'pass' || isUncertain === true ? [] : (SAME.get(id) ?? []),
    ),
  );
}
