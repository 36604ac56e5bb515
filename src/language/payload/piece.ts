import type { JsonNode } from '../../core/json/jsonNode';
import { readTree } from '../../core/json/readJsonText';
import type { Span } from '../../core/text/span';
import { span } from '../../core/text/span';
import type { TextEdit } from '../../core/text/textEdit';
import type { EditedPart, EditedPayload } from './editedPayload';
import { partIn } from './editedPayload';
import { nodesAround } from './nodeAtPath';
import { indentAt } from './rewrite/jsonLayout';

/** The unit that is read and changed: an operation, a single user, or the request around its operations. */
export interface PayloadPiece {
  readonly kind: 'operation' | 'user' | 'envelope';
  /** Begins with the indentation of its first line. */
  readonly text: string;
  readonly root: JsonNode;
  readonly toPayload: (offset: number) => number;
  readonly fromPayload: (offset: number) => number;
}

/** Maximum distance, in characters, over which the start of a line is searched. */
const LINE = 500;

/** The piece that contains a place; `undefined` if the text has no value there. */
export function pieceAt(payload: EditedPayload, offset: number): PayloadPiece | undefined {
  const part = partIn(payload.payload, offset);
  return part === undefined ? envelope(payload) : pieceOf(payload, part);
}

export function pieceOf({ payload, slice }: EditedPayload, part: EditedPart): PayloadPiece | undefined {
  const before = slice(Math.max(0, part.start - LINE), part.start);
  const indent = indentAt(before, before.length);
  const text = indent + part.text;
  const root = readTree(text);
  const shift = part.start - indent.length;
  return root && { kind: payload.kind === 'user' ? 'user' : 'operation', text, root, ...shiftedBy(shift) };
}

function shiftedBy(shift: number) {
  return { toPayload: (offset: number) => offset + shift, fromPayload: (offset: number) => offset - shift };
}

/** The request with an empty list of operations. */
function envelope({ payload }: EditedPayload): PayloadPiece | undefined {
  const { head, tail, length } = payload;
  const text = head + tail;
  const root = readTree(text);
  const shift = length - text.length;
  return (
    root && {
      kind: 'envelope',
      text,
      root,
      toPayload: (offset) => (offset < head.length ? offset : offset + shift),
      fromPayload: (offset) => (offset <= head.length ? offset : Math.max(head.length, offset - shift)),
    }
  );
}

/** The person of an operation, or the single user itself. */
export function resourceIn({ kind, root }: PayloadPiece): JsonNode | undefined {
  if (kind === 'envelope') return undefined;
  const resource =
    kind === 'user' ? root : root.children?.find(({ children }) => children?.[0]?.value === 'data')?.children?.[1];
  return resource?.type === 'object' ? resource : undefined;
}

/** The innermost node that covers a whole span; if a name and its member both do, the name. */
export function nodeOver({ root }: PayloadPiece, { start, end }: Span): JsonNode {
  const over = nodesAround(root, start).filter((node) => node.offset <= start && end <= node.offset + node.length);
  return over.at(-1) ?? root;
}

/** Converts edits of a piece to edits of the payload. */
export function inPayload({ toPayload }: PayloadPiece, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(({ span: { start, end }, newText }) => ({ span: span(toPayload(start), toPayload(end)), newText }));
}
