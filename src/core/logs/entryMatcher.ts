import type { Answer } from './answer';
import { answerOf } from './answer';
import { parseInstant } from './instant';
import type { LogEntry } from './logEntry';
import { setsReferenceAlone } from './setsReferenceAlone';

/** A run as far as entries of the log concern it. Records are indexes from 0, times milliseconds since 1970 by the tenant's clock. */
export interface AwaitingRun {
  /** Entries before this answer nothing of the run. */
  readonly since: number;
  /** The records that were sent with this id, and that the service has taken or may have taken. */
  sentAs(externalId: string): Iterable<number>;
  /** Entries before this answer nothing of a record. */
  sinceOf(index: number): number;
  /** Whether the service has certainly taken a record, and the log is asked about it. */
  awaits(index: number): boolean;
  /** Names the very bytes in which a record was sent: where two runs sent the same, one entry answers both. */
  sentIn(index: number): string;
  answersOf(index: number): readonly Answer[];
}

export interface RecordAnswer {
  /** The record's number, from 1. */
  readonly record: number;
  readonly answer: Answer;
}

export interface MatchOptions {
  /** Where an entry names another job, it is not looked at. */
  readonly jobId?: string;
  /** Whether another run of this machine has an entry of this id for an answer: it answers this one only if both sent the same. */
  readonly isTaken?: (entry: string) => boolean;
  /** Runs of the same job that were sent before this one, in the order of sending, and those after it. */
  readonly earlier?: readonly AwaitingRun[];
  readonly later?: readonly AwaitingRun[];
}

interface TimedEntry {
  readonly entry: LogEntry;
  /** `undefined` where its time cannot be read. */
  readonly at: number | undefined;
}

/**
 * Finds out which entries of the log answer which records of a run: by job, by the source identity, which is the matching id and
 * compares exactly, and by time. Nothing in the log names a request; an entry with the changeId of one that is known to be ours is
 * ours, too.
 *
 * Where several runs of this machine have sent the same person, their entries are given out in the order of time, one to each run in
 * the order of sending; when each has one, more of them are about the newest. Runs come last of which it is not certain that the service
 * has taken the person. A manager's entry goes to the run that another entry of its cycle answers, the newest of these; else to the
 * first that waits after one that is answered, because the manager may be all that it changed.
 * A run that nothing has answered in the end shares what answers another one that has sent the very same bytes: a cycle may answer
 * both with one entry.
 */
export class EntryMatcher {
  readonly #run: AwaitingRun;
  readonly #options: MatchOptions;
  readonly #seen = new Set<string>();
  readonly #byChange = new Map<string, readonly number[]>();
  /** Entries that may be of several runs, by their id: given out when all are known. */
  #disputed = new Map<string, TimedEntry[]>();
  /** By id, the cycles of the entries that a run has got in this look. */
  readonly #given = new Map<AwaitingRun, Map<string, Set<string>>>();
  /** Entries that answer another run which sent the same, by their id, with the records of ours. */
  readonly #shareable = new Map<string, { readonly entry: LogEntry; readonly records: readonly number[] }>();
  #elsewhere = 0;

  constructor(run: AwaitingRun, options: MatchOptions = {}) {
    this.#run = run;
    this.#options = options;
  }

  /** Entries so far that answer nothing of ours: somebody else sends to this job, too. */
  get elsewhere(): number {
    return this.#elsewhere;
  }

  /** Some entries of a look at the log, in any order. One that was given before is passed over. */
  take(entries: Iterable<LogEntry>): readonly RecordAnswer[] {
    const answers: RecordAnswer[] = [];
    for (const entry of entries) if (this.#isNew(entry)) answers.push(...this.#match(entry));
    return answers;
  }

  /** The look has come to its end: entries that several runs wait for are given out. */
  endLook(): readonly RecordAnswer[] {
    const disputed = this.#disputed;
    this.#disputed = new Map();
    return [...disputed].flatMap(([id, entries]) => this.#giveOut(id, entries));
  }

  /** The log is not asked any more: whom nothing has answered is answered by what the same bytes of another run were. */
  endWait(): readonly RecordAnswer[] {
    return [...this.#shareable.values()].flatMap(({ entry, records }) =>
      this.#answers(
        entry,
        records.filter((index) => this.#run.answersOf(index).length === 0),
      ),
    );
  }

  #isNew({ id, jobId }: LogEntry): boolean {
    const { jobId: own = '' } = this.#options;
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    return own === '' || jobId === '' || jobId.toLowerCase() === own.toLowerCase();
  }

  #match(entry: LogEntry): readonly RecordAnswer[] {
    const at = parseInstant(entry.activityDateTime);
    const { id } = entry.sourceIdentity;
    const records = recordsOf(this.#run, id, at);
    const { earlier = [], later = [], isTaken } = this.#options;
    const rivals = [...earlier, ...later].filter((other) => isAwaited(other, id));
    const isOurs = hasAnswer(this.#run, records, entry.id);
    if (!isOurs && isTaken?.(entry.id) === true) return this.#share(entry, records, [...earlier, ...later]);
    if (rivals.length > 0 && !isOurs) {
      const isTheirs = rivals.some((rival) => hasAnswer(rival, rival.sentAs(id), entry.id));
      if (isTheirs) return this.#share(entry, records, rivals);
      this.#disputed.set(id, [...(this.#disputed.get(id) ?? []), { entry, at }]);
      return [];
    }
    if (records.length > 0) return this.#answers(entry, records);
    const known = this.#byChange.get(entry.changeId);
    if (known !== undefined) return this.#answers(entry, known);
    if (!isBefore(at, this.#run.since)) this.#elsewhere++;
    return [];
  }

  #giveOut(id: string, entries: readonly TimedEntry[]): readonly RecordAnswer[] {
    // A manager's entry is looked at last, because it follows the others of its cycle
    const rank = ({ entry }: TimedEntry): number => (setsReferenceAlone(entry) ? 1 : 0);
    const inOrder = [...entries].sort((left, right) => rank(left) - rank(right) || (left.at ?? 0) - (right.at ?? 0));
    const { earlier = [], later = [] } = this.#options;
    const certain = [...earlier, this.#run, ...later].filter((run) => isAwaited(run, id));
    const queue = certain.includes(this.#run) ? certain : [...certain, this.#run];
    return inOrder.flatMap(({ entry, at }) => {
      const candidates = queue.filter((run) => recordsOf(run, id, at).length > 0);
      const owner = setsReferenceAlone(entry)
        ? this.#ownerOfReference(entry, candidates)
        : (candidates.find((run) => !this.#hasOwn(run, id)) ?? candidates.at(-1));
      if (owner !== undefined && !setsReferenceAlone(entry)) this.#noteGiven(owner, entry);
      const ours = recordsOf(this.#run, id, at);
      if (owner === this.#run) return this.#answers(entry, ours);
      if (owner !== undefined) this.#noteShareable(entry, sameAs(this.#run, ours, owner, id));
      return [];
    });
  }

  /** Another run has it: it is ours, too, at most in the end. */
  #share(entry: LogEntry, records: readonly number[], runs: readonly AwaitingRun[]): readonly RecordAnswer[] {
    const { id } = entry.sourceIdentity;
    const owners = runs.filter((run) => hasAnswer(run, run.sentAs(id), entry.id));
    this.#noteShareable(entry, [...new Set(owners.flatMap((owner) => sameAs(this.#run, records, owner, id)))]);
    return [];
  }

  #noteShareable(entry: LogEntry, records: readonly number[]): void {
    if (records.length > 0) this.#shareable.set(entry.id, { entry, records });
  }

  #ownerOfReference(entry: LogEntry, candidates: readonly AwaitingRun[]): AwaitingRun | undefined {
    const { cycleId, sourceIdentity } = entry;
    const { id } = sourceIdentity;
    const ofCycle = candidates.findLast((run) => cycleId !== '' && this.#cyclesOf(run, id).has(cycleId));
    if (ofCycle !== undefined) return ofCycle;
    const first = candidates.findIndex((run) => this.#hasOwn(run, id));
    const waiting = first < 0 ? undefined : candidates.slice(first).find((run) => !this.#hasOwn(run, id));
    return waiting ?? candidates.at(-1);
  }

  /** Whether the log has answered a run about this person, not only about the manager. */
  #hasOwn(run: AwaitingRun, id: string): boolean {
    return this.#given.get(run)?.has(id) === true || ownAnswers(run, id).length > 0;
  }

  /** The cycles in which the log has answered a run about this person, not only about the manager. */
  #cyclesOf(run: AwaitingRun, id: string): ReadonlySet<string> {
    const kept = ownAnswers(run, id).map(({ cycleId = '' }) => cycleId);
    return new Set([...kept, ...(this.#given.get(run)?.get(id) ?? [])]);
  }

  #noteGiven(run: AwaitingRun, { cycleId, sourceIdentity: { id } }: LogEntry): void {
    const given = this.#given.get(run) ?? new Map<string, Set<string>>();
    this.#given.set(run, given.set(id, (given.get(id) ?? new Set()).add(cycleId)));
  }

  #answers(entry: LogEntry, indexes: readonly number[]): readonly RecordAnswer[] {
    if (entry.changeId !== '') this.#byChange.set(entry.changeId, indexes);
    const answer = answerOf(entry);
    return indexes.map((index) => ({ record: index + 1, answer }));
  }
}

/** The records of a run that an entry of that time may answer. One without a readable time cannot be shown to be earlier. */
function recordsOf(run: AwaitingRun, id: string, at: number | undefined): readonly number[] {
  return [...run.sentAs(id)].filter((index) => !isBefore(at, run.sinceOf(index)));
}

function ownAnswers(run: AwaitingRun, id: string): readonly Answer[] {
  return [...run.sentAs(id)].flatMap((index) => run.answersOf(index).filter(({ isReference }) => isReference !== true));
}

/** Those of our records that another run has sent in the very same bytes. */
function sameAs(run: AwaitingRun, records: readonly number[], other: AwaitingRun, id: string): readonly number[] {
  const sent = new Set([...other.sentAs(id)].map((index) => other.sentIn(index)));
  return records.filter((index) => sent.has(run.sentIn(index)));
}

/** Whether an entry is an answer already, as after a restart. */
function hasAnswer(run: AwaitingRun, indexes: Iterable<number>, entry: string): boolean {
  return [...indexes].some((index) => run.answersOf(index).some((answer) => answer.entry === entry));
}

function isAwaited(run: AwaitingRun, id: string): boolean {
  for (const index of run.sentAs(id)) if (run.awaits(index)) return true;
  return false;
}

function isBefore(at: number | undefined, since: number): boolean {
  return at !== undefined && at < since;
}
