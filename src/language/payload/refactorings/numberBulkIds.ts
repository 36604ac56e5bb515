import { memberNode, spanOf } from '../../../core/json/jsonNode';
import type { JsonNode } from '../../../core/json/jsonNode';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { EditedPart, EditedPayload } from '../editedPayload';
import { inPayload, pieceOf } from '../piece';
import { whereFor } from '../quickFixes/addMember';
import { insertMember } from '../rewrite/insertChild';

/** Numbers all operations from 1 in their order; an operation that has its number already is unchanged. */
export function numberBulkIds(payload: EditedPayload): readonly TextEdit[] {
  return payload.payload.parts.flatMap((part, index) => numbered(payload, part, String(index + 1)));
}

function numbered(payload: EditedPayload, part: EditedPart, number: string): readonly TextEdit[] {
  const known = part.findings.facts.bulkId;
  if (known?.text === number) return [];
  // The tree is needed only for values that are missing or not strings
  const there = known?.span ?? spanOfNode(memberNode(part.root, 'bulkId'));
  const newText = JSON.stringify(number);
  if (there !== undefined) return [{ span: span(part.start + there.start, part.start + there.end), newText }];
  const piece = pieceOf(payload, part);
  if (piece?.root.type !== 'object') return [];
  const where = whereFor('bulkId', piece.root);
  return inPayload(piece, [insertMember(piece.text, piece.root, 'bulkId', number, where)]);
}

function spanOfNode(node: JsonNode | undefined): Span | undefined {
  return node && spanOf(node);
}
