import type { BaselineHead } from './baselineHead';
import { personWords } from './digestRows';

/** Why a person whom a job was sent may not be what the baseline says of them. */
export const enum Doubt {
  none,
  /** The log says that it failed. */
  failed,
  /** The service accepted it, and the log never had an entry of it: the service may have dropped it. */
  unanswered,
  /** Nobody knows whether the service took it. */
  unsure,
}

/** Words after those of a person: the second in which the run began that sent them, and its milliseconds with the doubt. */
const OWN_WORDS = 2;
const DOUBT_BITS = 2;
const DOUBTS: readonly Doubt[] = [Doubt.none, Doubt.failed, Doubt.unanswered, Doubt.unsure];

/** The words of a row; rows of the first format have none of their own. */
export function rowWords({ format, attributes }: Pick<BaselineHead, 'format' | 'attributes'>): number {
  return personWords(attributes.length) + (format === 1 ? 0 : OWN_WORDS);
}

/** What a row says besides its person, by the number of attributes. */
export function doubtOf(row: Uint32Array, attributes: number): Doubt {
  return DOUBTS[(row[personWords(attributes) + 1] ?? 0) & ((1 << DOUBT_BITS) - 1)] ?? Doubt.none;
}

/** When the run began that sent the person of a row; milliseconds since 1970, 0 where that is not known. */
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
