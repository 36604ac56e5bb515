import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';

interface Request {
  readonly Operations: readonly { readonly data: unknown }[];
}

/** How many operations two files of requests have in common: all of them, one by one, or it throws at the first that differs. */
export async function sameOperations(ours: string, theirs: string): Promise<number> {
  const others = operationsOf(theirs);
  let compared = 0;
  for await (const operation of operationsOf(ours)) {
    const other = await others.next();
    compared++;
    if (other.done === true || !isDeepStrictEqual(operation.data, other.value.data))
      throw new Error(
        `operation ${String(compared)} differs:\n${JSON.stringify(operation)}\n${JSON.stringify(other.value)}`,
      );
  }
  if ((await others.next()).done !== true) throw new Error(`ours end after ${String(compared)} operations`);
  return compared;
}

async function* operationsOf(path: string): AsyncGenerator<Request['Operations'][number], void, undefined> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    yield* (JSON.parse(line) as Request).Operations;
}
