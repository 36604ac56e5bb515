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

/** An ISO 8601 time in UTC in a form that every country can read: `2026-11-28 18:30 UTC`. */
export function utcTime(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
