/** Unique within a conversion; the record's number can be read from it, wherever it turns up again. */
export function bulkIdOf(record: number): string {
  return `record-${record}`;
}
