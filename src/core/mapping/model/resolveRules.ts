import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import { problemOf } from '../../problems/problemKind';
import type { FilterTerm } from '../../scim/attributePath';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { formatAttributePath } from '../../scim/attributePath';
import type { OwnAttribute } from '../../scim/ownAttribute';
import { ownAttribute, ownAttributeAdvice, scimSourceOf } from '../../scim/ownAttribute';
import { findAttribute } from '../../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../scim/userSchema';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { readDecorators } from './decorators';
import { filterNames } from './filterNames';
import type { ResolvedRule, Target } from './model';
import { pathKeys } from './pathKey';
import { pathProblems } from './pathProblems';
import type { Group, MappingTree, PathSyntax, Rule, Word } from '../syntax/syntax';

export interface RuleResolution {
  /** Absent if the path cannot be resolved or the expression is missing. */
  readonly resolved?: ResolvedRule;
  readonly problems: readonly Problem[];
}

/**
 * Resolves the path of a rule: adds the groups and the schema block around it, and gives names their canonical case.
 */
export function resolveRule({ rule, outer, urn }: PlacedRule): RuleResolution {
  const { target, problems: ofPath } = resolvePath([...outer, rule.path], urn);
  const decorators = readDecorators(rule, target);
  const problems = [...ofPath, ...decorators.problems];
  if (rule.expression === undefined || target === undefined) return { problems };
  const { path, definition } = target;
  const common = { rule, path, keys: pathKeys(path), expression: rule.expression, empty: decorators.empty };
  const resolved =
    definition === undefined
      ? { ...common, type: decorators.type ?? 'string' }
      : { ...common, definition, type: definition.type };
  return { resolved, problems };
}

/** A rule and the blocks around it. */
export interface PlacedRule {
  readonly rule: Rule;
  /** Paths of the groups around it, outermost first. */
  readonly outer: readonly PathSyntax[];
  /** The URN of the schema block around it. */
  readonly urn?: Word;
}

/** All rules of the tree with the blocks around them, in the order of the text. */
export function* placedRules(tree: MappingTree): Generator<PlacedRule, undefined> {
  for (const statement of tree.statements) {
    if (statement.kind === 'rule' || statement.kind === 'group') yield* inBody([statement], [], undefined);
    else if (statement.kind === 'schema') yield* inBody(statement.body, [], statement.urn);
  }
}

function* inBody(
  body: readonly (Group | Rule)[],
  outer: readonly PathSyntax[],
  urn: Word | undefined,
): Generator<PlacedRule, undefined> {
  for (const member of body) {
    if (member.kind === 'group') yield* inBody(member.body, [...outer, member.path], urn);
    else yield urn === undefined ? { rule: member, outer } : { rule: member, outer, urn };
  }
}

/** The target of a path, or why there is none. */
export interface PathOutcome {
  readonly target?: Target;
  readonly problems: readonly Problem[];
}

/**
 * Resolves the parts of a path: those of the groups around it, outermost first, then its own. Data of the problems:
 * `replacement`, the probable text for the span; `schema`, the URN of the schema that the name belongs to.
 * @param block the URN of the schema block around it
 */
export function resolvePath(parts: readonly PathSyntax[], block: Word | undefined): PathOutcome {
  const names = parts.flatMap((part) => part.names);
  const filtered = parts.find((part) => part.filter !== undefined);
  const [first, second, third] = names;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return { problems: [] };
  const fail = (kind: ProblemKind, where: Span, message: string, data?: Problem['data']): PathOutcome => ({
    problems: [problemOf(kind, where, message, data)],
  });
  if (names.some((name) => name.text === '')) return { problems: [] };
  if (third !== undefined)
    return fail(
      pathProblems.pathTooDeep,
      third.span,
      `"${third.text}" is one level too deep: a path is attribute.subAttribute.`,
    );
  const inner = parts.slice(1).find((part) => part.urn !== undefined);
  const urn = parts[0]?.urn ?? block;
  if (
    inner?.urn !== undefined ||
    (parts[0]?.urn !== undefined && block !== undefined && parts[0].urn.text.toLowerCase() !== block.text.toLowerCase())
  ) {
    return fail(
      pathProblems.pathUrn,
      (inner?.urn ?? parts[0]?.urn ?? first).span,
      'A path inside a block cannot name another schema.',
    );
  }
  const schema =
    urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn.text.toLowerCase());
  const extension = schema === undefined ? urn?.text : schema === USER_SCHEMA ? undefined : schema.urn;
  const prefix = extension === undefined ? {} : { urn: extension };
  if (schema === undefined) {
    return {
      problems: [],
      target: {
        path: {
          ...prefix,
          attribute: first.text,
          ...(filtered?.filter === undefined ? {} : { filter: filtered.filter.terms }),
          ...(second === undefined ? {} : { sub: second.text }),
        },
      },
    };
  }

  const attribute = findAttribute(schema.attributes, first.text);
  if (attribute === undefined) return { problems: [unknownAttribute(first, schema, urn === undefined)] };
  const sub = second === undefined ? undefined : findAttribute(attribute.subAttributes ?? [], second.text);
  if (second !== undefined && sub === undefined) return { problems: [unknownMember(second, attribute)] };
  if (sub === undefined && attribute.type === 'complex') {
    const member = example(attribute);
    const message = `"${attribute.name}" has members and does not take a value itself. Map ${member}.`;
    return fail(pathProblems.complexAttribute, last.span, message, { replacement: member });
  }
  if (filtered?.filter !== undefined && (attribute.multiValued !== true || filtered.filter.after !== 0)) {
    const message = `"${attribute.name}" is not a list, so a filter is not allowed.`;
    return fail(pathProblems.filter, filtered.filter.span, message, { replacement: '' });
  }
  const filter =
    filtered?.filter === undefined ? {} : { filter: filtered.filter.terms.map((term) => inItsCase(term, attribute)) };
  return {
    problems: [...unknownFilterNames(filtered, attribute)],
    target: {
      path: { ...prefix, attribute: attribute.name, ...filter, ...(sub === undefined ? {} : { sub: sub.name }) },
      definition: sub ?? attribute,
    },
  };
}

/**
 * @param atTop whether it is outside of all blocks and without a URN, so that the path of another schema can replace it
 */
function unknownAttribute(name: Word, schema: SchemaDefinition, atTop: boolean): Problem {
  const other = KNOWN_SCHEMAS.filter((known) => known !== schema)
    .map((known) => ({ known, attribute: findAttribute(known.attributes, name.text) }))
    .find(({ attribute }) => attribute !== undefined);
  if (other?.attribute !== undefined) {
    const path = other.known === USER_SCHEMA ? other.attribute.name : `${other.known.urn}:${other.attribute.name}`;
    const message = `"${other.attribute.name}" is an attribute of ${other.known.name}, not of ${schema.name} (RFC 7643): ${path}.`;
    return problemOf(pathProblems.unknownAttribute, name.span, message, {
      schema: other.known.urn,
      ...(atTop ? { replacement: path } : {}),
    });
  }
  const own = ownAttribute(name.text);
  return own.entra === undefined
    ? (inEntra(name, schema, atTop) ?? nearName(name, schema.attributes, schema.name) ?? ofOwn(name, schema, own))
    : ofOwn(name, schema, own);
}

/** The problem for an attribute name of Microsoft Entra ID instead of SCIM; `undefined` for any other name. */
function inEntra(name: Word, schema: SchemaDefinition, atTop: boolean): Problem | undefined {
  const source = scimSourceOf(name.text);
  if (source === undefined) return undefined;
  const path = formatAttributePath(source);
  const message = `${notAnAttribute(name, schema.name)} Entra's own "${name.text}" is filled from ${path}.`;
  return problemOf(pathProblems.unknownAttribute, name.span, message, atTop ? { replacement: path } : { path });
}

/** Data: `own`, the attribute of a custom schema to use instead. */
function ofOwn(name: Word, schema: SchemaDefinition, own: OwnAttribute): Problem {
  const message = `${notAnAttribute(name, schema.name)} ${ownAttributeAdvice(own)}`;
  return problemOf(pathProblems.unknownAttribute, name.span, message, { own });
}

function unknownMember(name: Word, attribute: AttributeDefinition): Problem {
  return unknownName(name, attribute.subAttributes ?? [], attribute.name);
}

/** Data: `replacement`, the probable name. */
function unknownName(name: Word, attributes: readonly AttributeDefinition[], owner: string): Problem {
  return (
    nearName(name, attributes, owner) ??
    problemOf(pathProblems.unknownAttribute, name.span, notAnAttribute(name, owner))
  );
}

function nearName(name: Word, attributes: readonly AttributeDefinition[], owner: string): Problem | undefined {
  const meant = nearest(
    name.text,
    attributes.map((attribute) => attribute.name),
  );
  if (meant === undefined) return undefined;
  const message = `${notAnAttribute(name, owner)} Did you mean "${meant}"?`;
  return problemOf(pathProblems.unknownAttribute, name.span, message, { replacement: meant });
}

function notAnAttribute({ text }: Word, owner: string): string {
  return `"${text}" is not an attribute of ${owner} (RFC 7643).`;
}

/**
 * Reports names in a filter that are not members of the element, because the values of the filter are written into it.
 */
function* unknownFilterNames(path: PathSyntax | undefined, attribute: AttributeDefinition): Generator<Problem> {
  for (const name of path === undefined ? [] : filterNames(path))
    if (findAttribute(attribute.subAttributes ?? [], name.text) === undefined) yield unknownMember(name, attribute);
}

function inItsCase(term: FilterTerm, attribute: AttributeDefinition): FilterTerm {
  const name = findAttribute(attribute.subAttributes ?? [], term.attribute)?.name;
  return name === undefined ? term : { ...term, attribute: name };
}

function example(attribute: AttributeDefinition): string {
  const sub = attribute.subAttributes?.[0]?.name ?? 'value';
  return attribute.multiValued === true ? `${attribute.name}[type eq "work"].${sub}` : `${attribute.name}.${sub}`;
}
