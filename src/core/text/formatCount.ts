/** `12,345`, of a whole number. Not by `toLocaleString`, which takes many milliseconds when it is first called. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
