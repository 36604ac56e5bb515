import type { ConversionCounts } from '../convert/recordEvent';
import type { PlannedBatch } from '../run/plan';
import type { Target } from '../run/target';

/** The format that this version writes. A newer one is refused. */
export const PLAN_FORMAT = 1;

/** Increased whenever the same bytes, mapping and moment may give other bodies than in the previous version. */
export const CONVERTER_VERSION = 1;

/** Why a plan contains only some of the people of its source. */
export type SelectionReason =
  | { readonly kind: 'all' }
  /** People who differ from what was last sent to the job. */
  | { readonly kind: 'changes' }
  /** People whom a run did not bring to the intended result. */
  | { readonly kind: 'failures'; readonly run: string }
  /** People whom a run that cannot be resumed did not send. */
  | { readonly kind: 'rest'; readonly run: string }
  /** One person of a run. */
  | { readonly kind: 'person'; readonly run: string }
  /**
   * The people of a refused request of a run, one per batch: halves of them are sent until those at fault are found.
   */
  | { readonly kind: 'search'; readonly run: string };

/** The source of a plan, identified by the hash of its bytes rather than by its path. */
export interface PlanSource {
  readonly kind: 'extract' | 'payload';
  /** The file name to show. */
  readonly name: string;
  /**
   * The path from which it was read; absent for standard input and for documents that are not files on this machine.
   */
  readonly path?: string;
  /** The address in the editor of a document that is not a file on this machine. */
  readonly uri?: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601: when the file was modified. */
  readonly modifiedAt?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** The mapping of a plan, identified by the hash of its text. */
export interface PlanMapping {
  readonly name: string;
  readonly path?: string;
  readonly uri?: string;
  readonly sha256: string;
}

/**
 * A plan as stored, without personal data. Bodies are rebuilt from the source and must have these hashes. The records
 * are stored in a separate file.
 */
export interface PlanFile {
  readonly format: typeof PLAN_FORMAT;
  /** The hash of the plan, SHA-256 in hexadecimal, which a confirmation refers to. See {@link planHash}. */
  readonly plan: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly converter: number;
  readonly source: PlanSource;
  /** Absent for a payload. */
  readonly mapping?: PlanMapping;
  /** The input of time and random functions: `now` as ISO 8601, and the seed. */
  readonly moment: { readonly now: string; readonly seed: number };
  /** The name of the connection, and its id if it is one of the user's. */
  readonly connection: { readonly name: string; readonly id?: string };
  readonly target: Target;
  readonly selection: SelectionReason;
  /**
   * The number of operations in a first request that is sent alone, and whose log entries are awaited before the
   * others; 0 for none.
   */
  readonly pilot: number;
  readonly counts: ConversionCounts;
  readonly batches: readonly PlannedBatch[];
}

/**
 * The parts of a plan that are hashed, in this order: the same file, mapping, selection and target give the same hash
 * on any day.
 */
export type HashedParts = Pick<
  PlanFile,
  'converter' | 'source' | 'mapping' | 'target' | 'selection' | 'pilot' | 'batches'
>;
