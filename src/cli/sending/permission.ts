import type { GuardFinding } from '../../core/guards/guard';
import type { JournalEvent } from '../../core/journal/journalEvent';
import type { SeenGuards } from '../../runs/planMoments';

/** What the options of a command permit. */
export interface GivenConsent {
  readonly yes: boolean;
  /** The full hash of the confirmed plan. */
  readonly confirm?: string;
}

type Confirmation = Extract<JournalEvent, { readonly type: 'confirmed' }>['by'];

/** Whether a plan may be sent. */
export type Permission =
  | { readonly kind: 'granted'; readonly by: Confirmation }
  /** `--confirm` names another plan than the one that was made now. */
  | { readonly kind: 'another-plan' }
  /**
   * Guards demand more than when the plan was printed that `--confirm` names: nobody has seen that. Where it is not known that anybody
   * was shown the plan, that is all of what they demand.
   */
  | { readonly kind: 'stricter'; readonly by: readonly GuardFinding[]; readonly wasPrinted: boolean }
  /** What still forbids it, the strictest first, and the option that lifts all of that; a stop is lifted by none. */
  | { readonly kind: 'refused'; readonly by: readonly GuardFinding[]; readonly liftedBy?: '--yes' | '--confirm' };

/** From passing to stopping. */
const DECISIONS: readonly string[] = ['pass', 'ask', 'type', 'stop'];

/**
 * Whether guards let a plan pass with the options of the command: `--yes` passes a guard that asks, only the plan's
 * hash one that wants typing, nothing one that stops.
 * @param seen the decisions of guards when the plan was printed, by id; `undefined` if unknown, and then a hash passes
 *   nothing: it may be from another machine, or old
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
