import { keyOf, wordsOf } from '../text/headerWords';
import type { ColumnFacts } from './columnFacts';

/** Words that have a meaning only in combination: `Baja` alone may be sick leave, and `A` may be anything. */
interface CodeSet {
  readonly enabled: readonly string[];
  readonly disabled: readonly string[];
  /** Other values in such a column that leave the status open, for example for people on leave. */
  readonly open: readonly string[];
  /** The columns in which these codes occur; if absent, any status column. */
  readonly header?: RegExp;
  /** Whether the codes are unambiguous enough for a rule. */
  readonly isSure?: boolean;
}

/** The meanings of a column's codes, and whether they are certain. */
export interface StatusCodes {
  readonly meanings: ReadonlyMap<string, boolean>;
  readonly isSure: boolean;
}

const SETS: readonly CodeSet[] = [
  // UKG and PeopleSoft: A active, I inactive, T terminated, L and P leave, S suspended, R, Q, U, V and X retired or
  // paid, D deceased, O other
  { enabled: ['a'], disabled: ['t', 'i'], open: ['l', 'p', 's', 'r', 'd', 'o', 'q', 'u', 'v', 'x'] },
  {
    enabled: ['act', 'actv'],
    disabled: ['inact', 'inac', 'ina', 'term', 'trm', 'inactv'],
    open: ['loa', 'lve', 'susp', 'ret'],
  },
  { enabled: ['alta', 'de alta'], disabled: ['baja', 'de baja'], open: [], isSure: true },
  { enabled: ['a'], disabled: ['b'], open: [], header: /^(?:(?:situacion)?altabaja|altaobaja)$/ },
  // SAP, infotype 0000, STAT2: 0 has left, 1 is not working at present, 2 is retired, 3 is active
  { enabled: ['3'], disabled: ['0'], open: ['1', '2'], header: /^stat2$/, isSure: true },
];

/**
 * The meanings of the codes in a status column that contains both sides of one set and nothing else. Codes that leave
 * the status open are left out.
 */
export function statusCodes(facts: ColumnFacts): StatusCodes {
  const words = new Set(facts.profile.values.map(({ value }) => value.trim().toLowerCase()));
  const header = keyOf(wordsOf(facts.column.replace(/^(?:PA?|IT)?0\d{3}[\s_./-]+/i, '')));
  const set = SETS.find(({ enabled, disabled, open, header: own }) => {
    const known = new Set([...enabled, ...disabled, ...open]);
    const has = (codes: readonly string[]) => codes.some((code) => words.has(code));
    return (own?.test(header) ?? true) && [...words].every((word) => known.has(word)) && has(enabled) && has(disabled);
  });
  const { enabled = [], disabled = [], isSure = false } = set ?? {};
  const meanings = new Map([
    ...enabled.map((code) => [code, true] as const),
    ...disabled.map((code) => [code, false] as const),
  ]);
  return { meanings, isSure };
}
