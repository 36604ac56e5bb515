/** A time in a form that every country can read: `2026-11-28 18:30 UTC`. */
export function sayTime(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'an unknown time';
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
