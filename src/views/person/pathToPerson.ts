import { AccountGroups } from '../../core/run/account/accountGroups';
import type { RunElement, RunsView, ShownRun } from '../runElement';
import { childrenOf, FIRST_PEOPLE, runElement, runElements } from '../runTree';

/** The rows from the top of the tree down to a person, and the number of people to show below the parent row. */
export interface PathToPerson {
  readonly rows: readonly RunElement[];
  readonly shownBelow: { readonly id: string; readonly limit: number };
}

/** The rows from the top of the tree down to a run; empty if the tree does not have it. */
export function pathToRun(runs: readonly ShownRun[], id: string, view: RunsView): readonly RunElement[] {
  const run = runs.find((each) => each.id === id);
  const day = runElements(runs, view).find((row) => row.kind === 'day' && row.runs.some((each) => each.id === id));
  return run === undefined || day === undefined ? [] : [day, runElement(run)];
}

/**
 * The path to a person of a run.
 * @param run a run with its people
 * @param record number of the record, from 1
 * @returns `undefined` if a filter hides the person or if there is no such record
 */
export function pathToPerson(
  runs: readonly ShownRun[],
  run: ShownRun,
  record: number,
  view: RunsView,
): PathToPerson | undefined {
  const { account } = run;
  const person = account?.records.at(record - 1);
  const [day] = pathToRun(runs, run.id, view);
  if (account === undefined || person === undefined || day === undefined) return undefined;
  const top = runElement(run);
  const key = account.records.outcomeAt(record - 1);
  const outcome = childrenOf(top, view).find((row) => row.kind === 'outcome' && row.outcome === key);
  if (outcome?.kind !== 'outcome') return undefined;
  const causeKey = account.records.causeKeyAt(record - 1);
  const causes = childrenOf(outcome, view).filter((row) => row.kind === 'cause');
  const cause = causes.find((row) => row.cause.key === causeKey);
  const place = { outcome: key, ...(causes.length > 0 && { cause: causeKey }) };
  const position = new AccountGroups(account, view.found?.(account)).position(place, record - 1);
  if (position < 0) return undefined;
  const group = cause ?? outcome;
  const known = view.limits.get(group.id) ?? FIRST_PEOPLE;
  const row: RunElement = { kind: 'person', id: `${run.id}/${record}`, run, person };
  return {
    rows: [day, top, outcome, ...(cause === undefined ? [] : [cause]), row],
    shownBelow: { id: group.id, limit: Math.max(known, position + 1) },
  };
}
