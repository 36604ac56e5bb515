import { isJsonObject, member, readJson, stringMember } from '../json/jsonValue';
import type { JsonValue } from '../json/jsonValue';

/** The format that this version writes. The one before it is read, a newer one is refused, not guessed. */
export const BASELINE_FORMAT = 2;

/** What is known of what a job was last sent, besides its people. */
export interface BaselineHead {
  readonly format: 1 | typeof BASELINE_FORMAT;
  /** Tells whether the hashes were made with the key that this machine has now. */
  readonly key: string;
  /** The attributes that there are hashes of, as the mapping spells them. */
  readonly attributes: readonly string[];
  /** SHA-256 of the mapping with which all people were accepted last, else of the first; absent where there was none. */
  readonly mapping?: string;
  /** Raised with every change that makes different bodies from the same source. */
  readonly converter: number;
  /** The file that was sent last. */
  readonly source: {
    readonly name: string;
    readonly sha256: string;
    readonly size: number;
    readonly modifiedAt?: string;
  };
  /** The records of the last whole extract, refused and excluded ones included. */
  readonly records: number;
  /** ISO 8601: when the newest of it was accepted, and when all people of an extract were accepted last. */
  readonly takenAt: string;
  readonly wholeAt?: string;
  /** The plans that were accepted as a whole, newest last: when, and a hash of all their bodies. */
  readonly plans: readonly { readonly at: string; readonly bodies: string }[];
  /** How far the journals of runs had come when what they say was taken over, by the ids of the runs; the newest of them. */
  readonly runs?: Readonly<Record<string, string>>;
  /** ISO 8601: when the newest of these runs began. */
  readonly startedAt?: string;
}

/** How many plans are remembered. */
export const REMEMBERED_PLANS = 20;
/** How many runs are; one that is forgotten is taken over once more, which changes nothing. */
export const REMEMBERED_RUNS = 100;

/** What a file of rows begins with, or why it is of no use, in a clause. */
export type HeadReading = { readonly head: BaselineHead } | { readonly unknown: string };

/** Reads a head that has been written whole. */
export function readBaselineHead(text: string, key: string): HeadReading {
  const json = readJson(text);
  const head = 'value' in json ? json.value : undefined;
  const format = member(head, 'format');
  if (typeof format === 'number' && format > BASELINE_FORMAT)
    return { unknown: 'a newer version of this program has written down what this job was last sent' };
  if (!isHead(head)) return { unknown: DAMAGED };
  if (head.key !== key)
    return { unknown: 'what this job was last sent was written down with a key that this machine no longer has' };
  return { head };
}

export const DAMAGED = 'the file of what this job was last sent is damaged';

function isHead(value: JsonValue | undefined): value is JsonValue & BaselineHead {
  const source = member(value, 'source');
  const format = member(value, 'format');
  return (
    (format === 1 || format === BASELINE_FORMAT) &&
    ['key', 'takenAt'].every((name) => stringMember(value, name) !== undefined) &&
    ['records', 'converter'].every((name) => typeof member(value, name) === 'number') &&
    ['attributes', 'plans'].every((name) => Array.isArray(member(value, name))) &&
    isJsonObject(source) &&
    stringMember(source, 'name') !== undefined
  );
}
