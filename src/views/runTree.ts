import type { GroupPlace } from '../core/run/account/accountGroups';
import { AccountGroups } from '../core/run/account/accountGroups';
import { outcomeGroups } from '../core/run/account/outcomeGroups';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import type { RunAccount } from '../core/run/account/runAccount';
import { runDays } from './runDays';
import type { CauseElement, OutcomeElement, RunElement, RunsView, ShownRun } from './runElement';
import { ofEntry, ofPerson } from './runPersonRows';

/** How many people are shown below a row at first, and how many more whenever somebody asks for them. */
export const FIRST_PEOPLE = 200;
const MORE_PEOPLE = 1_000;

/** Outcomes whose people are grouped by why it came to that. */
const CAUSED: ReadonlySet<OutcomeKey> = new Set<OutcomeKey>([
  'failed',
  'rejected',
  'unknown',
  'given-up',
  'not-sent',
  'refused',
  'skipped',
]);

/** The first rows of the tree: days with their runs. */
export function runElements(runs: readonly ShownRun[], { now }: Pick<RunsView, 'now'>): readonly RunElement[] {
  return runDays(runs, now).map((day) => ({ kind: 'day', id: `day-${day.key}`, title: day.title, runs: day.runs }));
}

/** The row of a run. */
export function runElement(run: ShownRun): RunElement {
  return { kind: 'run', id: run.id, run };
}

/** What unfolds below a row. */
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

/** How many people are shown below a row once more of them were asked for. */
export function nextLimit(limits: RunsView['limits'], id: string): number {
  return (limits.get(id) ?? FIRST_PEOPLE) + MORE_PEOPLE;
}

function notesOf(run: ShownRun): readonly RunElement[] {
  return run.notes.map((note) => ({ kind: 'note', id: `${run.id}/${note.tone}`, run, ...note }));
}

/** Where a filter is on, rows have other ids, so that what is unfolded for it folds again without it. */
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

/** By the account, or by who is found in it: people are grouped once for all rows that show them. */
const known = new WeakMap<object, AccountGroups>();

function groupsOf(account: RunAccount, { found }: RunsView): AccountGroups {
  const shown = found?.(account);
  const key = shown ?? account;
  const groups = known.get(key) ?? new AccountGroups(account, shown);
  known.set(key, groups);
  return groups;
}
