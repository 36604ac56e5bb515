import type { JsonNode } from '../core/json/jsonNode';
import { elementsOf, firstMember, memberNode, spanOf } from '../core/json/jsonNode';
import { readTree } from '../core/json/readJsonText';
import type { AttributePath, FilterTerm } from '../core/scim/attributePath';
import type { Span } from '../core/text/span';

/**
 * The span of each attribute in an operation's text, including its name; `undefined` for an attribute that the
 * operation does not have.
 * @param operation the text as in its request, or formatted
 */
export function operationSpans(operation: string, paths: readonly AttributePath[]): readonly (Span | undefined)[] {
  const resource = memberNode(readTree(operation), 'data');
  return paths.map((path) => spanIn(resource, path));
}

function spanIn(resource: JsonNode | undefined, { urn, attribute, filter, sub }: AttributePath): Span | undefined {
  const schema = urn === undefined ? resource : memberNode(resource, urn);
  const own = firstMember(schema, attribute);
  const whole = filter === undefined ? own?.value : elementsOf(own?.value).find((element) => matches(element, filter));
  const member = sub === undefined ? own : firstMember(whole, sub);
  if (filter !== undefined && sub === undefined) return whole === undefined ? undefined : spanOf(whole);
  if (member?.value === undefined) return undefined;
  return { start: spanOf(member.nameNode).start, end: spanOf(member.value).end };
}

function matches(element: JsonNode, filter: readonly FilterTerm[]): boolean {
  return filter.every(({ attribute, value }) => memberNode(element, attribute)?.value === value);
}
