import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { CheckedResource } from '../shape/checkedResource';

/** A text to compare with those of other operations, and its place. */
export interface PlacedText {
  readonly text: string;
  /** The range of the string, including its quotes. */
  readonly span: Span;
}

/** The facts of an operation that are needed to compare all operations of a request. */
export interface OperationFacts {
  /** The range of the operation. */
  readonly span: Span;
  readonly bulkId?: PlacedText;
  readonly externalId?: PlacedText;
  /** Its label: displayName, or else the parts of the name, or else userName. */
  readonly title?: string;
}

/** A check of one person's resource: the `data` of an operation, or a single user. */
export interface ResourceCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (resource: CheckedResource) => Iterable<Problem>;
}

/** A check of one operation of a bulk request, except its `data`, which {@link ResourceCheck} covers. */
export interface OperationCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (operation: JsonNode) => Iterable<Problem>;
}

/** A check of the envelope, in which `Operations` is an empty list. */
export interface EnvelopeCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (envelope: JsonNode) => Iterable<Problem>;
}

/** A check of all operations together; `list` is the range of the whole list. */
export interface RequestCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (operations: readonly OperationFacts[], list: Span) => Iterable<Problem>;
}

/** The findings in one operation, with offsets in its tree. */
export interface OperationFindings {
  readonly problems: readonly Problem[];
  readonly facts: OperationFacts;
}
