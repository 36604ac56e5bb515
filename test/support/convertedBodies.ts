import { loadMapping } from '../../src/core/mapping/loadMapping';
import type { ConvertToRequestsOptions } from '../../src/extract/convertToRequests';
import { convertToRequests } from '../../src/extract/convertToRequests';

/** The bodies that an extract is converted to; a fatal problem is thrown. */
export async function convertedBodies(
  bytes: AsyncIterable<Uint8Array>,
  mapping: string,
  options: ConvertToRequestsOptions = {},
): Promise<readonly string[]> {
  const bodies: string[] = [];
  for await (const events of convertToRequests(bytes, loadMapping(mapping), options))
    for (const event of events) {
      if (event.kind === 'fatal') throw new Error(event.problems.map(({ message }) => message).join('\n'));
      if (event.kind === 'requests') bodies.push(...linesOf(event.requests.bytes));
    }
  return bodies;
}

/** Bodies as texts, one a line. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1);
}
