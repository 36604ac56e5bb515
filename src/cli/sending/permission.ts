import type { GuardFinding } from '../../core/guards/guard';
import type { JournalEvent } from '../../core/journal/journalEvent';
import type { SeenGuards } from '../../runs/planMoments';

/** The consent that the command's options give. */
export interface GivenConsent {
  readonly yes: boolean;
  /** The full hash of the confirmed plan. */
  readonly confirm?: string;
}

type Confirmation = Extract<JournalEvent, { readonly type: 'confirmed' }>['by'];

/** Whether a plan may be sent. */
export type Permission =
  | { readonly kind: 'granted'; readonly by: Confirmation }
  /** `--confirm` names a different plan. */
  | { readonly kind: 'another-plan' }
  /**
   * Guards demand more than they did when the plan named by `--confirm` was printed, so nobody has reviewed that. If it
   * is not known that the plan was printed, `by` contains all of their demands.
   */
  | { readonly kind: 'stricter'; readonly by: readonly GuardFinding[]; readonly wasPrinted: boolean }
  /**
   * The findings that still forbid it, strictest first, and the option that lifts all of them. No option lifts a stop.
   */
  | { readonly kind: 'refused'; readonly by: readonly GuardFinding[]; readonly liftedBy?: '--yes' | '--confirm' };

/** From least to most strict. */
const DECISIONS: readonly string[] = ['pass', 'ask', 'type', 'stop'];

/**
 * Whether guards let a plan pass with the given options: `--yes` passes guards that ask, only the plan's hash passes
 * guards that demand typing, and nothing passes a stop.
 *
 * @param seen the guards' decisions when the plan was printed, by id. `undefined` if unknown, such as on another
 * machine or after a long time; a hash then passes nothing
 */
export function permissionFor(
  plan: string,
  findings: readonly GuardFinding[],
  consent: GivenConsent,
  seen?: SeenGuards,
): Permission {
  const { yes, confirm } = consent;
  if (confirm !== undefined && confirm !== plan) return { kind: 'another-plan' };
  const of = (decision: GuardFinding['decision']): readonly GuardFinding[] =>
    findings.filter((finding) => finding.decision === decision);
  const stops = of('stop');
  const types = confirm === undefined ? of('type') : [];
  const asks = confirm === undefined && !yes ? of('ask') : [];
  const by = [...stops, ...types, ...asks];
  const stricter = confirm === undefined ? [] : stricterThan(seen, [...of('type'), ...(yes ? [] : of('ask'))]);
  if (stops.length === 0 && stricter.length > 0)
    return { kind: 'stricter', by: stricter, wasPrinted: seen !== undefined };
  if (by.length === 0) return { kind: 'granted', by: confirmedBy(findings, consent) };
  if (stops.length > 0) return { kind: 'refused', by };
  return { kind: 'refused', by, liftedBy: types.length > 0 ? '--confirm' : '--yes' };
}

function stricterThan(seen: SeenGuards = {}, findings: readonly GuardFinding[]): readonly GuardFinding[] {
  const rank = (decision: string): number => DECISIONS.indexOf(decision);
  return findings.filter(({ id, decision }) => rank(decision) > rank(seen[id] ?? 'pass'));
}

function confirmedBy(findings: readonly GuardFinding[], { confirm }: GivenConsent): Confirmation {
  if (confirm !== undefined) return '--confirm';
  return findings.some(({ decision }) => decision === 'ask') ? '--yes' : 'nothing-asked';
}
