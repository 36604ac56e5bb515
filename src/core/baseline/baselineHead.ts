import { isJsonObject, member, readJson, stringMember } from '../json/jsonValue';
import type { JsonValue } from '../json/jsonValue';

/** The format that this version writes. The previous one can be read; a newer one is refused. */
export const BASELINE_FORMAT = 2;

/** What is known about what a job was last sent, except the people. */
export interface BaselineHead {
  readonly format: 1 | typeof BASELINE_FORMAT;
  /** Identifies the key of the hashes, to tell whether this machine still has it. */
  readonly key: string;
  /** The attributes that are hashed, as the mapping spells them. */
  readonly attributes: readonly string[];
  /**
   * SHA-256 of the mapping with which all people were last accepted, or of the first mapping if that never happened;
   * absent without a mapping.
   */
  readonly mapping?: string;
  /** Increased with every change that makes different bodies from the same source. */
  readonly converter: number;
  /** The file that was last sent. */
  readonly source: {
    readonly name: string;
    readonly sha256: string;
    readonly size: number;
    readonly modifiedAt?: string;
  };
  /** The number of records in the last whole extract, including refused and excluded ones. */
  readonly records: number;
  /** ISO 8601: when the latest part was accepted, and when all people of an extract were last accepted. */
  readonly takenAt: string;
  readonly wholeAt?: string;
  /** The plans that were accepted in full, newest last: the time, and a hash of all their bodies. */
  readonly plans: readonly { readonly at: string; readonly bodies: string }[];
  /** By run id, how much of the run's journal is included; only the newest runs. */
  readonly runs?: Readonly<Record<string, string>>;
  /** ISO 8601: when the newest of these runs started. */
  readonly startedAt?: string;
}

/** Maximum number of plans that are remembered. */
export const REMEMBERED_PLANS = 20;
/**
 * Maximum number of runs that are remembered. The journal of a forgotten run is included again, which changes nothing.
 */
export const REMEMBERED_RUNS = 100;

/** The head of a file of rows, or a clause that says why the file cannot be used. */
export type HeadReading = { readonly head: BaselineHead } | { readonly unknown: string };

/** Parses a head that was written completely. */
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
