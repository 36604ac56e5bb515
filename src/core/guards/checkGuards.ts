import { guards } from './checks/table';
import type { Guard, GuardDecision, GuardFinding } from './guard';
import type { GuardFacts, OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** The findings of every guard for a plan, in the order of their ids, including those that pass. */
export function checkGuards(facts: GuardFacts, limits: GuardLimits): readonly GuardFinding[] {
  return guards.map((guard) => checkGuard(guard, facts, limits));
}

/** What one guard says. */
export function checkGuard<Facts extends OwnFacts>(
  guard: Guard<Facts>,
  facts: Facts,
  limits: GuardLimits,
): GuardFinding {
  const finding: GuardFinding = { id: guard.id, ...guard.check(facts, limits) };
  return finding.decision === 'type' && facts.plan.target.kind === 'sandbox' ? askedOnly(finding) : finding;
}

/** A sandbox harms nobody, so asking is enough. */
function askedOnly({ typed: _, ...finding }: GuardFinding): GuardFinding {
  return { ...finding, decision: 'ask' };
}

const STRICTNESS: readonly GuardDecision[] = ['pass', 'ask', 'type', 'stop'];

/** The strictest decision of all. */
export function decisionOf(findings: readonly Pick<GuardFinding, 'decision'>[]): GuardDecision {
  const strictest = Math.max(0, ...findings.map(({ decision }) => STRICTNESS.indexOf(decision)));
  return STRICTNESS[strictest] ?? 'stop';
}
