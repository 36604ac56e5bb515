import type { BatchState, RecordState } from '../../../src/core/run/recordState';
import type { Demand } from './demands';

/** A batch as its plan holds it. */
interface PlannedInBooks {
  readonly number: number;
  /** SHA-256 of its body, in hexadecimal. */
  readonly hash: string;
  /** The matching ids of its operations. */
  readonly ids: readonly string[];
}

/** What the product says of a run in the end: on its screens and in its exports. */
export interface AccountInBooks {
  readonly counts: Readonly<Record<string, number>>;
  readonly batches: readonly {
    readonly number: number;
    readonly operations: number;
    readonly state: BatchState;
    readonly attempts: number;
    readonly maybeTwice: boolean;
  }[];
  readonly records: readonly { readonly record: number; readonly state: RecordState; readonly batch?: number }[];
}

/** One plan that was confirmed, and what the product says became of it. */
export interface RunInBooks {
  readonly id: string;
  /** Of a search: the run and the number of its request that is searched. Its requests hold several of its batches, one after another. */
  readonly searches?: { readonly run: string; readonly request: number };
  /** Whether it was gone on with until the network did no harm any more, and nobody stopped it. */
  readonly isCalmAtLast: boolean;
  /** The records of its source. */
  readonly records: number;
  readonly batches: readonly PlannedInBooks[];
  /** The hashes of the bodies that a conversion by itself gives: what a preview shows. */
  readonly shown: ReadonlySet<string>;
  /** As it was in memory at the end, and as a new process reads it from disk. */
  readonly account: AccountInBooks;
  readonly reread: AccountInBooks;
  /** Attempts that the journal has begun, by batch. */
  readonly begun: ReadonlyMap<number, number>;
}

/** A body that the server has received whole: the truth. */
export interface Received {
  /** The id of the run that has sent it. */
  readonly run: string;
  readonly hash: string;
  readonly ids: readonly string[];
  /** For each of its operations the hash of a body of that operation alone. */
  readonly operations: readonly string[];
  /** Milliseconds by the client's clock. */
  readonly at: number;
}

/** Everything there is to compare after a run of the campaign. */
export interface Books {
  /** In the order in which they were confirmed. */
  readonly runs: readonly RunInBooks[];
  /** What the service may have taken, as far as a client can know. */
  readonly received: readonly Received[];
  /** Of these, what it has taken. */
  readonly staged: readonly Received[];
  /** What it has refused, in an answer that a client can read. */
  readonly refused: readonly Received[];
  /** When each call arrived, received whole or not. Milliseconds by the client's clock. */
  readonly calls: readonly number[];
  /** Waits that the server has demanded, and the client has heard of. */
  readonly demanded: readonly Demand[];
  /** `host:port` of every connection that was made. */
  readonly connections: readonly string[];
  readonly allowed: ReadonlySet<string>;
  /** Files of the state folder, and everything that was printed. */
  readonly written: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Texts of people that may be in none of them. */
  readonly canaries: readonly string[];
}
