import type { OtherRun } from '../awaitingRun';
import { EntryMatcher } from '../entryMatcher';
import type { LogEntry } from '../logEntry';
import type { WorkedCycles } from '../workedCycles';
import type { LoggedEntry } from './loggedEntry';

/** The facts of a run of this machine for tying entries. */
export interface TiedRun {
  readonly id: string;
  readonly run: OtherRun;
}

/** The record of an entry. */
export interface EntryTie {
  /** The id of the run. */
  readonly run: string;
  /** The record's number, from 1; `undefined` if the run does not tell. */
  readonly record: number | undefined;
}

/**
 * Finds the runs that entries answer. Decisions in a journal are final. An entry that only one run may have belongs to
 * it; an entry that several may have is assigned as when a log is read for a run ({@link EntryMatcher}). An entry
 * without a tie was sent from elsewhere.
 * @param runs of the job, in the order of sending
 * @param whole returns the full entry; called for those that several records may have
 * @param worked the cycles of these runs according to all entries that were read, including those already tied
 */
export function tieEntries(
  entries: Iterable<LoggedEntry>,
  runs: readonly TiedRun[],
  whole: (id: string) => LogEntry | undefined,
  worked: WorkedCycles,
): ReadonlyMap<string, EntryTie> {
  const ties = new Map<string, EntryTie>();
  const undecided = new Map<string, Undecided[]>();
  for (const entry of entries) {
    const decided = runs.find(({ run }) => run.hasEntry(entry.id));
    if (decided !== undefined) ties.set(entry.id, { run: decided.id, record: recordWith(decided, entry) });
    const candidates = decided === undefined ? runs.filter((each) => recordIn(each, entry) !== undefined) : [];
    if (candidates.length === 0) continue;
    const ofPerson = undecided.get(entry.person) ?? [];
    ofPerson.push({ entry, candidates });
    undecided.set(entry.person, ofPerson);
  }
  for (const [id, tie] of [...undecided.values()].flatMap((each) => settle(each, { runs, whole, worked })))
    ties.set(id, tie);
  return ties;
}

/** An entry that no journal has, with the runs that it may answer. */
interface Undecided {
  readonly entry: LoggedEntry;
  readonly candidates: readonly TiedRun[];
}

interface Known {
  readonly runs: readonly TiedRun[];
  readonly whole: (id: string) => LogEntry | undefined;
  readonly worked: WorkedCycles;
}

/** Assigns the entries about one person together, because each assignment affects the others. */
function settle(
  undecided: readonly Undecided[],
  { runs, whole, worked }: Known,
): readonly (readonly [entry: string, EntryTie])[] {
  const rivals = runs.filter((each) => undecided.some(({ candidates }) => candidates.includes(each)));
  const [only, another] = rivals;
  const [first] = undecided;
  if (only !== undefined && another === undefined && [...only.run.sentAs(first?.entry.person ?? '')].length === 1)
    return undecided.map(({ entry }) => [entry.id, { run: only.id, record: recordIn(only, entry) }]);
  const entries = undecided.map(({ entry }) => whole(entry.id)).filter((entry) => entry !== undefined);
  return [...giveOut(entries, rivals, worked)];
}

function* giveOut(
  entries: readonly LogEntry[],
  runs: readonly TiedRun[],
  worked: WorkedCycles,
): Generator<[string, EntryTie]> {
  const all = runs.map(({ run }) => run);
  for (const [place, { id, run }] of runs.entries()) {
    const matcher = new EntryMatcher(run, { earlier: all.slice(0, place), later: all.slice(place + 1), worked });
    for (const { record, answer } of [...matcher.take(entries), ...matcher.endLook()])
      yield [answer.entry, { run: id, record }];
  }
}

/** The number of a run's record that an entry about that person at that time may answer. */
function recordIn({ run }: TiedRun, { person, at }: LoggedEntry): number | undefined {
  for (const index of run.sentAs(person)) if (at === undefined || at >= run.sinceOf(index)) return index + 1;
  return undefined;
}

function recordWith({ run }: TiedRun, { id, person }: LoggedEntry): number | undefined {
  for (const index of run.sentAs(person)) if (run.answersOf(index).some(({ entry }) => entry === id)) return index + 1;
  return undefined;
}
