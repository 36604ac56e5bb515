import { formatCount } from '../text/formatCount';
import type { RecordProblem } from '../problems/problem';
import type { Plan } from './plan';
import type { HashBody } from './planBuilder';

/** A request that leaves, made again from the source of its plan. */
export interface PlannedBody {
  readonly kind: 'body';
  /** The number of its batch. */
  readonly number: number;
  readonly operations: number;
  readonly body: string;
  /** Of a search that sends several batches together: the number of the last, and the SHA-256 of the body. */
  readonly group?: { readonly through: number; readonly hash: string };
}

/** Why a request cannot be made again: nothing more may be sent. */
export interface LostBody {
  readonly kind: 'lost';
  /** The number of the batch. */
  readonly number: number;
  /** What happened, and what to do, in two sentences. */
  readonly message: string;
  readonly remedy: string;
}

/** What is sent of a plan, batch by batch, each made when it is asked for. */
export type PlannedBodies = AsyncIterable<PlannedBody | LostBody> | Iterable<PlannedBody | LostBody>;

/** A body as bytes, or what keeps the source from being read. */
export type RemadeBody = Uint8Array | RecordProblem;

/** What is to be sent: the plan, and its bodies as they leave. */
export interface Sending {
  readonly plan: Plan;
  readonly bodies: PlannedBodies;
}

/** Lets the bodies of a plan pass, and nothing else: the first one that is not what was planned ends it. */
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
    message: `The extract was changed after it was checked: request ${formatCount(number)} is not what it was then.${why}`,
    remedy: 'Look at the extract as it is now, and send it again: whoever is there already stays as they are.',
  };
}
