import { checkExpression } from '../../expression/check';
import { expressionProblems } from '../../expression/expressionProblems';
import { compileExpression } from '../../expression/compile';
import { underBudget, WorkBudget } from '../../expression/limits/workBudget';
import type { ContextNeed } from '../../expression/functions/functionEntry';
import { findFunction } from '../../expression/functions/table';
import { fromGraphTree } from '../../expression/graphTree';
import type { Expression } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import type { EmbeddedExpression } from '../../jobSchema/embeddedExpression';
import type { AttributeMapping, MappingSource, ObjectDefinition } from '../../jobSchema/jobSchema';
import { attributeOf } from '../../jobSchema/resolveMappings';
import type { JsonNode } from '../../json/jsonNode';
import { elementsOf, memberNode, membersOf, spanOf, stringOf } from '../../json/jsonNode';
import type { JsonValue } from '../../json/jsonValue';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import type { AttributeFlow, FlowType, JobFlavour } from './compiledJob';
import { accountSwitch } from './compiledJob';
import { isSystemAttribute } from './directoryRules';
import type { SourceAttribute } from './sourceAttribute';

/** An attribute mapping with its surroundings in the schema. */
export interface MappingPlace {
  readonly attribute: AttributeMapping;
  readonly target: ObjectDefinition | undefined;
  readonly attributeNamed: (name: string) => SourceAttribute;
  readonly flavour: JobFlavour;
  readonly place: number;
}

/**
 * Compiles an attribute mapping. Returns `undefined` if it has no target, or if its expression is wrong, which is added
 * to the problems.
 */
export function compileFlow(place: MappingPlace, problems: Problem[]): AttributeFlow | undefined {
  const { attribute, attributeNamed } = place;
  const target = attribute.target?.text;
  if (target === undefined) return undefined;
  const source = expressionOf(attribute);
  if (source === undefined) return flowOf(place, target, undefined);
  const found = judge(source);
  for (const problem of found) problems.push(problem);
  if (source.expression === undefined || found.some(({ severity }) => severity === 'error')) return undefined;
  const budget = new WorkBudget();
  const { meter } = budget;
  const compiled = compileExpression(source.expression, (name) => attributeNamed(name).valueOf, { meter });
  const evaluate = underBudget(compiled, budget, () => 0);
  return { ...flowOf(place, target, source.expression), evaluate };
}

interface SourceExpression {
  readonly expression: Expression | undefined;
  readonly problems: readonly Problem[];
  readonly toDocument: EmbeddedExpression['toDocument'];
}

/** The expression of a mapping's source: its text, otherwise its tree. `undefined` without a source. */
function expressionOf({ source, expression }: AttributeMapping): SourceExpression | undefined {
  if (source === undefined) return undefined;
  if (expression !== undefined && expression.embedded.text.trim() !== '') {
    const { embedded, parsed } = expression;
    return { expression: parsed.expression, problems: parsed.problems, toDocument: embedded.toDocument };
  }
  return ofTree(source);
}

function ofTree({ node, type, name }: MappingSource): SourceExpression {
  const nowhere = { start: 0, end: 0 };
  const where = (): number => spanOf(node).start;
  const text = name?.text;
  if (type === 'Attribute' && text !== undefined)
    return { expression: { kind: 'attribute', name: text, span: nowhere }, problems: [], toDocument: where };
  const tree = fromGraphTree(jsonOf(node));
  return 'expression' in tree
    ? { expression: tree.expression, problems: [], toDocument: where }
    : {
        expression: undefined,
        problems: [problemOf(expressionProblems.syntax, nowhere, tree.refusal)],
        toDocument: where,
      };
}

function jsonOf(node: JsonNode | undefined): JsonValue {
  if (node?.type === 'object')
    return Object.fromEntries(membersOf(node).map((each) => [each.name, jsonOf(each.value)] as const));
  if (node?.type === 'array') return elementsOf(node).map(jsonOf);
  return (node?.value as string | number | boolean | null | undefined) ?? null;
}

/** The problems of an expression, at their places in the schema. */
function judge({ expression, problems, toDocument }: SourceExpression): readonly Problem[] {
  const found = expression !== undefined && problems.length === 0 ? [...checkExpression(expression)] : [...problems];
  return found.map((problem) => ({
    ...problem,
    span: { start: toDocument(problem.span.start), end: toDocument(problem.span.end) },
  }));
}

const FLOW_TYPES: readonly FlowType[] = [
  'Always',
  'ObjectAddOnly',
  'AttributeAddOnly',
  'ValueAddOnly',
  'MultiValueAddOnly',
];

function flowOf(
  { attribute, target: object, attributeNamed, flavour, place }: MappingPlace,
  target: string,
  expression: Expression | undefined,
): AttributeFlow {
  const definition = attributeOf(object, target);
  const sources = sourcesOf(expression).map(attributeNamed);
  const type = definition?.type ?? 'String';
  return {
    target,
    type,
    isMultivalued: definition?.isMultivalued === true,
    caseExact: memberNode(definition?.node, 'caseExact')?.value === true,
    maximumLength: maximumLengthOf(definition?.node),
    writable: writableOf(target, definition?.mutability, flavour),
    flowType: FLOW_TYPES.find((known) => known === attribute.flowType?.text) ?? 'Always',
    flowsAlways: stringOf(memberNode(attribute.node, 'flowBehavior')) === 'FlowAlways',
    matchingPriority: attribute.matchingPriority?.value ?? 0,
    evaluate: undefined,
    sources,
    defaultValue: attribute.defaultValue?.text,
    clears: clears(definition?.node, sources) && definition?.isMultivalued !== true,
    isReference: type === 'Reference',
    isDirect: expression?.kind === 'attribute',
    isAccountSwitch: target === accountSwitch(flavour).attribute,
    isDomainQualified: target === 'userPrincipalName',
    isRedacted: isRedacted(target, expression) && target !== accountSwitch(flavour).attribute,
    draws: needs(expression, 'random'),
    place,
    asks: needs(expression, 'tenant'),
  };
}

function needs(expression: Expression | undefined, need: ContextNeed): boolean {
  const nodes = expression === undefined ? [] : [...walk(expression)];
  return nodes.some((node) => node.kind === 'call' && findFunction(node.name)?.needs === need);
}

function sourcesOf(expression: Expression | undefined): readonly string[] {
  const names = expression === undefined ? [] : [...walk(expression)];
  return [...new Set(names.flatMap((node) => (node.kind === 'attribute' ? node.name : [])))];
}

/**
 * Whether null flows through both gates. The gate of the source is the attribute's `flowNullValues`; where the gate of
 * the target is stored is not documented, so the same member of the target's attribute is assumed. In an expression,
 * every attribute must let null flow: approximated. Source: Entra, clearing attribute values (preview).
 */
function clears(definition: JsonNode | undefined, sources: readonly SourceAttribute[]): boolean {
  const isOpen = memberNode(definition, 'flowNullValues')?.value === true;
  return isOpen && sources.length > 0 && sources.every(({ flowsNull }) => flowsNull);
}

function writableOf(target: string, mutability: string | undefined, flavour: JobFlavour): AttributeFlow['writable'] {
  if (mutability === 'ReadOnly' || isSystemAttribute(target, flavour)) return 'never';
  return mutability === 'Immutable' ? 'onCreate' : 'always';
}

function maximumLengthOf(definition: JsonNode | undefined): number | undefined {
  const entry = elementsOf(memberNode(definition, 'metadata')).find(
    (each) => stringOf(memberNode(each, 'key')) === 'MaximumLength',
  );
  const text = stringOf(memberNode(entry, 'value')) ?? '';
  return /^[0-9]+$/.test(text) ? Number(text) : undefined;
}

/** Source: Entra, Redact in the reference of expressions; custom security attributes. */
function isRedacted(target: string, expression: Expression | undefined): boolean {
  const isRedact = expression?.kind === 'call' && expression.name === 'Redact';
  return isRedact || target.startsWith('CustomSecurityAttributes.');
}
