import { disabledByDefault } from './checks/disabledByDefault';
import { hiddenLeavers } from './checks/hiddenLeavers';
import type { GuardFinding } from './guard';

/** By guard, the code of the extract problem that reports the same people. */
const PROBLEM_OF_GUARD: ReadonlyMap<string, string> = new Map([
  [hiddenLeavers.id, 'value.status.left-out'],
  [disabledByDefault.id, 'value.status.by-default'],
]);

/** The codes of the problems that these findings already report. */
export function saidByGuards(findings: readonly GuardFinding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ id, decision, isUncertain }) =>
      decision === 'pass' || isUncertain === true ? [] : (PROBLEM_OF_GUARD.get(id) ?? []),
    ),
  );
}
