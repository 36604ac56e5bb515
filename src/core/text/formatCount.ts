/** `12,345`, for a whole number. Not by `toLocaleString`, whose first call takes many milliseconds. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
