/**
 * Counts the values that seem to have lost leading zeros: numbers that are shorter than others of the column that have
 * leading zeros. A spreadsheet that opens `00412` writes `412`.
 */
export function countLostZeros(counts: ReadonlyMap<string, number>): number {
  let padded = 0;
  for (const value of counts.keys()) {
    if (!/^\d+$/.test(value)) return 0;
    if (value.startsWith('0')) padded = Math.max(padded, value.length);
  }
  let lost = 0;
  for (const [value, count] of counts) if (value.length < padded && !value.startsWith('0')) lost += count;
  return lost;
}
