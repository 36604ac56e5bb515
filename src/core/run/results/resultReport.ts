import { isCorrectedInExtract } from '../../logs/correctedInExtract';
import { decidingAnswer } from '../../logs/decidingAnswer';
import { explainCode } from '../../logs/explain';
import type { RecordAccount, RunAccount } from '../account/runAccount';
import { wordsOfState } from '../account/runAccount';
import type { RecordState } from '../recordState';
import { EXCLUDED_LABELS, OPEN_STATES, RECORD_STATES, STATE_LABELS, STATES_AT_FAULT } from '../recordState';
import { maskedPerson, namedPerson } from './maskedPerson';

/** Records of one state. */
export interface ReportCount {
  readonly state: RecordState;
  readonly words: string;
  readonly count: number;
}

/** People without the intended result, for one reason. */
export interface ReportGroup {
  readonly words: string;
  readonly cause: string;
  readonly remedy: string;
  readonly count: number;
  /** The first people. */
  readonly people: readonly string[];
}

/** What one side has to fix: the largest groups, and the number of records in all others. */
export interface ReportSide {
  readonly groups: readonly ReportGroup[];
  readonly count: number;
  readonly others: number;
}

/** A run as presented to those who maintain its people's records. */
export interface ResultReport {
  readonly total: number;
  /** In reading order, without empty states. */
  readonly counts: readonly ReportCount[];
  /** People without a known result yet. */
  readonly open: number;
  /** What HR corrects at the source of the extract. */
  readonly extract: ReportSide;
  /** What needs somebody with access to accounts, the job or the mapping. */
  readonly administration: ReportSide;
}

/** Maximum number of people listed per group, and of groups per side. */
const MAX_PEOPLE = 10;
const MAX_GROUPS = 12;
/** Maximum number of groups that are collected per side. */
const MAX_COLLECTED_GROUPS = 1_000;

/** Records per step of {@link reportInSteps}. */
const STEP = 500;

/** @param isNamed whether people are named in full; otherwise the service's own text is omitted as well */
export function resultReport(account: RunAccount, isNamed: boolean): ResultReport {
  const steps = reportInSteps(account, isNamed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Like {@link resultReport}, in steps that yield to other work: a million records take long. */
export function* reportInSteps({ records, counts }: RunAccount, isNamed: boolean): Generator<void, ResultReport, void> {
  const sides = { extract: new Groups(), administration: new Groups() };
  for (const { record, state } of records.states()) {
    if (record % STEP === 0) yield;
    const person = AT_FAULT.has(state) ? records.at(record - 1) : undefined;
    if (person === undefined) continue;
    const who = isNamed ? namedPerson(person) : maskedPerson(person);
    const side = isForExtract(person) ? sides.extract : sides.administration;
    side.add({ words: wordsOfState(person), ...reasonOf(person, isNamed) }, who, STATES_AT_FAULT.indexOf(state));
  }
  return {
    total: records.length,
    counts: countsOf({ records, counts }),
    open: OPEN_STATES.reduce((sum, state) => sum + counts[state], 0),
    extract: sides.extract.side,
    administration: sides.administration.side,
  };
}

const AT_FAULT: ReadonlySet<RecordState> = new Set(STATES_AT_FAULT);

/** The counts per state; people who are not sent are counted by reason: left out by the plan or by the mapping. */
function countsOf({ records, counts }: Pick<RunAccount, 'records' | 'counts'>): readonly ReportCount[] {
  const { unchanged, unselected } = records.leftOut;
  const rows: ReportCount[] = RECORD_STATES.filter((state) => state !== 'excluded').map((state) => {
    return { state, words: STATE_LABELS[state], count: counts[state] };
  });
  const excluded = { unchanged, unselected, excluded: counts.excluded - unchanged - unselected } as const;
  for (const why of ['unchanged', 'unselected', 'excluded'] as const)
    rows.push({ state: 'excluded', words: EXCLUDED_LABELS[why], count: excluded[why] });
  return rows.filter(({ count }) => count > 0);
}

type Reason = Pick<ReportGroup, 'cause' | 'remedy'>;

function reasonOf(
  { cause = 'Reason unknown.', remedy = '', answers, entries }: RecordAccount,
  isNamed: boolean,
): Reason {
  // The service's own text may contain people's values; only the process that read the log has it
  if (isNamed || entries.length === 0) return { cause, remedy };
  const code = decidingAnswer(answers)?.code;
  const known = code === undefined ? undefined : explainCode(code);
  return known ?? { cause: code === undefined ? 'Reason unknown.' : `The service gave the code ${code}.`, remedy: '' };
}

function isForExtract({ state, fate, answers }: RecordAccount): boolean {
  if (fate.kind === 'refused') return fate.problems.length > 0 && fate.problems.every(({ code }) => isOfValue(code));
  const code = decidingAnswer(answers)?.code;
  return (state === 'failed' || state === 'skipped') && code !== undefined && isCorrectedInExtract(code);
}

/**
 * Failing expressions are for IT to fix, because they belong to the mapping, regardless of the value that makes them
 * fail.
 */
function isOfValue(code: string): boolean {
  return /^(csv\.row|value)\./.test(code) && !/^value\.(expression|too-much-work)$/.test(code);
}

interface CollectedGroup {
  readonly reason: Omit<ReportGroup, 'count' | 'people'>;
  /** The index of the group's state among the states at fault. */
  readonly gravity: number;
  count: number;
  readonly people: string[];
}

class Groups {
  readonly #groups = new Map<string, CollectedGroup>();
  #count = 0;

  add(reason: CollectedGroup['reason'], who: string, gravity: number): void {
    this.#count++;
    const key = JSON.stringify([reason.words, reason.cause, reason.remedy]);
    const group = this.#groups.get(key);
    if (group === undefined) {
      if (this.#groups.size < MAX_COLLECTED_GROUPS) this.#groups.set(key, { reason, gravity, count: 1, people: [who] });
      return;
    }
    group.count++;
    if (group.people.length < MAX_PEOPLE) group.people.push(who);
  }

  get side(): ReportSide {
    const groups = [...this.#groups.values()]
      .sort((one, other) => other.count - one.count || one.gravity - other.gravity)
      .slice(0, MAX_GROUPS)
      .map(({ reason, count, people }) => ({ ...reason, count, people }));
    const listed = groups.reduce((sum, { count }) => sum + count, 0);
    return { groups, count: this.#count, others: this.#count - listed };
  }
}
