import { createHash } from 'node:crypto';

/** A GUID that looks like any other, the same for the same number. */
export function guidOf(number: number): string {
  const digits = createHash('sha256').update(String(number)).digest('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([start, end]) => digits.slice(start, end))
    .join('-');
}
