import type { ColumnProfile, ExtractProfile } from '../profile/extractProfile';
import type { Meaning } from './attributeNames';
import { isPrivate, meaningsOf } from './headers/headerMeaning';

/** A record as read: its cells in the order of the columns, and the line in the file on which it begins. */
export interface SampledRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What a column's name and values show about it. */
export interface ColumnFacts {
  readonly column: string;
  readonly index: number;
  readonly names: ReadonlyMap<Meaning, number>;
  readonly isPrivate: boolean;
  readonly profile: ColumnProfile;
  /** Number of records read. */
  readonly records: number;
  /** The records, if they were kept; otherwise empty. */
  readonly rows: readonly SampledRecord[];
  /** Whether the profile has all values of the column. */
  readonly isWhole: boolean;
  /** Whether there are values and no value occurs twice. */
  readonly isUnique: boolean;
  /** The same with a few exceptions, as in an extract that nobody has checked yet. */
  readonly isNearlyUnique: boolean;
  /** The share of filled records, from 0 to 1, whose value passes a test. */
  readonly share: (test: (value: string) => boolean) => number;
}

/** @param columns the header, including columns that the profile does not have */
export function columnFacts(
  columns: readonly string[],
  profile: ExtractProfile,
  rows: readonly SampledRecord[] = [],
): readonly ColumnFacts[] {
  const profiles = new Map(profile.columns.map((each) => [each.column, each]));
  const names = namesOf(columns);
  return columns.map((column, index) => {
    const own = profiles.get(column) ?? { column, filled: 0, distinct: 0, isDistinctExact: true, values: [] };
    const seen = own.values.reduce((sum, { count }) => sum + count, 0);
    const repeated = own.filled - own.distinct;
    return {
      column,
      index,
      names: names[index] ?? new Map(),
      isPrivate: isPrivate(column),
      profile: own,
      records: profile.records,
      rows,
      isWhole: own.isDistinctExact && own.values.length === own.distinct,
      isUnique: own.filled > 0 && repeated === 0,
      isNearlyUnique:
        own.filled > 0 && (repeated === 0 || (own.filled >= 4 && repeated <= Math.max(1, own.filled / 50))),
      share: (test) => {
        if (seen === 0) return 0;
        return own.values.reduce((sum, { value, count }) => sum + (test(value.trim()) ? count : 0), 0) / seen;
      },
    };
  });
}

/** `Name` is the family name if another column has the given name; otherwise it is the full name. */
function namesOf(columns: readonly string[]): readonly ReadonlyMap<Meaning, number>[] {
  const all = columns.map(meaningsOf);
  const hasParts = all.some((names) =>
    (['givenName', 'familyName'] as const).some((part) => (names.get(part) ?? 0) >= 0.8 && !names.has('displayName')),
  );
  return all.map((names) => {
    const isOpen = names.has('displayName') && (names.get('familyName') ?? 1) < 0.8;
    if (!isOpen || hasParts) return names;
    return new Map([...names, ['displayName', 1] as const].filter(([meaning]) => meaning !== 'familyName'));
  });
}

/**
 * Profiles the given records.
 * @param records cells in the order of the columns
 */
export function profileRecords(
  columns: readonly string[],
  records: readonly (readonly string[])[],
  isComplete: boolean,
): ExtractProfile {
  return {
    records: records.length,
    isComplete,
    columns: columns.map((column, index) => {
      const counts = new Map<string, number>();
      for (const record of records) {
        const value = record[index] ?? '';
        if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
      const filled = values.reduce((sum, { count }) => sum + count, 0);
      return { column, filled, distinct: values.length, isDistinctExact: true, values };
    }),
  };
}
