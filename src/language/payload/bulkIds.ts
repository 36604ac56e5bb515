import type { PayloadShape } from './editedPayload';

/** The identifiers of all operations, from what is known of each already. */
export function takenBulkIds({ parts }: PayloadShape): ReadonlySet<string> {
  return new Set(parts.flatMap(({ findings }) => findings.facts.bulkId?.text ?? []));
}
