const UNITS: readonly (readonly [word: string, milliseconds: number, most: number])[] = [
  ['min', 60_000, 60],
  ['h', 3_600_000, 24],
];

const DAY = 86_400_000;

/**
 * Formats how long ago something was, in a short form: `just now`, `5 min ago`, `2 h ago`, `yesterday`, `3 days ago`.
 */
export function formatAgo(at: number, now: number): string {
  const passed = now - at;
  if (passed < 60_000) return 'just now';
  for (const [word, unit, most] of UNITS) {
    const count = Math.floor(passed / unit);
    if (count < most) return `${count} ${word} ago`;
  }
  const days = Math.floor(passed / DAY);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
