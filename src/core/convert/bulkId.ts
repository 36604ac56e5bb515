/** Unique within a conversion. Contains the record's number, so that the record can be recognised later. */
export function bulkIdOf(record: number): string {
  return `record-${record}`;
}
