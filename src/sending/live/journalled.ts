import type { GuardFinding } from '../../core/guards/guard';
import type { JournalledGuard } from '../../core/journal/journalEvent';

/** The findings of guards for the journal: numbers without texts. */
export function journalled(findings: readonly GuardFinding[]): readonly JournalledGuard[] {
  return findings.map(({ id, decision, value, limit }) => ({
    id,
    decision,
    ...(value !== undefined && { value }),
    ...(limit !== undefined && { limit }),
  }));
}
