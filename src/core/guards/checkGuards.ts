import { guards } from './checks/table';
import type { Guard, GuardDecision, GuardFinding } from './guard';
import type { GuardFacts, OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** The findings of all guards for a plan, ordered by guard id, including those that pass. */
export function checkGuards(facts: GuardFacts, limits: GuardLimits): readonly GuardFinding[] {
  return guards.map((guard) => checkGuard(guard, facts, limits));
}

/** The finding of one guard. */
export function checkGuard<Facts extends OwnFacts>(
  guard: Guard<Facts>,
  facts: Facts,
  limits: GuardLimits,
): GuardFinding {
  const finding: GuardFinding = { id: guard.id, ...guard.check(facts, limits) };
  return finding.decision === 'type' && facts.plan.target.kind === 'sandbox' ? asQuestion(finding) : finding;
}

/** On a sandbox, a question is enough, because no real person is affected. */
function asQuestion({ typed: _, ...finding }: GuardFinding): GuardFinding {
  return { ...finding, decision: 'ask' };
}

const STRICTNESS: readonly GuardDecision[] = ['pass', 'ask', 'type', 'stop'];

/** The strictest of all decisions. */
export function decisionOf(findings: readonly Pick<GuardFinding, 'decision'>[]): GuardDecision {
  const strictest = Math.max(0, ...findings.map(({ decision }) => STRICTNESS.indexOf(decision)));
  return STRICTNESS[strictest] ?? 'stop';
}
