import { elementsOf, memberNode } from '../json/jsonNode';
import { readTree } from '../json/readJsonText';

/** The text of a bulk request, split at its operations. */
export interface BodyParts {
  readonly operations: readonly string[];
  /** The text before the first operation, and after the last. */
  readonly head: string;
  readonly tail: string;
}

/** Splits a bulk request into its operations, character by character. */
export function partsOfBody(body: string): BodyParts {
  const nodes = elementsOf(memberNode(readTree(body), 'Operations'));
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a request that was planned has no operations');
  return {
    operations: nodes.map(({ offset, length }) => body.slice(offset, offset + length)),
    head: body.slice(0, first.offset),
    tail: body.slice(last.offset + last.length),
  };
}

/** A bulk request with some of its operations and the same surrounding text. */
export function bodyOf({ head, tail }: BodyParts, operations: readonly string[]): string {
  return `${head}${operations.join(',')}${tail}`;
}
