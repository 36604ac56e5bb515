import { entryOutcome } from '../core/logs/outcome';
import { stateOfOutcome, wordsOfOutcome } from '../core/run/account/outcomeKey';
import { summariseCounts } from '../core/run/account/describeAccount';
import type { RecordAccount } from '../core/run/account/runAccount';
import { wordsOfState } from '../core/run/account/runAccount';
import { isAllWell } from '../core/run/recordState';
import { formatCount } from '../core/text/formatCount';
import { plainLines } from '../core/text/plainText';
import type { NoteElement, RowLook } from './rowLook';
import { STATE_ICONS, toneOf } from '../core/run/stateLook';
import { look, lookOfProperty, lookOfStep, NOTE_ICONS, outcomeTitle } from './rowLook';
import { causeTitle } from './runCauses';
import type { CauseElement, OutcomeElement, RunElement, ShownRun } from './runElement';
import {
  hoverOfCause,
  hoverOfChange,
  hoverOfEntry,
  hoverOfNote,
  hoverOfOutcome,
  hoverOfPerson,
  hoverOfRun,
  hoverOfStep,
} from './runHovers';

/** The appearance of a row in the tree of runs, and its text for screen readers. */
export function lookOfRow(element: RunElement): RowLook {
  switch (element.kind) {
    case 'day':
      return spoken(look(element.title, '', 'calendar', 'quiet', 'open'), element.title, runsOf(element.runs.length));
    case 'run':
      return lookOfRun(element.run);
    case 'outcome':
      return lookOfOutcome(element);
    case 'cause':
      return lookOfCause(element);
    case 'person':
      return lookOfPerson(element.person);
    case 'more':
      return look('Load more', `${formatCount(element.left)} left`, 'ellipsis', 'quiet', 'not');
    case 'none':
      return look('Nobody found', '', 'search', 'quiet', 'not');
    case 'note':
      return lookOfNote(element);
    default:
      return lookOfDetail(element);
  }
}

/** Leaves out what the icon already shows, because a narrow row has no room for both. */
function lookOfNote({ label, text, tone }: NoteElement): RowLook {
  const row = look(text, '', NOTE_ICONS[tone], 'quiet', 'not');
  return spoken({ ...row, hover: hoverOfNote(label, text) }, `${label}: ${text}`);
}

type DetailElement = Extract<RunElement, { kind: 'entry' | 'step' | 'change' | 'record' | 'operation' }>;

function lookOfDetail(element: DetailElement): RowLook {
  switch (element.kind) {
    case 'entry': {
      const { entry } = element;
      const at = entry.activityDateTime.replace(/\.\d+(?=Z$)/, '');
      const row = look(outcomeTitle(entry), at, 'output', toneOf(entryOutcome(entry)), 'closed');
      return { ...row, hover: hoverOfEntry(entry) };
    }
    case 'step': {
      const { step } = element;
      const row = { ...lookOfStep(step), hover: hoverOfStep(step) };
      return spoken(row, row.label, step.status, step.description);
    }
    case 'change': {
      const { name, oldValue, newValue } = element.change;
      const row = { ...lookOfProperty(element.change), hover: hoverOfChange(element.change) };
      return spoken(row, name, `from ${oldValue ?? 'nothing'}`, `to ${newValue ?? 'nothing'}`);
    }
    case 'record':
      return look('Record', `line ${formatCount(element.person.line)}`, 'go-to-file', 'quiet', 'not');
    case 'operation':
      return look('Operation', `request ${formatCount(element.person.batch ?? 0)}`, 'json', 'quiet', 'not');
  }
}

function lookOfRun(run: ShownRun): RowLook {
  const { extract, target, began, state, counts, leftOut, account } = run;
  const summary = counts === undefined ? '' : summariseCounts(counts, leftOut);
  const isDone = state.tone === 'good';
  // An unfinished run shows its state first, because a narrow side bar cuts off the end
  const words = [...(isDone ? [summary] : [state.brief, summary]), began, target].filter((part) => part !== '');
  const isGood = counts !== undefined && isAllWell(counts);
  const [icon, tone] = isDone && !isGood ? (['warning', 'doubt'] as const) : ([state.icon, state.tone] as const);
  // The people of an earlier run are loaded only when it is expanded
  const row = look(extract, words.join(' · '), icon, tone, account === undefined ? 'closed' : 'open');
  return spoken({ ...row, hover: hoverOfRun(run, summary) }, extract, state.words, summary, began, target);
}

/** Outcomes that need attention: their rows are expanded, so that the causes are visible at once. */
const OPEN: ReadonlySet<OutcomeElement['outcome']> = new Set<OutcomeElement['outcome']>(['failed', 'rejected', 'held']);

function lookOfOutcome({ outcome, count, run, isFound }: OutcomeElement): RowLook {
  const state = stateOfOutcome(outcome);
  const words = wordsOfOutcome(outcome);
  // The part after a colon is a detail for the hover
  const [short = words] = words.split(':');
  const row = look(
    `${formatCount(count)} ${short}`,
    '',
    STATE_ICONS[state],
    toneOf(state),
    isFound || OPEN.has(outcome) ? 'open' : 'closed',
  );
  return spoken({ ...row, hover: hoverOfOutcome(outcome, count) }, row.label, `of ${run.extract}`);
}

function lookOfCause({ outcome, cause, isFound }: CauseElement): RowLook {
  const { count, example } = cause;
  const title = causeTitle(example);
  const row = look(
    `${formatCount(count)}: ${title}`,
    '',
    'question',
    toneOf(stateOfOutcome(outcome)),
    isFound ? 'open' : 'closed',
  );
  return spoken({ ...row, hover: hoverOfCause(example, count) }, title, peopleOf(count), wordsOfOutcome(outcome));
}

function lookOfPerson(person: RecordAccount): RowLook {
  const { state, externalId, displayName, line } = person;
  const label = displayName ?? externalId ?? `Line ${formatCount(line)}`;
  const id = displayName === undefined ? undefined : externalId;
  const row = look(label, id ?? '', STATE_ICONS[state], toneOf(state), 'closed');
  const why = person.cause === undefined ? '' : causeTitle(person);
  return spoken({ ...row, hover: hoverOfPerson(person) }, label, id ?? '', wordsOfState(person), why);
}

function spoken(row: RowLook, ...parts: readonly string[]): RowLook {
  return { ...row, spoken: plainLines(parts.filter((part) => part !== '').join(', ')) };
}

function runsOf(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'run' : 'runs'}`;
}

function peopleOf(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'person' : 'people'}`;
}
