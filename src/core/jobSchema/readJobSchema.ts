import { parseExpression } from '../expression/parser';
import type { JsonNode } from '../json/jsonNode';
import { elementsOf, membersOf, spanOf, stringOf } from '../json/jsonNode';
import type { JsonText } from '../json/readJsonText';
import { embeddedExpression } from './embeddedExpression';
import type {
  AttributeMapping,
  DirectoryDefinition,
  FilterClause,
  FilterGroup,
  JobAttribute,
  JobSchema,
  MappingSource,
  ObjectDefinition,
  ObjectMapping,
  PlacedNumber,
  SchemaText,
  SynchronizationRule,
} from './jobSchema';

/** Deeper levels of a tree are not read: no expression nests more deeply. */
const MAX_DEPTH = 100;
const ATTRIBUTE_TYPES = ['String', 'Integer', 'Reference', 'Binary', 'Boolean', 'DateTime'];
const ALL_FLOWS = 'Add,Update,Delete';

/** The values of an object by name; of duplicates, the last. */
type Members = ReadonlyMap<string, JsonNode | undefined>;

function named(node: JsonNode | undefined): Members {
  return new Map(membersOf(node).map(({ name, value }) => [name, value]));
}

/** Reads a schema. Never throws; skips values of the wrong type. */
export function readJobSchema({ text, root }: JsonText): JobSchema {
  const members = named(root);
  return {
    root,
    id: placed(members, 'id'),
    directories: listIn(members, 'directories').map(readDirectory),
    rules: listIn(members, 'synchronizationRules').map((node) => readRule(text, node)),
  };
}

function readDirectory(node: JsonNode): DirectoryDefinition {
  const members = named(node);
  return { node, name: placed(members, 'name'), objects: listIn(members, 'objects').map(readObject) };
}

function readObject(node: JsonNode): ObjectDefinition {
  const members = named(node);
  return {
    node,
    name: placed(members, 'name'),
    attributes: listIn(members, 'attributes').map(readAttribute),
    isListed: members.get('attributes')?.type === 'array',
  };
}

function readAttribute(node: JsonNode): JobAttribute {
  const members = named(node);
  const type = stringOf(members.get('type')) ?? 'String';
  return {
    node,
    name: placed(members, 'name'),
    type: ATTRIBUTE_TYPES.find((known) => known.toLowerCase() === type.toLowerCase()) ?? type,
    isMultivalued: isTrue(members, 'multivalued'),
    isRequired: isTrue(members, 'required'),
    isAnchor: isTrue(members, 'anchor'),
    mutability: stringOf(members.get('mutability')) ?? 'ReadWrite',
    defaultValue: placed(members, 'defaultValue'),
  };
}

function readRule(text: string, node: JsonNode): SynchronizationRule {
  const members = named(node);
  return {
    node,
    name: placed(members, 'name'),
    sourceDirectoryName: placed(members, 'sourceDirectoryName'),
    targetDirectoryName: placed(members, 'targetDirectoryName'),
    objectMappings: listIn(members, 'objectMappings').map((mapping) => readMapping(text, mapping)),
  };
}

function readMapping(text: string, node: JsonNode): ObjectMapping {
  const members = named(node);
  const scope = named(members.get('scope'));
  return {
    node,
    name: placed(members, 'name'),
    isEnabled: members.get('enabled')?.value !== false,
    flowTypes: flagsOf(stringOf(members.get('flowTypes')) ?? ALL_FLOWS).map((flow) => flow.toLowerCase()),
    sourceObjectName: placed(members, 'sourceObjectName'),
    targetObjectName: placed(members, 'targetObjectName'),
    groups: ['groups', 'inputFilterGroups', 'categoryFilterGroups'].flatMap((name) =>
      listIn(scope, name).map(readGroup),
    ),
    attributeMappings: listIn(members, 'attributeMappings').map((mapping) => readAttributeMapping(text, mapping)),
  };
}

/** Splits a text into flags, which are separated by commas and optional spaces. */
export function flagsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((flag) => flag.trim())
    .filter((flag) => flag !== '');
}

function readAttributeMapping(text: string, node: JsonNode): AttributeMapping {
  const members = named(node);
  const source = members.get('source');
  const expression = named(source).get('expression');
  const embedded = expression?.type === 'string' ? embeddedExpression(text, expression) : undefined;
  return {
    node,
    target: placed(members, 'targetAttributeName'),
    source: source?.type === 'object' ? readSource(source, 0) : undefined,
    expression: embedded && { embedded, parsed: parseExpression(embedded.text) },
    defaultValue: placed(members, 'defaultValue'),
    matchingPriority: placedNumber(members, 'matchingPriority'),
    flowType: placed(members, 'flowType'),
  };
}

function readSource(node: JsonNode, depth: number): MappingSource {
  const members = named(node);
  const parameters = members.get('parameters');
  const type = members.get('type');
  return {
    node,
    type: type === undefined ? 'Attribute' : sourceType(stringOf(type)),
    name: placed(members, 'name'),
    expressionNode: members.get('expression'),
    parameters:
      parameters?.type === 'array' && depth < MAX_DEPTH
        ? elementsOf(parameters).map((parameter) => {
            const argument = named(parameter);
            const value = argument.get('value');
            return {
              key: placed(argument, 'key'),
              value: value?.type === 'object' ? readSource(value, depth + 1) : undefined,
            };
          })
        : undefined,
  };
}

function sourceType(text: string | undefined): MappingSource['type'] {
  return text === 'Attribute' || text === 'Constant' || text === 'Function' ? text : undefined;
}

function readGroup(node: JsonNode): FilterGroup {
  const members = named(node);
  const list = members.get('clauses');
  return { node, name: placed(members, 'name'), clauses: elementsOf(list).filter(isObject).map(readClause), list };
}

function readClause(node: JsonNode): FilterClause {
  const members = named(node);
  const values = elementsOf(named(members.get('targetOperand')).get('values'));
  return {
    node,
    attribute: placed(members, 'sourceOperandName'),
    operator: placed(members, 'operatorName'),
    values: values.flatMap((value) => placedText(value) ?? []),
  };
}

function listIn(members: Members, name: string): readonly JsonNode[] {
  return elementsOf(members.get(name)).filter(isObject);
}

function isObject({ type }: JsonNode): boolean {
  return type === 'object';
}

function isTrue(members: Members, name: string): boolean {
  return members.get(name)?.value === true;
}

function placed(members: Members, name: string): SchemaText | undefined {
  return placedText(members.get(name));
}

function placedText(node: JsonNode | undefined): SchemaText | undefined {
  const text = stringOf(node);
  return node === undefined || text === undefined ? undefined : { text, span: spanOf(node) };
}

function placedNumber(members: Members, name: string): PlacedNumber | undefined {
  const value = members.get(name);
  return value?.type === 'number' ? { value: Number(value.value), span: spanOf(value) } : undefined;
}
