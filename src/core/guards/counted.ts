import { formatCount } from '../text/formatCount';

const NOUNS = {
  person: 'people',
  record: 'records',
  operation: 'operations',
  request: 'requests',
  id: 'ids',
} as const;

/** `1 person`, `2,000 people`. */
export function counted(count: number, noun: keyof typeof NOUNS): string {
  return `${formatCount(count)} ${count === 1 ? noun : NOUNS[noun]}`;
}

/** `is` or `are`, `was` or `were`, `has` or `have` after {@link counted}. */
export function agree(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
