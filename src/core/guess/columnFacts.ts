import type { ColumnProfile, ExtractProfile } from '../profile/extractProfile';
import type { Meaning } from './attributeNames';
import { isPrivate, meaningsOf } from './attributeNames';

/** What a column's name and values say about it. */
export interface ColumnFacts {
  readonly column: string;
  readonly index: number;
  readonly names: ReadonlyMap<Meaning, number>;
  readonly isPrivate: boolean;
  readonly profile: ColumnProfile;
  /** Records that were looked at. */
  readonly records: number;
  /** The values are all that the records hold. */
  readonly isWhole: boolean;
  /** No value occurs twice, and some are there. */
  readonly isUnique: boolean;
  /** The part of the filled records, from 0 to 1, whose value passes. */
  readonly share: (test: (value: string) => boolean) => number;
}

/** @param columns the header, for columns that the profile does not know */
export function columnFacts(columns: readonly string[], profile: ExtractProfile): readonly ColumnFacts[] {
  const profiles = new Map(profile.columns.map((each) => [each.column, each]));
  return columns.map((column, index) => {
    const own = profiles.get(column) ?? { column, filled: 0, distinct: 0, isDistinctExact: true, values: [] };
    const seen = own.values.reduce((sum, { count }) => sum + count, 0);
    return {
      column,
      index,
      names: meaningsOf(column),
      isPrivate: isPrivate(column),
      profile: own,
      records: profile.records,
      isWhole: own.isDistinctExact && own.values.length === own.distinct,
      isUnique: own.filled > 0 && own.distinct === own.filled,
      share: (test) => {
        if (seen === 0) return 0;
        return own.values.reduce((sum, { value, count }) => sum + (test(value.trim()) ? count : 0), 0) / seen;
      },
    };
  });
}

/** The profile of records that are at hand, whole. @param records cells in the order of the columns */
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
