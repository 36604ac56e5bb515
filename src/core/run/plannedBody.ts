import { formatCount } from '../text/formatCount';
import type { RecordProblem } from '../problems/problem';
import type { Plan } from './plan';
import type { HashBody } from './planBuilder';

/** A request to send, rebuilt from the source of its plan. */
export interface PlannedBody {
  readonly kind: 'body';
  /** The number of its batch. */
  readonly number: number;
  readonly operations: number;
  readonly body: string;
  /** For a search that sends several batches together: the number of the last batch, and the SHA-256 of the body. */
  readonly group?: { readonly through: number; readonly hash: string };
}

/** Why a request cannot be rebuilt. Nothing more may be sent. */
export interface LostBody {
  readonly kind: 'lost';
  /** The number of the batch. */
  readonly number: number;
  readonly message: string;
  readonly remedy: string;
}

/** The bodies of a plan in batch order, each built on demand. */
export type PlannedBodies = AsyncIterable<PlannedBody | LostBody> | Iterable<PlannedBody | LostBody>;

/** A rebuilt body, or why the source cannot be read. */
export type RemadeBody = Uint8Array | RecordProblem;

export interface Sending {
  readonly plan: Plan;
  readonly bodies: PlannedBodies;
}

/** Passes on the bodies that match the plan, and ends with the first that does not. */
export async function* verifiedBodies(
  { batches }: Plan,
  remade: AsyncIterable<RemadeBody>,
  hash: HashBody,
  decode: (bytes: Uint8Array) => string,
): AsyncGenerator<PlannedBody | LostBody, void, undefined> {
  const bodies = remade[Symbol.asyncIterator]();
  try {
    for (const { number, operations, hash: expected } of batches) {
      const next = await bodies.next();
      const body = next.done === true ? undefined : next.value;
      if (!(body instanceof Uint8Array) || hash(body) !== expected) {
        yield lost(number, body instanceof Uint8Array ? undefined : body);
        return;
      }
      yield { kind: 'body', number, operations, body: decode(body) };
    }
  } finally {
    await bodies.return?.();
  }
}

function lost(number: number, problem: RecordProblem | undefined): LostBody {
  const why = problem === undefined ? '' : ` ${problem.message}`;
  return {
    kind: 'lost',
    number,
    message: `The extract was changed after it was checked: request ${formatCount(number)} differs from the checked one.${why}`,
    remedy: 'Review the current extract, then send it again. Existing people are left unchanged.',
  };
}
