import { readJson } from '../json/jsonValue';
import type { JournalEvent, JournalLine } from './journalEvent';
import type { TextHash } from './planHash';
import type { KeptFault } from './planText';
import { isJournalLine } from './readEvent';

/** Where a chain of lines has come to: what the next line goes on from. */
export interface ChainEnd {
  readonly seq: number;
  readonly sum: string;
}

/** Hexadecimal digits of a line's checksum: 64 bits find every accident. */
const SUM_LENGTH = 16;
const BEFORE_SUM = ',"sum":"';
const AFTER_SUM = '"}';

/** Where the chain of a plan's journal begins: bound to the plan, so that no other plan's journal passes for it. */
export function chainStart(plan: string): ChainEnd {
  return { seq: 0, sum: plan.slice(0, SUM_LENGTH) };
}

/** The next line of a journal, its line end included, and where the chain has come to with it. */
export function writeLine(
  event: JournalEvent,
  at: string,
  { seq, sum }: ChainEnd,
  hash: TextHash,
): { readonly text: string; readonly line: JournalLine; readonly end: ChainEnd } {
  const line: JournalLine = { seq: seq + 1, at, event };
  const said = JSON.stringify(line).slice(0, -1);
  const own = sumOf(sum, said, hash);
  return { text: `${said}${BEFORE_SUM}${own}${AFTER_SUM}\n`, line, end: { seq: seq + 1, sum: own } };
}

/** A line of a journal, if it goes on from the line before it; both without their ends. */
export function lineAfter(before: string, text: string, hash: TextHash): JournalLine | undefined {
  const said = withoutSum(text, ownSum(before), hash);
  const reading = readJson(said === undefined ? '' : `${said}}`);
  return 'value' in reading && isJournalLine(reading.value) ? reading.value : undefined;
}

/**
 * Reads the lines of a journal one after the other, from the first. A last line that a crash has torn is dropped, one that was written
 * twice counts once; anything else that is wrong ends the reading with a fault.
 */
export class JournalReader {
  readonly #hash: TextHash;
  #end: ChainEnd;
  #last = '';
  #hasRepeat = false;
  #fault: KeptFault | undefined;

  constructor(plan: string, hash: TextHash) {
    this.#hash = hash;
    this.#end = chainStart(plan);
  }

  /** Where the chain has come to with the last good line. */
  get end(): ChainEnd {
    return this.#end;
  }

  get fault(): KeptFault | undefined {
    return this.#fault;
  }

  /** What a whole line says, given without its end; `undefined` where it is a repeat, or after a fault. */
  next(text: string): JournalLine | undefined {
    if (this.#fault !== undefined) return undefined;
    if (text === this.#last && !this.#hasRepeat) {
      this.#hasRepeat = true;
      return undefined;
    }
    // A repeat can only be the last that was written before a crash
    const said = this.#hasRepeat ? undefined : this.#checked(text);
    if (said === undefined) return this.#failed(damagedAt(this.#end.seq + 1));
    const reading = readJson(`${said}}`);
    const line = 'value' in reading ? reading.value : undefined;
    if (!isJournalLine(line)) return this.#failed(NEWER);
    const isFirst = this.#end.seq === 0;
    if (line.seq !== this.#end.seq + 1 || isFirst !== (line.event.type === 'planned'))
      return this.#failed(damagedAt(this.#end.seq + 1));
    this.#end = { seq: line.seq, sum: ownSum(text) };
    this.#last = text;
    return line;
  }

  /** What comes after the last line end: nothing, or the beginning of a line that a crash has torn. */
  rest(text: string): void {
    // A run gets its name after its first line is on the disk: no crash tears that
    if (this.#fault === undefined && this.#end.seq === 0) this.#failed(damagedAt(1));
    // A whole line with something else in the place of its end was not torn: it was changed
    const isWhole = text !== '' && (this.#checked(text) ?? this.#checked(text.slice(0, -1))) !== undefined;
    if (this.#fault === undefined && isWhole && this.#checked(text) === undefined)
      this.#failed(damagedAt(this.#end.seq + 1));
  }

  /** A line without its sum, if that is right. */
  #checked(text: string): string | undefined {
    return withoutSum(text, this.#end.sum, this.#hash);
  }

  #failed(fault: KeptFault): JournalLine | undefined {
    this.#fault = fault;
    return undefined;
  }
}

/** What a line says, without its sum, if that goes on from the sum before it. */
function withoutSum(text: string, before: string, hash: TextHash): string | undefined {
  const place = text.length - AFTER_SUM.length - SUM_LENGTH - BEFORE_SUM.length;
  const said = text.slice(0, Math.max(0, place));
  return text === `${said}${BEFORE_SUM}${sumOf(before, said, hash)}${AFTER_SUM}` ? said : undefined;
}

/** The sum that a line of a journal has written. */
function ownSum(text: string): string {
  return text.slice(-AFTER_SUM.length - SUM_LENGTH, -AFTER_SUM.length);
}

function sumOf(previous: string, said: string, hash: TextHash): string {
  return hash(previous + said).slice(0, SUM_LENGTH);
}

function damagedAt(line: number): KeptFault {
  return {
    message: `The journal of this run is damaged at line ${line}, or was changed by hand: what happened after that is unknown.`,
    remedy:
      'The run can be shown and exported, and not resumed. Read the provisioning log before you send the same people again.',
  };
}

const NEWER: KeptFault = {
  message: 'A newer version of this program has written to the journal of this run.',
  remedy: 'Use that version to look at the run or to resume it.',
};
