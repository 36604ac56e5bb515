import type { GuardFinding } from '../../../src/core/guards/guard';
import type { GuardFacts } from '../../../src/core/guards/guardFacts';
import type { ChosenLimits } from '../../../src/core/guards/limitTable';

/** What a guard must say of quiet facts with these differences. A message that is given is the whole one. */
export interface GuardCase {
  readonly name: string;
  readonly facts: Partial<GuardFacts>;
  readonly limits?: ChosenLimits;
  readonly expected: Partial<Omit<GuardFinding, 'id'>>;
}

export function guardCase(
  name: string,
  facts: Partial<GuardFacts>,
  expected: GuardCase['expected'],
  limits?: ChosenLimits,
): GuardCase {
  return { name, facts, expected, ...(limits && { limits }) };
}

/** A case for each number: what it makes of the facts, and the decision it must come to. */
export function steps(
  name: string,
  facts: (count: number) => Partial<GuardFacts>,
  expected: readonly (readonly [count: number, decision: GuardFinding['decision'], limit?: number])[],
  limits?: ChosenLimits,
): readonly GuardCase[] {
  return expected.map(([count, decision, limit]) =>
    guardCase(
      `${name}: ${count}`,
      facts(count),
      {
        decision,
        value: count,
        ...(limit !== undefined && { limit }),
        ...(decision === 'type' && { typed: String(count) }),
      },
      limits,
    ),
  );
}

/** What cannot be found out. */
export const LOST = { unknown: 'the log cannot be read' } as const;
