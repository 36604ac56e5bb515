import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { CheckedResource } from '../shape/checkedResource';

/** A text that other operations are compared with, and its place. */
export interface PlacedText {
  readonly text: string;
  /** Of the string, with its quotes. */
  readonly span: Span;
}

/** The facts of an operation for comparing all operations of a request. */
export interface OperationFacts {
  /** The operation as a whole. */
  readonly span: Span;
  readonly bulkId?: PlacedText;
  readonly externalId?: PlacedText;
  /** Its label: displayName, else the parts of the name, else userName. */
  readonly title?: string;
}

/** A check of one person's resource, in an operation as `data` or on its own. */
export interface ResourceCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (resource: CheckedResource) => Iterable<Problem>;
}

/** A check of one operation of a bulk request; its `data` is for {@link ResourceCheck}. */
export interface OperationCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (operation: JsonNode) => Iterable<Problem>;
}

/** A check of the envelope; `Operations` is an empty list in it. */
export interface EnvelopeCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (envelope: JsonNode) => Iterable<Problem>;
}

/** A check of all operations together; `list` is the range of the whole list. */
export interface RequestCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (operations: readonly OperationFacts[], list: Span) => Iterable<Problem>;
}

/** What was found in one operation, at offsets of its tree. */
export interface OperationFindings {
  readonly problems: readonly Problem[];
  readonly facts: OperationFacts;
}
