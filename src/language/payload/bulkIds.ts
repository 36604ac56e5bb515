import type { PayloadShape } from './editedPayload';

/** The identifiers of all operations, from facts that are already known of each. */
export function takenBulkIds({ parts }: PayloadShape): ReadonlySet<string> {
  return new Set(parts.flatMap(({ findings }) => findings.facts.bulkId?.text ?? []));
}
