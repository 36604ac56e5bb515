/** Unique within a conversion; contains the record's number, to recognise it later. */
export function bulkIdOf(record: number): string {
  return `record-${record}`;
}
