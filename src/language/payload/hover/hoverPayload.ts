import { getNodePath } from 'jsonc-parser';
import type { JSONPath } from 'jsonc-parser';
import type { Hover } from 'vscode-languageserver-types';
import type { JsonNode } from '../../../core/json/jsonNode';
import { spanOf, stringOf } from '../../../core/json/jsonNode';
import { readTree } from '../../../core/json/readJsonText';
import { attributeFacts } from '../../../core/scim/attributeFacts';
import { formatAttributePath } from '../../../core/scim/attributePath';
import { attributeText } from '../../mapping/hover/attributeText';
import { describeUrn } from '../../mapping/hover/describePath';
import type { Markdown } from '../../shared/markdown';
import { code, markup, words, ours, paragraphs, prose } from '../../shared/markdown';
import type { EditedPayload } from '../editedPayload';
import { rangeAt } from '../../shared/textPlaces';
import type { MinimalRequest } from '../minimalRequest';
import { minimalRequest } from '../minimalRequest';
import { memberOfNode, nodeAtPath, nodesAround } from '../nodeAtPath';
import type { PayloadService } from '../payloadService';
import type { ResourceAttribute } from '../resourcePath';
import { attributeAt, knownSchemaOf, withinResource } from '../resourcePath';

/** Information about the member under the cursor, as Markdown without commands or links. */
export async function hoverPayload(
  service: PayloadService,
  payload: EditedPayload,
  offset: number,
): Promise<Hover | undefined> {
  const request = minimalRequest(payload, offset);
  const root = readTree(request.text);
  const node = root && wordAt(root, request.offset);
  if (root === undefined || node === undefined) return undefined;
  const value = describe(payload, root, node) ?? (await ofShape(service, payload, request));
  return value === undefined ? undefined : { contents: markup(value), range: rangeOfNode(payload, request, node) };
}

/** The node if it is a name or a value without children. */
function wordAt(root: JsonNode, offset: number): JsonNode | undefined {
  const node = nodesAround(root, offset).at(-1);
  return node === undefined || ['object', 'array', 'property'].includes(node.type) ? undefined : node;
}

function rangeOfNode(payload: EditedPayload, { toPayload }: MinimalRequest, node: JsonNode) {
  const { start, end } = spanOf(node);
  return rangeAt(payload, { start: toPayload(start), end: toPayload(end) });
}

function describe(payload: EditedPayload, root: JsonNode, node: JsonNode): Markdown | undefined {
  const whole = pathOf(node);
  const path = withinResource(payload.payload.kind, whole);
  if (path === undefined) return undefined;
  const [first, second] = path;
  const urn =
    path.length === 1 ? first : first === 'schemas' && typeof second === 'number' ? stringOf(node) : undefined;
  if (typeof urn === 'string' && /^urn:/i.test(urn)) return describeUrn({ text: urn, span: spanOf(node) }).markdown;
  const resource = nodeAtPath(root, whole.slice(0, whole.length - path.length));
  const attribute = attributeAt(path, resource, payload.knowledge);
  return attribute === undefined ? ofExtension(payload, path) : ofAttribute(attribute, node);
}

/** The path of a node; for a name, the path of its member. */
function pathOf(node: JsonNode): JSONPath {
  const member = memberOfNode(node);
  return member?.nameNode === node ? [...getNodePath(member.object), String(node.value)] : getNodePath(node);
}

function ofAttribute({ path, definition }: ResourceAttribute, node: JsonNode): Markdown {
  const facts = attributeFacts(path);
  if (facts === undefined)
    return paragraphs(
      words`**${code(formatAttributePath(path), Infinity)}** ${prose(definition.type)}`,
      prose(definition.description),
    );
  const { head, rest } = attributeText(path, definition, facts);
  return paragraphs(head, lengthOf(node, facts.maxLength?.characters), rest);
}

/** The length of a text, compared with its limit. */
function lengthOf(node: JsonNode, limit: number | undefined): Markdown | undefined {
  const text = stringOf(memberOfNode(node)?.value);
  return text === undefined || limit === undefined || text.length <= limit
    ? undefined
    : words`This value has ${text.length} characters, ${text.length - limit} too many.`;
}

/** Describes a member of a schema that only the job knows. */
function ofExtension({ knowledge }: EditedPayload, path: JSONPath): Markdown | undefined {
  const [urn, name, ...rest] = path;
  const isOwn = typeof urn === 'string' && /^urn:/i.test(urn) && knownSchemaOf(knowledge, urn) === undefined;
  if (!isOwn || typeof name !== 'string' || rest.length > 0) return undefined;
  return paragraphs(
    words`**${code(`${urn}:${name}`, Infinity)}**`,
    words`An attribute of a custom schema. It has an effect only if the provisioning job lists it among its source attributes and maps it. *(Entra)*`,
  );
}

/** Describes a member outside the people's data, from the schema of the shape. */
async function ofShape(
  service: PayloadService,
  { payload }: EditedPayload,
  request: MinimalRequest,
): Promise<Markdown | undefined> {
  const hover = await service.ask(payload.kind, request).hover();
  const contents: unknown = hover?.contents;
  const parts: readonly unknown[] = Array.isArray(contents) ? contents : [contents];
  const text = parts.map((part) => (typeof part === 'string' ? part : '')).join('\n\n');
  // The service returns only descriptions from our own schemas
  return text.trim() === '' ? undefined : ours(text);
}
