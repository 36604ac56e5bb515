import type { GuardFinding } from '../../core/guards/guard';
import type { JournalledGuard } from '../../core/journal/journalEvent';

/** What guards said, as it is written down: the numbers without the words. */
export function journalled(findings: readonly GuardFinding[]): readonly JournalledGuard[] {
  return findings.map(({ id, decision, value, limit }) => ({
    id,
    decision,
    ...(value !== undefined && { value }),
    ...(limit !== undefined && { limit }),
  }));
}
