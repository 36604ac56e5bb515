import type { ConversionCounts } from '../convert/recordEvent';
import type { PlannedBatch } from '../run/plan';
import type { Target } from '../run/target';

/** The format that this version writes. A newer one is refused, not guessed. */
export const PLAN_FORMAT = 1;

/** Raised whenever the same bytes, mapping and moment may give other bodies than the version before. */
export const CONVERTER_VERSION = 1;

/** Why a plan holds only some of the people of its source. */
export type SelectionReason =
  | { readonly kind: 'all' }
  /** Those who differ from what the job was last sent. */
  | { readonly kind: 'changes' }
  /** Those whom a run failed to bring to their aim. */
  | { readonly kind: 'failures'; readonly run: string }
  /** Those whom a run that cannot be resumed had not sent. */
  | { readonly kind: 'rest'; readonly run: string }
  /** One person of a run. */
  | { readonly kind: 'person'; readonly run: string }
  /** Those of a request that a run had refused, a batch each: halves of them are sent until those at fault are found. */
  | { readonly kind: 'search'; readonly run: string };

/** What a plan was made from: its bytes by their hash, never by their path alone. */
export interface PlanSource {
  readonly kind: 'extract' | 'payload';
  /** The file's name, for people. */
  readonly name: string;
  /** Where it was read from; absent for standard input and documents that are not files of this machine. */
  readonly path?: string;
  /** Its address in the editor, for documents that are not files of this machine. */
  readonly uri?: string;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601: the file's time of modification. */
  readonly modifiedAt?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** The mapping of a plan: its text by its hash. */
export interface PlanMapping {
  readonly name: string;
  readonly path?: string;
  readonly uri?: string;
  readonly sha256: string;
}

/**
 * A plan as it is kept: it holds nobody's data. Bodies are made again from the source and must have these hashes. Records are in a
 * file of their own beside it.
 */
export interface PlanFile {
  readonly format: typeof PLAN_FORMAT;
  /** The plan's hash, SHA-256 in hexadecimal: what a confirmation names. See {@link planHash}. */
  readonly plan: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly converter: number;
  readonly source: PlanSource;
  /** Absent for a payload. */
  readonly mapping?: PlanMapping;
  /** What functions of time and chance read: `now` as ISO 8601, and the seed. */
  readonly moment: { readonly now: string; readonly seed: number };
  /** The name of the connection, and its id where it is one of the user's. */
  readonly connection: { readonly name: string; readonly id?: string };
  readonly target: Target;
  readonly selection: SelectionReason;
  /** Operations of the first request that are sent alone, and whose log entries are awaited before the others; 0 for none. */
  readonly pilot: number;
  readonly counts: ConversionCounts;
  readonly batches: readonly PlannedBatch[];
}

/** What a plan's hash is taken of, in this order: the same file, mapping, selection and target give the same hash on any day. */
export type HashedParts = Pick<
  PlanFile,
  'converter' | 'source' | 'mapping' | 'target' | 'selection' | 'pilot' | 'batches'
>;
