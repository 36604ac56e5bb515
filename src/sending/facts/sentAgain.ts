import type { SentAgain } from '../../core/baseline/comparison';
import type { GuardFacts } from '../../core/guards/guardFacts';

/** Whom a plan of changes sends again although nothing of them has changed; nothing where it sends everybody. */
export function sentAgain({ plan, comparison }: Pick<GuardFacts, 'plan' | 'comparison'>): {
  readonly again?: SentAgain;
} {
  const again = 'known' in comparison ? comparison.known?.again : undefined;
  return plan.selection.kind === 'changes' && again !== undefined ? { again } : {};
}
