import type { BaselineHead } from './baselineHead';
import { personWords } from './digestRows';

/** Why a person who was sent to a job may differ from what the baseline says. */
export const enum Doubt {
  none,
  /** The log says that it failed. */
  failed,
  /** The service accepted it, but the log never had an entry for it: the service may have dropped it. */
  unanswered,
  /** It is unknown whether the service received it. */
  unsure,
}

/**
 * The words after those of a person: the second in which the run that sent them started, and the milliseconds together
 * with the doubt.
 */
const RUN_WORD_COUNT = 2;
const DOUBT_BITS = 2;
const DOUBTS: readonly Doubt[] = [Doubt.none, Doubt.failed, Doubt.unanswered, Doubt.unsure];

/** The number of words in a row. Rows of the first format consist of the person alone. */
export function rowWords({ format, attributes }: Pick<BaselineHead, 'format' | 'attributes'>): number {
  return personWords(attributes.length) + (format === 1 ? 0 : RUN_WORD_COUNT);
}

/** The doubt that a row contains, given the number of attributes. */
export function doubtOf(row: Uint32Array, attributes: number): Doubt {
  return DOUBTS[(row[personWords(attributes) + 1] ?? 0) & ((1 << DOUBT_BITS) - 1)] ?? Doubt.none;
}

/** When the run that sent the person of a row started, in milliseconds since 1970; 0 if unknown. */
export function sentAtOf(row: Uint32Array, attributes: number): number {
  const at = personWords(attributes);
  return (row[at] ?? 0) * 1000 + ((row[at + 1] ?? 0) >>> DOUBT_BITS);
}

/**
 * @param sentAt milliseconds since 1970
 * @param doubt a {@link Doubt}
 */
export function markRow(row: Uint32Array, attributes: number, sentAt: number, doubt: number): void {
  const at = personWords(attributes);
  row[at] = Math.floor(sentAt / 1000);
  row[at + 1] = ((sentAt % 1000) << DOUBT_BITS) | doubt;
}
