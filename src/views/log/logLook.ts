import { explainEntry, titleOfCode } from '../../core/logs/explain';
import type { LoggedEntry } from '../../core/logs/list/loggedEntry';
import type { CycleStatistics } from '../../core/logs/list/logStatistics';
import { statisticsTable, timespanOf } from '../../core/logs/list/statisticsLines';
import type { LogEntry } from '../../core/logs/logEntry';
import { RECORD_STATES, STATE_LABELS } from '../../core/run/recordState';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import { plainLines } from '../../core/text/plainText';
import type { Markdown } from '../../language/shared/markdown';
import { bulletList, code, joined, paragraphs, prose, table, words } from '../../language/shared/markdown';
import type { LogElement, LogOffer, ShownLog, ShownTie } from './logTree';
import { LOG_PAGE } from './logTree';
import type { RowLook } from '../rowLook';
import { STATE_ICONS, toneOf } from '../../core/run/stateLook';
import { look, lookOfNote, lookOfProperty, lookOfStep } from '../rowLook';

type CycleRow = Extract<LogElement, { kind: 'cycle' }>;
type ChangeRow = Extract<LogElement, { kind: 'logChange' }>;
type EntryRow = Extract<LogElement, { kind: 'logEntry' }>;

/** Maximum number of properties in a hover. */
const MAX_PROPERTIES = 12;

const OFFERS: Readonly<Record<LogOffer, readonly [label: string, icon: string]>> = {
  check: ['Check the connection', 'pulse'],
  again: ['Read the log again', 'refresh'],
};

/** @param timeOf formats a time of the log, in milliseconds since 1970, for display */
export function lookOfLog(element: LogElement, timeOf: (at: number) => string): RowLook {
  switch (element.kind) {
    case 'cycle':
      return lookOfCycle(element, timeOf);
    case 'logChange':
      return lookOfChange(element);
    case 'logEntry':
      return lookOfEntry(element, timeOf);
    case 'more':
      return look(
        `Load ${formatCount(Math.min(LOG_PAGE, element.left))} more`,
        `${formatCount(element.left)} left`,
        'ellipsis',
        'quiet',
        'not',
      );
    case 'offer': {
      const [label, icon] = OFFERS[element.offer];
      return look(label, '', icon, 'quiet', 'not');
    }
    case 'note':
      return lookOfNote(element.label, element.text, element.tone);
    case 'step':
      return lookOfStep(element.step);
    case 'property':
      return lookOfProperty(element.property);
  }
}

/** The hover of a row. It is built on demand, because it needs the whole entry. */
export function hoverOfLog(element: LogElement, log: Pick<ShownLog, 'entry' | 'statistics'>): Markdown | undefined {
  if (element.kind === 'cycle') {
    const statistics = log.statistics.find(({ cycleId }) => cycleId === element.cycle.id);
    return statistics && hoverOfCycle(statistics);
  }
  if (element.kind !== 'logEntry' && element.kind !== 'logChange') return undefined;
  const logged = element.kind === 'logEntry' ? element.logged : element.change.newest;
  const entry = log.entry(logged.id);
  return entry && hoverOfEntry(logged, entry, element.tie);
}

/** A cycle's time is that of its newest entry. Outcomes that need attention are counted first. */
function lookOfCycle({ cycle }: CycleRow, timeOf: (at: number) => string): RowLook {
  const { newest, outcomes } = cycle;
  const label = newest.at === undefined ? 'Without a time' : timeOf(newest.at);
  const counts = RECORD_STATES.flatMap((state) => {
    const count = (outcomes as ReadonlyMap<string, number>).get(state);
    return count === undefined ? [] : [`${formatCount(count)} ${shortWord(state)}`];
  });
  const hasFailed = outcomes.has('failed');
  const [icon, tone] = hasFailed ? (['error', 'bad'] as const) : (['history', 'quiet'] as const);
  return {
    ...look(label, counts.join(' · '), icon, tone, 'closed'),
    spoken: plainLines(`Cycle of ${label}, ${counts.join(', ')}`),
  };
}

/** The long label of a held deletion is left to its hover. */
function shortWord(state: (typeof RECORD_STATES)[number]): string {
  return state === 'held' ? 'held' : state === 'skipped' ? 'skipped' : STATE_LABELS[state];
}

function hoverOfCycle(statistics: CycleStatistics): Markdown {
  const { cycleId, changes, people, entries } = statistics;
  const [header = [], , ...rows] = statisticsTable(statistics);
  const facts = [
    `${counted(entries, 'entry', 'entries')}, ${counted(changes, 'change')}, ${counted(people, 'person', 'people')}`,
  ];
  return paragraphs(
    words`**Cycle** ${cycleId === '' ? words`without an id` : code(cycleId)}`,
    bulletList([words`${code(timespanOf(statistics))}`, ...facts.map((fact) => prose(fact))]),
    table(
      header.map((title) => prose(title)),
      rows.map((row) => row.map((cell) => prose(cell))),
    ),
  );
}

function lookOfChange({ change, tie }: ChangeRow): RowLook {
  const { newest, entries } = change;
  const parts = [...factsOf(newest, tie), counted(entries.length, 'entry', 'entries')];
  return {
    ...look(titleOf(newest), parts.join(' · '), STATE_ICONS[newest.outcome], toneOf(newest.outcome), 'closed'),
    spoken: plainLines(spokenWords(newest, parts)),
  };
}

function lookOfEntry({ logged, tie, isPart }: EntryRow, timeOf: (at: number) => string): RowLook {
  const { outcome, at, time } = logged;
  const when = at === undefined ? time : timeOf(at);
  const [label, parts] = isPart
    ? [when, [shortWord(outcome), causeOf(logged.code)]]
    : [titleOf(logged), factsOf(logged, tie)];
  const description = parts.filter((part) => part !== '').join(' · ');
  return {
    ...look(label, description, STATE_ICONS[outcome], toneOf(outcome), 'closed'),
    spoken: plainLines(isPart ? `${label}, ${description}` : `${spokenWords(logged, parts)}, ${when}`),
  };
}

function titleOf({ person, names }: LoggedEntry): string {
  return person || names[0] || 'Nobody named';
}

/** After the id: the name, the reason for a bad outcome, and the entry's origin. The icon shows the rest. */
function factsOf({ person, names, outcome, code: own }: LoggedEntry, tie: ShownTie | undefined): readonly string[] {
  const isSetback = outcome === 'failed' || outcome === 'skipped';
  const [name = ''] = names;
  const facts = [person === '' || name === person ? '' : name, isSetback ? causeOf(own) : '', tieWords(tie)];
  return facts.filter((fact) => fact !== '');
}

/** A short cause, as in the tree of runs; the hover shows the code itself. */
function causeOf(own: string | undefined): string {
  return own === undefined ? '' : (titleOfCode(own) ?? own);
}

function tieWords(tie: ShownTie | undefined): string {
  if (tie === undefined) return '';
  return tie.kind === 'run' ? tie.title : 'from elsewhere';
}

function spokenWords(entry: LoggedEntry, parts: readonly string[]): string {
  return [titleOf(entry), STATE_LABELS[entry.outcome], ...parts].join(', ');
}

function hoverOfEntry(logged: LoggedEntry, entry: LogEntry, tie: ShownTie | undefined): Markdown {
  const { person, names, outcome, code: own, action, status } = logged;
  const explanation = explainEntry(entry);
  const reason = entry.error?.reason ?? '';
  const who = [...(person === '' ? [] : [code(person)]), ...names.map((name) => words`**${prose(name)}**`)];
  return paragraphs(
    joined([...who, prose(STATE_LABELS[outcome])], ', '),
    explanation && words`**Why:** ${prose(explanation.cause, 800)}`,
    reason !== '' && reason !== explanation?.cause && words`**The service says:** ${prose(reason, 800)}`,
    explanation && words`**What to do:** ${prose(explanation.remedy, 800)}`,
    changedList(entry),
    bulletList([
      ...(own === undefined ? [] : [words`Code ${code(own)}`]),
      words`Action ${code(action)}, status ${code(status)}`,
      words`At ${code(logged.time)}`,
      ...tieFact(tie),
      words`Entry ${code(logged.id)}`,
      ...(logged.changeId === '' ? [] : [words`Change ${code(logged.changeId)}`]),
      ...(logged.cycleId === '' ? [] : [words`Cycle ${code(logged.cycleId)}`]),
    ]),
  );
}

function tieFact(tie: ShownTie | undefined): readonly Markdown[] {
  if (tie === undefined) return [];
  if (tie.kind === 'elsewhere') return [words`From elsewhere: not from a recent run on this machine`];
  const record = tie.record === undefined ? words`` : words`, record ${tie.record}`;
  return [words`Run ${prose(tie.title)}${record}`];
}

function changedList({ modifiedProperties: all }: LogEntry): Markdown | undefined {
  if (all.length === 0) return undefined;
  const shown = all
    .slice(0, MAX_PROPERTIES)
    .map(({ name, oldValue, newValue }) => words`${code(name, 60)}: ${valueOf(oldValue)} → ${valueOf(newValue)}`);
  const left = all.length - shown.length;
  return bulletList([...shown, ...(left > 0 ? [words`${left} more`] : [])]);
}

function valueOf(value: string | null): Markdown {
  return value === null ? words`(nothing)` : code(value, 80);
}
