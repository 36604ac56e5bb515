/** English month names, as in the invariant culture. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** English day names, as in the invariant culture. The week begins on Sunday. */
export const DAYS: readonly string[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The only era of the invariant culture. */
export const ERA = 'A.D.';

/** @param count how many letters the format has: three mean the short name, more mean the full one */
export function dateNameAt(names: readonly string[], index: number, count: number): string {
  const full = names[index] ?? '';
  return count === 3 ? full.slice(0, 3) : full;
}
