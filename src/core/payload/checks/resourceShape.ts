import type { JsonMember, JsonNode } from '../../json/jsonNode';
import { lastMember, memberNode, membersOf, spanOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../../scim/urns';
import { wrongAttributeType } from '../shape/attributeType';
import type { CheckedResource } from '../shape/checkedResource';
import { jsonValueOf } from '../shape/jsonValueOf';
import { judgeAttributes, judgeMember } from '../shape/judgeAttributes';
import { isUrn, schemaOf } from '../shape/knownSchemas';
import { inOtherCase, outside } from '../shape/misplacedName';
import type { ResourceCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';
import type { ShapeFault } from '../shape/schemas/validators';
import { validateUser } from '../shape/schemas/validators';
import { wrongType } from '../shape/wrongType';

/**
 * Checks names and types, by the compiled schema of User and Enterprise User and by the definitions of the other known
 * schemas. A separate check reports missing attributes, including null and empty ones.
 */
export const resourceShape: ResourceCheck = {
  kinds: [
    shapeProblems.wrongType,
    shapeProblems.unknownAttribute,
    shapeProblems.attributeCase,
    shapeProblems.outsideSchema,
  ],
  *find(resource) {
    for (const fault of validateUser(jsonValueOf(resource.node))) yield* translate(fault, resource);
    for (const member of membersOf(resource.node)) if (isUrn(member.name)) yield* judgeExtension(member, resource);
  },
};

const SECTION = 'RFC 7643, section 3.3';

function* translate({ instancePath, keyword, params }: ShapeFault, resource: CheckedResource): Generator<Problem> {
  const place = locate(resource, instancePath);
  if (place === undefined || keyword === 'required') return;
  if (keyword === 'additionalProperties') {
    const member = lastMember(place.node, params.additionalProperty ?? '');
    const what = place.schema?.name ?? place.label;
    // The job may have added an attribute to a known schema
    if (member !== undefined) yield* judgeMember(member, { ...place, object: place.node, what }, resource.schemas);
  } else if (place.definition !== undefined) {
    // A separate check reports a required attribute that is null as missing
    if (place.node.type === 'null' && !place.isElement) return;
    yield wrongAttributeType(place.node, place.definition, place.isElement, place.label);
  }
}

/** Checks an extension. The compiled schema contains only one, by its exact name. */
function* judgeExtension(member: JsonMember, { node, schemas }: CheckedResource): Generator<Problem> {
  const { name, value } = member;
  const schema = schemaOf(schemas, name);
  const attribute = schema === undefined ? attributeByUrn(name, schemas) : undefined;
  if (attribute !== undefined) {
    yield outside(member, attribute.schema, attribute.definition);
    return;
  }
  if (schema?.urn === CORE_USER_URN) {
    yield coreAsExtension(member);
    return;
  }
  if (schema !== undefined && schema.urn !== name) yield inOtherCase(member, schema.urn, node);
  if (value === undefined) return;
  if (value.type !== 'object' && value.type !== 'null') yield wrongType(value, 'object', name, SECTION);
  else if (schema !== undefined && name !== ENTERPRISE_USER_URN)
    yield* judgeAttributes({ object: value, definitions: schema.attributes, what: schema.name, schema }, schemas);
}

/** Data: `urn`, without an `attribute`, because the problem concerns all of them. */
function coreAsExtension({ nameNode }: JsonMember): Problem {
  const message = `The attributes of User belong in the resource itself (${SECTION}). Entra does not find them in an object named by the URN of User.`;
  return problemOf(shapeProblems.outsideSchema, spanOf(nameNode), message, { urn: CORE_USER_URN });
}

/** `urn:…:2.0:User:department` names an attribute in a path and is not a name in a resource. */
function attributeByUrn(
  name: string,
  schemas: readonly SchemaDefinition[],
): { readonly schema: SchemaDefinition; readonly definition: AttributeDefinition } | undefined {
  const schema = schemaOf(schemas, name.slice(0, name.lastIndexOf(':')));
  const definition = findAttribute(schema?.attributes ?? [], name.slice(name.lastIndexOf(':') + 1));
  return schema === undefined || definition === undefined ? undefined : { schema, definition };
}

/** The target of a pointer into a resource. */
interface Place {
  readonly node: JsonNode;
  readonly label: string;
  /** The attributes or sub-attributes that an object there can have. */
  readonly definitions: readonly AttributeDefinition[];
  /** The definition of the attribute that the value belongs to; absent for a resource and for an extension. */
  readonly definition?: AttributeDefinition;
  readonly isElement: boolean;
  /** Set for a resource and for an extension. */
  readonly schema?: SchemaDefinition;
}

function locate({ node, schemas }: CheckedResource, pointer: string): Place | undefined {
  const [core] = schemas;
  if (core === undefined) return undefined;
  let place: Place | undefined = { node, label: '', definitions: core.attributes, isElement: false, schema: core };
  for (const step of pointer.split('/').slice(1)) {
    if (place === undefined) return undefined;
    place = stepInto(place, step.replaceAll('~1', '/').replaceAll('~0', '~'), schemas);
  }
  return place;
}

function stepInto(place: Place, step: string, schemas: readonly SchemaDefinition[]): Place | undefined {
  if (place.node.type === 'array') {
    const node = place.node.children?.[Number(step)];
    return node && { ...place, node, label: `${place.label}[${step}]`, isElement: true };
  }
  const node = memberNode(place.node, step);
  if (node === undefined) return undefined;
  const schema = place.schema !== undefined && isUrn(step) ? schemaOf(schemas, step) : undefined;
  if (schema !== undefined) return { node, label: step, definitions: schema.attributes, isElement: false, schema };
  const definition = findAttribute(place.definitions, step);
  if (definition === undefined) return undefined;
  const label = place.schema === undefined ? `${place.label}.${step}` : step;
  return { node, label, definitions: definition.subAttributes ?? [], definition, isElement: false };
}
