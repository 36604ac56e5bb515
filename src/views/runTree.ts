import type { LogEntry, LogStep, ModifiedProperty } from '../core/logs/logEntry';
import { describeEntry } from '../core/logs/explain';
import { alsoWords } from '../core/run/account/alsoWords';
import { entryOutcome } from '../core/logs/outcome';
import { summariseCounts } from '../core/run/account/describeAccount';
import { plainLines } from '../core/text/plainText';
import { formatCount } from '../core/text/formatCount';
import type { LeftOut, RecordAccount, RunAccount } from '../core/run/account/runAccount';
import { wordsOfState } from '../core/run/account/runAccount';
import { isAllWell } from '../core/run/recordState';
import type { NoteElement, NoteTone, RowLook } from './rowLook';
import type { RunWords } from './runWords';
import { look, lookOfNote, lookOfProperty, lookOfStep, outcomeTitle, STATE_ICONS, toneOf } from './rowLook';

/** A run as the tree shows it. */
export interface ShownRun {
  /** Unique among the runs that are shown. */
  readonly id: string;
  /** The name of its source. */
  readonly extract: string;
  readonly target: string;
  /** When it began, as people here read it. */
  readonly began: string;
  /** Whether it goes on, in words, with its icon. */
  readonly state: RunWords;
  /** Why it does not go on, or cannot, and what to do. */
  readonly notes: readonly RunNote[];
  /** How many records there are in each state; absent where nothing is known of them. */
  readonly counts?: RunAccount['counts'];
  /** Of the excluded, whom its plan leaves out. */
  readonly leftOut?: LeftOut;
  /** Its people, once they were asked for. */
  readonly account?: RunAccount;
  /** Whether it went to a tenant of Microsoft Entra. */
  readonly isReal: boolean;
  /** Everything was sent, and the log has not answered all of it. */
  readonly isAwaiting: boolean;
  /** It has come to its end, good or bad. */
  readonly isOver: boolean;
  readonly can: readonly RunAbility[];
}

/** What can be done with a run as it is now. */
export type RunAbility = 'pause' | 'resume' | 'cancel' | 'verify' | 'resend' | 'rest' | 'search' | 'show' | 'remove';

/** A row below a run, before its people. */
export interface RunNote {
  readonly label: string;
  readonly text: string;
  readonly tone: NoteTone;
}

/** A row of the tree: plain data. Ids carry the whole path, so that what is selected and unfolded survives a refresh. */
export type RunElement =
  | { readonly kind: 'run'; readonly id: string; readonly run: ShownRun }
  | { readonly kind: 'person'; readonly id: string; readonly run: ShownRun; readonly person: RecordAccount }
  /** The next people of a long run. */
  | { readonly kind: 'more'; readonly id: string; readonly run: ShownRun; readonly from: number }
  | NoteElement
  | {
      readonly kind: 'entry';
      readonly id: string;
      readonly run: ShownRun;
      readonly person: RecordAccount;
      readonly entry: LogEntry;
    }
  | { readonly kind: 'step'; readonly id: string; readonly step: LogStep }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly run: ShownRun;
      readonly person: RecordAccount;
      readonly change: ModifiedProperty;
    };

/** Whom a row is about. */
interface OfPerson {
  readonly run: ShownRun;
  readonly person: RecordAccount;
}

/** How many people stand below one row before the next ones are folded away. */
const PAGE = 1000;

export function runElements(runs: readonly ShownRun[]): readonly RunElement[] {
  return runs.map((run) => ({ kind: 'run', id: run.id, run }));
}

/** What unfolds below a row. */
export function childrenOf(element: RunElement): readonly RunElement[] {
  switch (element.kind) {
    case 'run':
      return [...notesOf(element.run), ...people(element.run, element.id, 0)];
    case 'more':
      return people(element.run, element.id, element.from);
    case 'person':
      return ofPerson(element.run, element.person, element.id);
    case 'entry':
      return ofEntry(element, element.entry, element.id);
    case 'note':
    case 'step':
    case 'change':
      return [];
  }
}

function notesOf({ id, notes }: ShownRun): readonly RunElement[] {
  return notes.map((note) => ({ kind: 'note', id: `${id}/${note.tone}`, ...note }));
}

/** Failures first, then in the order of the extract. */
function people(run: ShownRun, parent: string, from: number): readonly RunElement[] {
  if (run.account === undefined) return [];
  const { records } = run.account;
  const shown: RunElement[] = records
    .sorted(from, PAGE)
    .map((person) => ({ kind: 'person', id: `${run.id}/${person.record}`, run, person }));
  const next = from + PAGE;
  return next < records.length ? [...shown, { kind: 'more', id: `${parent}/from-${next}`, run, from: next }] : shown;
}

function ofPerson(run: ShownRun, person: RecordAccount, id: string): readonly RunElement[] {
  const notes: RunElement[] = [];
  const note = (label: string, text: string | undefined, tone: NoteTone) => {
    if (text !== undefined) notes.push({ kind: 'note', id: `${id}/${tone}`, label, text, tone });
  };
  note('Why', person.cause, 'why');
  note('The service says', person.reason, 'service');
  note('What to do', person.remedy, 'remedy');
  if (person.also !== undefined) note('Also in the log', alsoWords(person.also), 'also');
  const [only, ...others] = person.entries;
  if (only !== undefined && others.length === 0) return [...notes, ...ofEntry({ run, person }, only, id)];
  return [
    ...notes,
    ...person.entries.map((entry) => ({ kind: 'entry' as const, id: `${id}/${entry.id}`, run, person, entry })),
  ];
}

function ofEntry({ run, person }: OfPerson, entry: LogEntry, id: string): readonly RunElement[] {
  return [
    ...entry.steps.map((step, index) => ({ kind: 'step' as const, id: `${id}/step-${index}`, step })),
    ...entry.modifiedProperties.map((change, index) => ({
      kind: 'change' as const,
      id: `${id}/change-${index}`,
      run,
      person,
      change,
    })),
  ];
}

export function lookOf(element: RunElement): RowLook {
  switch (element.kind) {
    case 'run':
      return lookOfRun(element.run);
    case 'person':
      return lookOfPerson(element.person);
    case 'more':
      return look(
        `${formatCount((element.run.account?.records.length ?? 0) - element.from)} more people`,
        '',
        'ellipsis',
        'quiet',
        'closed',
      );
    case 'note':
      return lookOfNote(element.label, element.text, element.tone);
    case 'entry':
      return {
        ...look(
          outcomeTitle(element.entry),
          element.entry.activityDateTime,
          'output',
          toneOf(entryOutcome(element.entry)),
          'closed',
        ),
        tooltip: plainLines(describeEntry(element.entry)),
      };
    case 'step':
      return lookOfStep(element.step);
    case 'change':
      return lookOfProperty(element.change);
  }
}

function lookOfRun({ extract, target, began, state, counts, leftOut, account }: ShownRun): RowLook {
  const summary = counts === undefined ? '' : summariseCounts(counts, leftOut);
  const isDone = state.tone === 'good';
  // What is not over yet is said first, because a narrow side bar cuts the end off
  const words = [...(isDone ? [summary] : [state.words, summary]), began, target].filter((part) => part !== '');
  const isGood = counts !== undefined && isAllWell(counts);
  const [icon, tone] = isDone && !isGood ? (['warning', 'doubt'] as const) : ([state.icon, state.tone] as const);
  return {
    // The people of an earlier run are read when somebody asks for them
    ...look(extract, words.join(' · '), icon, tone, account === undefined ? 'closed' : 'open'),
    tooltip: plainLines([`${extract} → ${target}`, `${began}: ${state.words}`, summary].join('\n').trimEnd()),
    spoken: plainLines([extract, state.words, summary, began, target].filter((part) => part !== '').join(', ')),
  };
}

function lookOfPerson(person: RecordAccount): RowLook {
  const { state, externalId, displayName, line } = person;
  const words = wordsOfState(person);
  const label = displayName ?? externalId ?? `Line ${formatCount(line)}`;
  const id = externalId === undefined || displayName === undefined ? '' : ` · ${externalId}`;
  return {
    ...look(label, `${words}${id}`, STATE_ICONS[state], toneOf(state), hasMore(person) ? 'closed' : 'not'),
    tooltip: plainLines(
      [`${label}: ${words} (line ${formatCount(line)})`, person.cause, person.remedy]
        .filter((text) => text !== undefined)
        .join('\n'),
    ),
  };
}

/** Whether {@link ofPerson} has anything to show. */
function hasMore({ entries, cause, reason, remedy }: RecordAccount): boolean {
  return (
    entries.length > 1 ||
    entries.some(({ steps, modifiedProperties }) => steps.length + modifiedProperties.length > 0) ||
    [cause, reason, remedy].some((text) => text !== undefined)
  );
}
