import type { GroupPlace } from '../core/run/account/accountGroups';
import { AccountGroups } from '../core/run/account/accountGroups';
import { outcomeGroups } from '../core/run/account/outcomeGroups';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import type { RunAccount } from '../core/run/account/runAccount';
import { runDays } from './runDays';
import type { CauseElement, OutcomeElement, RunElement, RunsView, ShownRun } from './runElement';
import { ofEntry, ofPerson } from './runPersonRows';

/** The number of people shown below a row at first, and the number that each further request adds. */
export const FIRST_PEOPLE = 200;
const MORE_PEOPLE = 1_000;

/** Outcomes whose people are grouped by cause. */
const CAUSED: ReadonlySet<OutcomeKey> = new Set<OutcomeKey>([
  'failed',
  'rejected',
  'unknown',
  'given-up',
  'not-sent',
  'refused',
  'skipped',
]);

/** The top rows of the tree: days with their runs. */
export function runElements(runs: readonly ShownRun[], { now }: Pick<RunsView, 'now'>): readonly RunElement[] {
  return runDays(runs, now).map((day) => ({ kind: 'day', id: `day-${day.key}`, title: day.title, runs: day.runs }));
}

/** The row of a run. */
export function runElement(run: ShownRun): RunElement {
  return { kind: 'run', id: run.id, run };
}

/** The rows below a row. */
export function childrenOf(element: RunElement, view: RunsView): readonly RunElement[] {
  switch (element.kind) {
    case 'day':
      return element.runs.map(runElement);
    case 'run':
      return [...notesOf(element.run), ...outcomesOf(element.run, view)];
    case 'outcome':
      return CAUSED.has(element.outcome) ? causesOf(element, view) : peopleOf(element, view);
    case 'cause':
      return peopleOf(element, view);
    case 'person':
      return ofPerson(element.run, element.person, element.id);
    case 'entry':
      return ofEntry(element, element.entry, element.id);
    case 'more':
    case 'none':
    case 'note':
    case 'step':
    case 'change':
    case 'record':
    case 'operation':
      return [];
  }
}

/** The number of people to show below a row after loading more. */
export function nextLimit(limits: RunsView['limits'], id: string): number {
  return (limits.get(id) ?? FIRST_PEOPLE) + MORE_PEOPLE;
}

function notesOf(run: ShownRun): readonly RunElement[] {
  return run.notes.map((note) => ({ kind: 'note', id: `${run.id}/${note.tone}`, run, ...note }));
}

/** With a filter, rows have other ids, so that rows expanded for the filter collapse again without it. */
function outcomesOf(run: ShownRun, view: RunsView): readonly RunElement[] {
  const suffix = view.found === undefined ? '' : '~';
  const groups =
    run.account === undefined
      ? run.counts === undefined
        ? []
        : outcomeGroups(run.counts, run.leftOut)
      : groupsOf(run.account, view).outcomes;
  if (groups.length === 0 && view.found !== undefined) return [{ kind: 'none', id: `${run.id}/none`, run }];
  return groups.map(({ key, count }) => ({
    kind: 'outcome',
    id: `${run.id}:${key}${suffix}`,
    run,
    outcome: key,
    count,
    isFound: view.found !== undefined,
  }));
}

function causesOf({ id, run, outcome }: OutcomeElement, view: RunsView): readonly RunElement[] {
  if (run.account === undefined) return [];
  return groupsOf(run.account, view)
    .causes(outcome)
    .map((cause) => ({
      kind: 'cause',
      id: `${id}:${cause.key}`,
      run,
      outcome,
      cause,
      isFound: view.found !== undefined,
    }));
}

function peopleOf(of: OutcomeElement | CauseElement, view: RunsView): readonly RunElement[] {
  const { run } = of;
  if (run.account === undefined) return [];
  const groups = groupsOf(run.account, view);
  const place = placeOf(of);
  const limit = view.limits.get(of.id) ?? FIRST_PEOPLE;
  const people: RunElement[] = groups
    .people(place, limit)
    .map((person) => ({ kind: 'person', id: `${run.id}/${person.record}`, run, person }));
  const left = groups.size(place) - people.length;
  return left > 0 ? [...people, { kind: 'more', id: `${of.id}/more`, run, of, left }] : people;
}

function placeOf(of: OutcomeElement | CauseElement): GroupPlace {
  return of.kind === 'cause' ? { outcome: of.outcome, cause: of.cause.key } : { outcome: of.outcome };
}

/** Keyed by the account or by the filter's result, so that people are grouped once for all rows that show them. */
const known = new WeakMap<object, AccountGroups>();

function groupsOf(account: RunAccount, { found }: RunsView): AccountGroups {
  const shown = found?.(account);
  const key = shown ?? account;
  const groups = known.get(key) ?? new AccountGroups(account, shown);
  known.set(key, groups);
  return groups;
}
