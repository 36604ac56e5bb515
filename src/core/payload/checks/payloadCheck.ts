import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { CheckedResource } from '../shape/checkedResource';

/** A text that other operations are compared with, and where it stands. */
export interface PlacedText {
  readonly text: string;
  /** Of the string, with its quotes. */
  readonly span: Span;
}

/** What is to be known of an operation when all of a request are looked at together. */
export interface OperationFacts {
  /** The operation as a whole. */
  readonly span: Span;
  readonly bulkId?: PlacedText;
  readonly externalId?: PlacedText;
  /** What a person would call it by: displayName, else the parts of the name, else userName. */
  readonly title?: string;
}

/** A look at one person's resource: what stands in an operation as `data`, or alone. */
export interface ResourceCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (resource: CheckedResource) => Iterable<Problem>;
}

/** A look at one operation of a bulk request; its `data` is for {@link ResourceCheck}. */
export interface OperationCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (operation: JsonNode) => Iterable<Problem>;
}

/** A look at what stands around the operations; `Operations` is there as an empty list. */
export interface EnvelopeCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (envelope: JsonNode) => Iterable<Problem>;
}

/** A look at all operations together; `list` is the place of the whole list. */
export interface RequestCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (operations: readonly OperationFacts[], list: Span) => Iterable<Problem>;
}

/** What was found in one operation, at offsets of the tree it was read from. */
export interface OperationFindings {
  readonly problems: readonly Problem[];
  readonly facts: OperationFacts;
}
