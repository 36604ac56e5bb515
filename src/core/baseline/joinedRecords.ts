import type { CountedRecords } from './survey';

const MAX_LISTED = 10;

/** Joins two groups that have no records in common. */
export function joinedRecords(one: CountedRecords, other: CountedRecords): CountedRecords {
  const first = [...one.first, ...other.first].sort((a, b) => a.record - b.record).slice(0, MAX_LISTED);
  return { count: one.count + other.count, first };
}
