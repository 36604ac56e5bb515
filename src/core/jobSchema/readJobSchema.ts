import { parseExpression } from '../expression/parser';
import type { JsonNode } from '../json/jsonNode';
import { elementsOf, memberNode, spanOf, stringOf } from '../json/jsonNode';
import type { JsonText } from '../json/readJsonText';
import { embeddedExpression } from './embeddedExpression';
import type {
  AttributeMapping,
  Directory,
  FilterClause,
  FilterGroup,
  JobAttribute,
  JobSchema,
  MappingSource,
  ObjectDefinition,
  ObjectMapping,
  PlacedNumber,
  PlacedText,
  SynchronizationRule,
} from './jobSchema';

/** Deeper trees are not looked into: no expression nests further. */
const MAX_DEPTH = 100;
const ATTRIBUTE_TYPES = ['String', 'Integer', 'Reference', 'Binary', 'Boolean', 'DateTime'];
const ALL_FLOWS = 'Add,Update,Delete';

/** Understands a schema as far as it goes. Never throws; what has the wrong type is passed over. */
export function readJobSchema({ text, root }: JsonText): JobSchema {
  return {
    root,
    id: placed(root, 'id'),
    directories: listIn(root, 'directories').map(readDirectory),
    rules: listIn(root, 'synchronizationRules').map((node) => readRule(text, node)),
  };
}

function readDirectory(node: JsonNode): Directory {
  return { node, name: placed(node, 'name'), objects: listIn(node, 'objects').map(readObject) };
}

function readObject(node: JsonNode): ObjectDefinition {
  return {
    node,
    name: placed(node, 'name'),
    attributes: listIn(node, 'attributes').map(readAttribute),
    isListed: memberNode(node, 'attributes')?.type === 'array',
  };
}

function readAttribute(node: JsonNode): JobAttribute {
  const type = stringOf(memberNode(node, 'type')) ?? 'String';
  return {
    node,
    name: placed(node, 'name'),
    type: ATTRIBUTE_TYPES.find((known) => known.toLowerCase() === type.toLowerCase()) ?? type,
    isMultivalued: isTrue(node, 'multivalued'),
    isRequired: isTrue(node, 'required'),
    isAnchor: isTrue(node, 'anchor'),
    mutability: stringOf(memberNode(node, 'mutability')) ?? 'ReadWrite',
    defaultValue: placed(node, 'defaultValue'),
  };
}

function readRule(text: string, node: JsonNode): SynchronizationRule {
  return {
    node,
    name: placed(node, 'name'),
    sourceDirectoryName: placed(node, 'sourceDirectoryName'),
    targetDirectoryName: placed(node, 'targetDirectoryName'),
    objectMappings: listIn(node, 'objectMappings').map((mapping) => readMapping(text, mapping)),
  };
}

function readMapping(text: string, node: JsonNode): ObjectMapping {
  const scope = memberNode(node, 'scope');
  return {
    node,
    name: placed(node, 'name'),
    isEnabled: memberNode(node, 'enabled')?.value !== false,
    flowTypes: flagsOf(stringOf(memberNode(node, 'flowTypes')) ?? ALL_FLOWS).map((flow) => flow.toLowerCase()),
    sourceObjectName: placed(node, 'sourceObjectName'),
    targetObjectName: placed(node, 'targetObjectName'),
    groups: ['groups', 'inputFilterGroups', 'categoryFilterGroups'].flatMap((name) =>
      listIn(scope, name).map(readGroup),
    ),
    attributeMappings: listIn(node, 'attributeMappings').map((mapping) => readAttributeMapping(text, mapping)),
  };
}

/** The flags of a text that separates them by commas, blanks around them or not. */
export function flagsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((flag) => flag.trim())
    .filter((flag) => flag !== '');
}

function readAttributeMapping(text: string, node: JsonNode): AttributeMapping {
  const source = memberNode(node, 'source');
  const expression = memberNode(source, 'expression');
  const embedded = expression?.type === 'string' ? embeddedExpression(text, expression) : undefined;
  return {
    node,
    target: placed(node, 'targetAttributeName'),
    source: source?.type === 'object' ? readSource(source, 0) : undefined,
    expression: embedded && { embedded, parsed: parseExpression(embedded.text) },
    defaultValue: placed(node, 'defaultValue'),
    matchingPriority: placedNumber(node, 'matchingPriority'),
    flowType: placed(node, 'flowType'),
  };
}

function readSource(node: JsonNode, depth: number): MappingSource {
  const parameters = memberNode(node, 'parameters');
  const type = memberNode(node, 'type');
  return {
    node,
    type: type === undefined ? 'Attribute' : sourceType(stringOf(type)),
    name: placed(node, 'name'),
    expressionNode: memberNode(node, 'expression'),
    parameters:
      parameters?.type === 'array' && depth < MAX_DEPTH
        ? elementsOf(parameters).map((parameter) => {
            const value = memberNode(parameter, 'value');
            return {
              key: placed(parameter, 'key'),
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
  const list = memberNode(node, 'clauses');
  return { node, name: placed(node, 'name'), clauses: elementsOf(list).filter(isObject).map(readClause), list };
}

function readClause(node: JsonNode): FilterClause {
  const values = elementsOf(memberNode(memberNode(node, 'targetOperand'), 'values'));
  return {
    node,
    attribute: placed(node, 'sourceOperandName'),
    operator: placed(node, 'operatorName'),
    values: values.flatMap((value) => placedText(value) ?? []),
  };
}

function listIn(node: JsonNode | undefined, name: string): readonly JsonNode[] {
  return elementsOf(memberNode(node, name)).filter(isObject);
}

function isObject({ type }: JsonNode): boolean {
  return type === 'object';
}

function isTrue(node: JsonNode, name: string): boolean {
  return memberNode(node, name)?.value === true;
}

function placed(node: JsonNode | undefined, name: string): PlacedText | undefined {
  return placedText(memberNode(node, name));
}

function placedText(node: JsonNode | undefined): PlacedText | undefined {
  const text = stringOf(node);
  return node === undefined || text === undefined ? undefined : { text, span: spanOf(node) };
}

function placedNumber(node: JsonNode, name: string): PlacedNumber | undefined {
  const value = memberNode(node, name);
  return value?.type === 'number' ? { value: Number(value.value), span: spanOf(value) } : undefined;
}
