import type { Answer } from './answer';
import { answerOf } from './answer';
import type { AwaitingRun, OtherRun, OtherRuns } from './awaitingRun';
import { parseInstant } from './instant';
import type { LogEntry } from './logEntry';
import { setsReferenceAlone } from './setsReferenceAlone';
import { WorkedCycles } from './workedCycles';

export interface RecordAnswer {
  /** The record's number, from 1. */
  readonly record: number;
  readonly answer: Answer;
}

export interface MatchOptions extends OtherRuns {
  /** Entries that name another job are ignored. */
  readonly jobId?: string;
  /** Known cycles of these runs; default: those in the added entries. */
  readonly worked?: WorkedCycles;
}

interface TimedEntry {
  readonly entry: LogEntry;
  /** `undefined` if its time cannot be read. */
  readonly at: number | undefined;
  /** When it was first read, by the caller's clock. */
  readonly seenAt: number;
}

/** A record of one of the runs that have sent a person. */
interface Sent {
  readonly run: AwaitingRun;
  readonly index: number;
}

interface AssignedEntry extends TimedEntry {
  readonly owner: Sent | undefined;
}

/**
 * Finds out which entries of the log answer which records of a run: by job, by the source identity, which is the
 * matching id and compares exactly, and by time. No entry names a request; an entry with the changeId of one that is
 * known to be ours is also ours.
 *
 * If this machine has sent the same person several times, in several runs or in one, the entries are assigned in the
 * order of time, one to each record in the order of sending; once each record has one, further entries go to the
 * newest. A record is skipped if another cycle has processed its request before the person was sent again ({@link
 * WorkedCycles}): its own entry is late, or will never come. Runs that the service has not certainly accepted come
 * last. A manager's entry goes to the newest record that another entry of its cycle answers; otherwise to the first
 * record that waits after an answered one, because the manager may be its only change. A record without an answer at
 * the end shares the answer of another one that was sent in the same bytes: a cycle may answer both with one entry.
 */
export class EntryMatcher {
  readonly #run: AwaitingRun;
  readonly #options: Omit<MatchOptions, keyof OtherRuns>;
  readonly #worked: WorkedCycles;
  readonly #seen = new Set<string>();
  readonly #byChange = new Map<string, readonly number[]>();
  /** Entries that may belong to several records, by id: assigned when all are known. */
  #disputed = new Map<string, readonly TimedEntry[]>();
  /** By the record's index, the cycles of the entries assigned to it. */
  readonly #assigned = new Map<AwaitingRun, Map<number, Set<string>>>();
  /** Entries that answer another record with the same bytes, by id, with our records. */
  readonly #shareable = new Map<string, { readonly entry: LogEntry; readonly records: readonly number[] }>();
  #others: Required<OtherRuns> = { earlier: [], later: [] };
  #elsewhere = 0;

  constructor(run: AwaitingRun, options: MatchOptions = {}) {
    this.#run = run;
    this.#options = options;
    this.know(options);
    this.#worked = options.worked ?? new WorkedCycles();
  }

  /** Number of entries so far that answer none of our records, because somebody else also sends to this job. */
  get elsewhere(): number {
    return this.#elsewhere;
  }

  /**
   * Sets the other runs: one may be sent while the log is read for this one. Each must be the same object every time.
   */
  know({ earlier = [], later = [] }: OtherRuns): void {
    this.#others = { earlier, later };
  }

  /**
   * Adds some entries of a read of the log, in any order. Known ones are skipped.
   * @param seenAt when they were read, by the caller's clock
   */
  take(entries: Iterable<LogEntry>, seenAt = 0): readonly RecordAnswer[] {
    const answers: RecordAnswer[] = [];
    for (const entry of entries) if (this.#isNew(entry)) answers.push(...this.#match(entry, seenAt));
    return answers;
  }

  /**
   * Ends a read: assigns entries that several records wait for.
   * @param ripeUntil entries first read after this wait for the next read if there are fewer entries than records,
   * because a late one may belong before them. Default: all are assigned
   */
  endLook(ripeUntil = Infinity): readonly RecordAnswer[] {
    const disputed = this.#disputed;
    this.#disputed = new Map();
    return [...disputed].flatMap(([id, entries]) => this.#assignDisputed(id, entries, ripeUntil));
  }

  /** Ends matching: a record without an answer gets that of another record with the same bytes. */
  endWait(): readonly RecordAnswer[] {
    const answers = this.endLook();
    const answered = new Set(answers.map(({ record }) => record - 1));
    const waits = (index: number): boolean => !answered.has(index) && this.#run.answersOf(index).length === 0;
    const shared = [...this.#shareable.values()].flatMap(({ entry, records }) =>
      this.#answers(entry, records.filter(waits)),
    );
    return [...answers, ...shared];
  }

  get #allOthers(): readonly OtherRun[] {
    return [...this.#others.earlier, ...this.#others.later];
  }

  get #runs(): readonly AwaitingRun[] {
    return [...this.#others.earlier, this.#run, ...this.#others.later];
  }

  #isNew({ id, jobId }: LogEntry): boolean {
    const { jobId: own = '' } = this.#options;
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    return own === '' || jobId === '' || jobId.toLowerCase() === own.toLowerCase();
  }

  #match(entry: LogEntry, seenAt: number): readonly RecordAnswer[] {
    const at = parseInstant(entry.activityDateTime);
    const { id } = entry.sourceIdentity;
    const records = recordsOf(this.#run, id, at);
    const others = this.#allOthers;
    if (this.#options.worked === undefined) this.#worked.note(this.#runs, { person: id, cycleId: entry.cycleId, at });
    const own = [...this.#run.sentAs(id)].filter((index) => hasEntry(this.#run, index, entry.id));
    if (own.length > 0) return this.#answers(entry, own);
    if (others.some((other) => other.hasEntry(entry.id))) return this.#share(entry, records, others);
    const awaitingRuns = others.filter((other) => isAwaited(other, id));
    if (awaitingRuns.length > 0 || (records.length > 0 && [...this.#run.sentAs(id)].length > 1)) {
      this.#disputed.set(id, [...(this.#disputed.get(id) ?? []), { entry, at, seenAt }]);
      return [];
    }
    if (records.length > 0) return this.#answers(entry, records);
    const known = this.#byChange.get(entry.changeId);
    if (known !== undefined) return this.#answers(entry, known);
    if (!isBefore(at, this.#run.since)) this.#elsewhere++;
    return [];
  }

  #assignDisputed(id: string, disputed: readonly TimedEntry[], ripeUntil: number): readonly RecordAnswer[] {
    const others = this.#allOthers;
    const isTaken = ({ entry }: TimedEntry): boolean => others.some((other) => other.hasEntry(entry.id));
    // Another run may have received one since the last read
    for (const { entry, at } of disputed.filter(isTaken)) this.#share(entry, recordsOf(this.#run, id, at), others);
    const entries = disputed.filter((each) => !isTaken(each));
    // A manager's entry is matched last, because it follows the others of its cycle
    const rank = ({ entry }: TimedEntry): number => (setsReferenceAlone(entry) ? 1 : 0);
    const inOrder = [...entries].sort((left, right) => rank(left) - rank(right) || (left.at ?? 0) - (right.at ?? 0));
    const certain = this.#runs.filter((run) => isAwaited(run, id));
    const runs = certain.includes(this.#run) ? certain : [...certain, this.#run];
    const queue = runs.flatMap((run) => Array.from(run.sentAs(id), (index): Sent => ({ run, index })));
    const cyclesBySent = new Map<Sent, Set<string>>(queue.map((sent) => [sent, this.#cyclesOf(sent)]));
    const assigned = inOrder.map((each) => this.#assign(each, queue, cyclesBySent));
    if (assigned.some((each) => each.seenAt > ripeUntil && this.#mayBeAnothers(each, queue, cyclesBySent))) {
      this.#disputed.set(id, entries);
      return [];
    }
    for (const { owner, entry } of assigned)
      if (owner !== undefined && !setsReferenceAlone(entry)) this.#noteAssigned(owner, entry);
    return assigned.flatMap((each) => this.#answersOfAssigned(each, id));
  }

  /** Finds the record of an entry among those that were sent, and notes it in `cyclesBySent`. */
  #assign(each: TimedEntry, queue: readonly Sent[], cyclesBySent: ReadonlyMap<Sent, Set<string>>): AssignedEntry {
    const { entry } = each;
    const candidates = candidatesOf(each, queue);
    if (setsReferenceAlone(entry)) return { ...each, owner: ownerOfReference(entry, candidates, cyclesBySent) };
    const waiting = candidates.find(
      (sent) => cyclesBySent.get(sent)?.size === 0 && !this.#isPast(sent, each, candidates),
    );
    const owner = waiting ?? candidates.at(-1);
    if (owner !== undefined) cyclesBySent.get(owner)?.add(entry.cycleId);
    return { ...each, owner };
  }

  /** Whether another cycle finished a record's request before one of the records that were sent after it. */
  #isPast({ run, index }: Sent, { entry }: TimedEntry, candidates: readonly Sent[]): boolean {
    const place = candidates.findIndex((sent) => sent.run === run && sent.index === index);
    return candidates
      .slice(place + 1)
      .some((next) => this.#worked.hasWorked(run, index, next.run.sinceOf(next.index), entry.cycleId));
  }

  /** Whether this entry may belong to another record, which a late entry would show. */
  #mayBeAnothers(each: AssignedEntry, queue: readonly Sent[], cyclesBySent: ReadonlyMap<Sent, Set<string>>): boolean {
    const candidates = candidatesOf(each, queue);
    return candidates.some(
      (sent) =>
        sent !== each.owner &&
        sent.run.awaits(sent.index) &&
        cyclesBySent.get(sent)?.size === 0 &&
        !this.#isPast(sent, each, candidates),
    );
  }

  #answersOfAssigned({ entry, at, owner }: AssignedEntry, id: string): readonly RecordAnswer[] {
    if (owner === undefined) return [];
    const ours = recordsOf(this.#run, id, at);
    const isOwn = owner.run === this.#run;
    const others = isOwn ? ours.filter((index) => index !== owner.index) : ours;
    this.#noteShareable(entry, sameAs(this.#run, others, owner.run, [owner.index]));
    return isOwn ? this.#answers(entry, [owner.index]) : [];
  }

  /** Another run has the entry; we can share it only at the end. */
  #share(entry: LogEntry, records: readonly number[], runs: readonly AwaitingRun[]): readonly RecordAnswer[] {
    const { id } = entry.sourceIdentity;
    const owners = runs.filter((run) => hasAnswer(run, run.sentAs(id), entry.id));
    const same = owners.flatMap((owner) => sameAs(this.#run, records, owner, owner.sentAs(id)));
    this.#noteShareable(entry, [...new Set(same)]);
    return [];
  }

  #noteShareable(entry: LogEntry, records: readonly number[]): void {
    if (records.length > 0) this.#shareable.set(entry.id, { entry, records });
  }

  /** The cycles in which the log has answered a record about this person, not only about the manager. */
  #cyclesOf({ run, index }: Sent): Set<string> {
    const kept = run.answersOf(index).filter(({ isReference }) => isReference !== true);
    return new Set([...kept.map(({ cycleId = '' }) => cycleId), ...(this.#assigned.get(run)?.get(index) ?? [])]);
  }

  #noteAssigned({ run, index }: Sent, { cycleId }: LogEntry): void {
    const assigned = this.#assigned.get(run) ?? new Map<number, Set<string>>();
    this.#assigned.set(run, assigned.set(index, (assigned.get(index) ?? new Set()).add(cycleId)));
  }

  #answers(entry: LogEntry, indexes: readonly number[]): readonly RecordAnswer[] {
    if (entry.changeId !== '') this.#byChange.set(entry.changeId, indexes);
    const answer = answerOf(entry);
    return indexes.map((index) => ({ record: index + 1, answer }));
  }
}

/** Records that were sent by the time of an entry. One without a readable time cannot be shown to be earlier. */
function candidatesOf({ at }: TimedEntry, queue: readonly Sent[]): readonly Sent[] {
  return queue.filter(({ run, index }) => !isBefore(at, run.sinceOf(index)));
}

function ownerOfReference(
  { cycleId }: LogEntry,
  candidates: readonly Sent[],
  cyclesBySent: ReadonlyMap<Sent, ReadonlySet<string>>,
): Sent | undefined {
  const ofCycle = candidates.findLast((sent) => cycleId !== '' && cyclesBySent.get(sent)?.has(cycleId) === true);
  if (ofCycle !== undefined) return ofCycle;
  const isWaiting = (sent: Sent): boolean => cyclesBySent.get(sent)?.size === 0;
  const first = candidates.findIndex((sent) => !isWaiting(sent));
  return (first < 0 ? undefined : candidates.slice(first).find(isWaiting)) ?? candidates.at(-1);
}

/** The records of a run that an entry of that time may answer. One without a readable time cannot be shown to be earlier. */
function recordsOf(run: AwaitingRun, id: string, at: number | undefined): readonly number[] {
  return [...run.sentAs(id)].filter((index) => !isBefore(at, run.sinceOf(index)));
}

/** Our records that were sent in the same bytes as records of a run. */
function sameAs(
  run: AwaitingRun,
  records: readonly number[],
  other: AwaitingRun,
  indexes: Iterable<number>,
): readonly number[] {
  const sent = new Set(Array.from(indexes, (index) => other.sentIn(index)));
  return records.filter((index) => sent.has(run.sentIn(index)));
}

/** Whether an entry is already an answer, as after a restart. */
function hasAnswer(run: AwaitingRun, indexes: Iterable<number>, entry: string): boolean {
  return [...indexes].some((index) => hasEntry(run, index, entry));
}

function hasEntry(run: AwaitingRun, index: number, entry: string): boolean {
  return run.answersOf(index).some((answer) => answer.entry === entry);
}

function isAwaited(run: AwaitingRun, id: string): boolean {
  for (const index of run.sentAs(id)) if (run.awaits(index)) return true;
  return false;
}

function isBefore(at: number | undefined, since: number): boolean {
  return at !== undefined && at < since;
}
