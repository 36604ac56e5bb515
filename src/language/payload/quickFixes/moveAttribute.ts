import type { JsonNode } from '../../../core/json/jsonNode';
import { elementsOf, spanOf, stringOf } from '../../../core/json/jsonNode';
import type { TextEdit } from '../../../core/text/textEdit';
import { CORE_USER_URN } from '../../../core/scim/urns';
import { textIn } from '../../shared/fixes/fixData';
import type { PayloadPiece } from '../piece';
import { resourceIn } from '../piece';
import { knownSchemaOf } from '../resourcePath';
import { insertElement, insertMemberText } from '../rewrite/insertChild';
import { layoutOf } from '../rewrite/jsonLayout';
import { reindented } from '../rewrite/reindented';
import { removeChildren } from '../rewrite/removeChild';
import { whereFor } from './addMember';
import { memberAround, memberNamed } from './fixNodes';
import type { PayloadQuickFix } from './payloadFix';
import type { MemberNode } from '../nodeAtPath';

/** Moves an attribute to the schema that defines it: under the URN of an extension, or out of one. */
export const moveAttribute: PayloadQuickFix = {
  codes: ['payload.attribute-outside-schema', 'payload.unknown-attribute'],
  *fixes({ data, piece, node, payload }) {
    const urn = textIn(data, 'urn');
    const name = textIn(data, 'attribute');
    const resource = resourceIn(piece);
    const member = memberAround(node);
    if (urn === undefined || name === undefined || member?.value === undefined || resource === undefined) return;
    const home = urn === CORE_USER_URN ? resource : memberNamed(resource, urn)?.value;
    // An existing value is not overwritten
    if (home !== undefined && (home.type !== 'object' || memberNamed(home, name) !== undefined)) return;
    const title = `Move ${name} to ${knownSchemaOf(payload.knowledge, urn)?.name ?? urn}`;
    const edits = [...removalOf(member, resource), ...insertionOf(piece, resource, home, member, urn, name)];
    yield { title, edits: listed(piece, resource, urn, edits), isPreferred: true };
  },
};

/** Removes the member, and its extension if that has no other member. */
function removalOf({ object, property }: MemberNode, resource: JsonNode): readonly TextEdit[] {
  const block = object.parent;
  return object !== resource && object.children?.length === 1 && block?.parent === resource
    ? removeChildren(resource, [block])
    : removeChildren(object, [property]);
}

function insertionOf(
  piece: PayloadPiece,
  resource: JsonNode,
  home: JsonNode | undefined,
  member: MemberNode,
  urn: string,
  name: string,
): readonly TextEdit[] {
  const { value, property } = member;
  const { start, end } = spanOf(value ?? property);
  const text = piece.text.slice(start, end);
  if (home !== undefined) {
    const where = home === resource ? whereFor(name, { ...home, children: remaining(home, member) }) : undefined;
    return [insertMemberText(piece.text, home, name, reindented(piece.text, member.object, home, text), where)];
  }
  const layout = layoutOf(piece.text, resource);
  const deeper = { ...layout, outer: layout.outer + layout.indent };
  const inner = deeper.isOnLines ? deeper.lineEnd + deeper.outer + deeper.indent : ' ';
  const close = deeper.isOnLines ? deeper.lineEnd + deeper.outer : ' ';
  const [open, shut] = layout.comma === ',' && !layout.isOnLines ? ['{', '}'] : [`{${inner}`, `${close}}`];
  const moved = layout.isOnLines ? text.replaceAll('\n', `\n${layout.indent}`) : text;
  const block = open + JSON.stringify(name) + layout.colon + moved + shut;
  return [insertMemberText(piece.text, resource, urn, block, lastOf(resource, property))];
}

/** The last member that stays, as the place for an insertion. */
function lastOf(resource: JsonNode, gone: JsonNode) {
  const after = (resource.children ?? []).findLast((child) => child !== gone);
  return after && { after };
}

function remaining(home: JsonNode, { property, object }: MemberNode): JsonNode[] {
  return (home.children ?? []).filter((child) => child !== property && child !== object.parent);
}

/** Adds the URN of a newly created extension to the list of schemas. */
function listed(piece: PayloadPiece, resource: JsonNode, urn: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const schemas = memberNamed(resource, 'schemas')?.value;
  const isListed = elementsOf(schemas).some((element) => stringOf(element)?.toLowerCase() === urn.toLowerCase());
  if (schemas?.type === 'array') return isListed ? edits : [...edits, insertElement(piece.text, schemas, urn)];
  return edits;
}
