import type { GuardFinding } from '../../core/guards/guard';
import type { JournalEvent } from '../../core/journal/journalEvent';

/** What the words of a call permit. */
export interface GivenConsent {
  readonly yes: boolean;
  /** The hash of the plan that is meant, whole. */
  readonly confirm?: string;
}

type Confirmation = Extract<JournalEvent, { readonly type: 'confirmed' }>['by'];

/** Whether a plan may be sent. */
export type Permission =
  | { readonly kind: 'granted'; readonly by: Confirmation }
  /** `--confirm` names another plan than the one that was made now. */
  | { readonly kind: 'another-plan' }
  /** What still forbids it, the strictest first, and the option that lifts all of that; a stop is lifted by none. */
  | { readonly kind: 'refused'; readonly by: readonly GuardFinding[]; readonly liftedBy?: '--yes' | '--confirm' };

/** Whether guards let a plan pass with what the call permits: asking is met by `--yes`, typing by the plan's hash alone, a stop by nothing. */
export function permissionFor(plan: string, findings: readonly GuardFinding[], consent: GivenConsent): Permission {
  const { yes, confirm } = consent;
  if (confirm !== undefined && confirm !== plan) return { kind: 'another-plan' };
  const of = (decision: GuardFinding['decision']): readonly GuardFinding[] =>
    findings.filter((finding) => finding.decision === decision);
  const stops = of('stop');
  const types = confirm === undefined ? of('type') : [];
  const asks = confirm === undefined && !yes ? of('ask') : [];
  const by = [...stops, ...types, ...asks];
  if (by.length === 0) return { kind: 'granted', by: confirmedBy(findings, consent) };
  if (stops.length > 0) return { kind: 'refused', by };
  return { kind: 'refused', by, liftedBy: types.length > 0 ? '--confirm' : '--yes' };
}

function confirmedBy(findings: readonly GuardFinding[], { confirm }: GivenConsent): Confirmation {
  if (confirm !== undefined) return '--confirm';
  return findings.some(({ decision }) => decision === 'ask') ? '--yes' : 'nothing-asked';
}
