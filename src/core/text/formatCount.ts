/** Formats an integer as `12,345`. Avoids `toLocaleString`, whose first call takes many milliseconds. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
