import { formatCount } from '../text/formatCount';

const NOUNS = {
  person: 'people',
  record: 'records',
  operation: 'operations',
  request: 'requests',
  id: 'ids',
} as const;

/** Returns `1 person` or `2,000 people`. */
export function counted(count: number, noun: keyof typeof NOUNS): string {
  return `${formatCount(count)} ${count === 1 ? noun : NOUNS[noun]}`;
}

/** Selects the verb after {@link counted}: `is` or `are`, `was` or `were`, `has` or `have`. */
export function agree(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
