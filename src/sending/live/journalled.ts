import type { GuardFinding } from '../../core/guards/guard';
import type { JournalledGuard } from '../../core/journal/journalEvent';

/** The findings of guards as the journal keeps them: numbers without texts. */
export function journalled(findings: readonly GuardFinding[]): readonly JournalledGuard[] {
  return findings.map(({ id, decision, value, limit }) => ({
    id,
    decision,
    ...(value !== undefined && { value }),
    ...(limit !== undefined && { limit }),
  }));
}
