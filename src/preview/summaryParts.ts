import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import type { PreviewContent, RecordFilter, ShownState } from './previewState';

/** A part of the records of an extract that ends in one way. */
export type SummaryPart =
  | { readonly kind: 'state'; readonly state: ShownState; readonly count: number }
  | { readonly kind: 'outcome'; readonly outcome: ShownOutcome; readonly count: number };

/**
 * The outcomes of the records, each in one part: the predictions for those to be sent, as long as nothing was
 * sent, else the states themselves. The records alone, with no mapping, are apart only where they are refused.
 */
export function summaryParts({ mapping, states, outcomes }: PreviewContent): readonly SummaryPart[] {
  const parts = states.map(([state, count]) => ({ kind: 'state' as const, state, count }));
  if (mapping === '') return parts.filter(({ state }) => state !== 'operation');
  const toSend = states.find(([state]) => state === 'operation')?.[1] ?? 0;
  const predicted = (outcomes ?? []).reduce((sum, [, count]) => sum + count, 0);
  // What was predicted of other records than these says nothing
  if (outcomes === undefined || predicted !== toSend) return parts;
  return [
    ...outcomes.map(([outcome, count]) => ({ kind: 'outcome' as const, outcome, count })),
    ...parts.filter(({ state }) => state !== 'operation'),
  ];
}

/** Whether the list is narrowed down to a part. */
export function isShownPart(part: SummaryPart, filter: RecordFilter): boolean {
  return part.kind === 'state' ? filter.state === part.state : filter.outcome === part.outcome;
}

/** The filter with a part in it, or without it if it was: text and kind of problem stay. */
export function withPart(part: SummaryPart, filter: RecordFilter): RecordFilter {
  const { state: _state, outcome: _outcome, ...others } = filter;
  if (isShownPart(part, filter)) return others;
  return part.kind === 'state' ? { ...others, state: part.state } : { ...others, outcome: part.outcome };
}
