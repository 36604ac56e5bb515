import { readJson } from '../json/jsonValue';
import type { JournalEvent, JournalLine } from './journalEvent';
import type { TextHash } from './planHash';
import type { KeptFault } from './planText';
import { isJournalLine } from './readEvent';

/** The end of a chain of lines, which the next line continues. */
export interface ChainEnd {
  readonly seq: number;
  readonly sum: string;
}

/** Hexadecimal digits of a line's checksum: 64 bits detect any accidental change. */
const SUM_LENGTH = 16;
const BEFORE_SUM = ',"sum":"';
const AFTER_SUM = '"}';

/**
 * The start of the chain for a plan's journal. It depends on the plan, so that the journal of another plan does not
 * fit.
 */
export function chainStart(plan: string): ChainEnd {
  return { seq: 0, sum: plan.slice(0, SUM_LENGTH) };
}

/** The next line of a journal, including its line end, and the new end of the chain. */
export function writeLine(
  event: JournalEvent,
  at: string,
  { seq, sum }: ChainEnd,
  hash: TextHash,
): { readonly text: string; readonly line: JournalLine; readonly end: ChainEnd } {
  const line: JournalLine = { seq: seq + 1, at, event };
  const content = JSON.stringify(line).slice(0, -1);
  const own = sumOf(sum, content, hash);
  return { text: `${content}${BEFORE_SUM}${own}${AFTER_SUM}\n`, line, end: { seq: seq + 1, sum: own } };
}

/** Parses a line of a journal if it continues the line before it; both are given without line ends. */
export function lineAfter(before: string, text: string, hash: TextHash): JournalLine | undefined {
  const content = withoutSum(text, ownSum(before), hash);
  const reading = readJson(content === undefined ? '' : `${content}}`);
  return 'value' in reading && isJournalLine(reading.value) ? reading.value : undefined;
}

/**
 * Reads the lines of a journal in order. A last line that a crash truncated is dropped, and one that was written twice
 * counts once; anything else that is wrong ends the reading with a fault.
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

  /** The end of the chain after the last good line. */
  get end(): ChainEnd {
    return this.#end;
  }

  get fault(): KeptFault | undefined {
    return this.#fault;
  }

  /** Parses a whole line, given without its line end. Returns `undefined` for a repeated line, and after a fault. */
  next(text: string): JournalLine | undefined {
    if (this.#fault !== undefined) return undefined;
    if (text === this.#last && !this.#hasRepeat) {
      this.#hasRepeat = true;
      return undefined;
    }
    // Only the last line before a crash can be repeated
    const content = this.#hasRepeat ? undefined : this.#checked(text);
    if (content === undefined) return this.#failed(damagedAt(this.#end.seq + 1));
    const reading = readJson(`${content}}`);
    const line = 'value' in reading ? reading.value : undefined;
    if (!isJournalLine(line)) return this.#failed(NEWER);
    const isFirst = this.#end.seq === 0;
    if (line.seq !== this.#end.seq + 1 || isFirst !== (line.event.type === 'planned'))
      return this.#failed(damagedAt(this.#end.seq + 1));
    this.#end = { seq: line.seq, sum: ownSum(text) };
    this.#last = text;
    return line;
  }

  /** Takes the text after the last line end: nothing, or the beginning of a line that a crash truncated. */
  rest(text: string): void {
    // A run is named after its first line is on disk, so a crash cannot truncate that line
    if (this.#fault === undefined && this.#end.seq === 0) this.#failed(damagedAt(1));
    // A whole line that ends with something other than a line feed was not truncated but changed
    const isWhole = text !== '' && (this.#checked(text) ?? this.#checked(text.slice(0, -1))) !== undefined;
    if (this.#fault === undefined && isWhole && this.#checked(text) === undefined)
      this.#failed(damagedAt(this.#end.seq + 1));
  }

  /** The line without its checksum, if the checksum is right. */
  #checked(text: string): string | undefined {
    return withoutSum(text, this.#end.sum, this.#hash);
  }

  #failed(fault: KeptFault): JournalLine | undefined {
    this.#fault = fault;
    return undefined;
  }
}

/** The line without its checksum, if the checksum continues the one before it. */
function withoutSum(text: string, before: string, hash: TextHash): string | undefined {
  const place = text.length - AFTER_SUM.length - SUM_LENGTH - BEFORE_SUM.length;
  const content = text.slice(0, Math.max(0, place));
  return text === `${content}${BEFORE_SUM}${sumOf(before, content, hash)}${AFTER_SUM}` ? content : undefined;
}

/** The checksum in a line of a journal. */
function ownSum(text: string): string {
  return text.slice(-AFTER_SUM.length - SUM_LENGTH, -AFTER_SUM.length);
}

function sumOf(previous: string, content: string, hash: TextHash): string {
  return hash(previous + content).slice(0, SUM_LENGTH);
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
