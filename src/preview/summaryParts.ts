import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import type { PreviewContent, RecordFilter, ShownState } from './previewState';

/** The records of an extract with the same outcome. */
export type SummaryPart =
  | { readonly kind: 'state'; readonly state: ShownState; readonly count: number }
  | { readonly kind: 'outcome'; readonly outcome: ShownOutcome; readonly count: number };

/**
 * Divides the records by outcome, each into one part: by prediction for those to be sent, as long as nothing was sent,
 * otherwise by state. Without a mapping, only rejected records form a part of their own.
 */
export function summaryParts({ mapping, states, outcomes }: PreviewContent): readonly SummaryPart[] {
  const parts = states.map(([state, count]) => ({ kind: 'state' as const, state, count }));
  if (mapping === '') return parts.filter(({ state }) => state !== 'operation');
  const toSend = states.find(([state]) => state === 'operation')?.[1] ?? 0;
  const predicted = (outcomes ?? []).reduce((sum, [, count]) => sum + count, 0);
  // Predictions for other records than these are of no use
  if (outcomes === undefined || predicted !== toSend) return parts;
  return [
    ...outcomes.map(([outcome, count]) => ({ kind: 'outcome' as const, outcome, count })),
    ...parts.filter(({ state }) => state !== 'operation'),
  ];
}

/** Whether the list is filtered by a part. */
export function isShownPart(part: SummaryPart, filter: RecordFilter): boolean {
  return part.kind === 'state' ? filter.state === part.state : filter.outcome === part.outcome;
}

/** Toggles a part in the filter; text and kind of problem stay. */
export function withPart(part: SummaryPart, filter: RecordFilter): RecordFilter {
  const { state: _state, outcome: _outcome, ...others } = filter;
  if (isShownPart(part, filter)) return others;
  return part.kind === 'state' ? { ...others, state: part.state } : { ...others, outcome: part.outcome };
}
