import type { SentAgain } from '../../core/baseline/comparison';
import type { GuardFacts } from '../../core/guards/guardFacts';

/** The people that a plan of changes sends again although they have not changed; empty for a plan of everybody. */
export function sentAgain({ plan, comparison }: Pick<GuardFacts, 'plan' | 'comparison'>): {
  readonly again?: SentAgain;
} {
  const again = 'known' in comparison ? comparison.known?.again : undefined;
  return plan.selection.kind === 'changes' && again !== undefined ? { again } : {};
}
