import type { JsonNode } from '../../json/jsonNode';
import { elementsOf, memberNode } from '../../json/jsonNode';
import type { JobSchema, ObjectDefinition } from '../../jobSchema/jobSchema';
import type { ResolvedMapping } from '../../jobSchema/jobCheck';
import { attributeOf, mapsUsers, resolveMappings } from '../../jobSchema/resolveMappings';
import type { Problem } from '../../problems/problem';
import type { CompiledJob, CompiledObjectMapping, JobFlavour, RequiredAttribute } from './compiledJob';
import { compileFlow } from './compileFlow';
import { isSystemAttribute } from './directoryRules';
import type { ScopeFilter } from './scopeFilter';
import { compileFilter } from './scopeFilter';
import type { SourceAttribute } from './sourceAttribute';
import { sourceAttribute } from './sourceAttribute';

/**
 * Compiles the schema of a job. What the schema's checks reject is skipped; only expressions are checked here. Source:
 * Graph, synchronizationRule and objectMapping. That only one mapping takes a resource is approximated.
 */
export function compileJob(schema: JobSchema, flavour: JobFlavour): CompiledJob {
  const problems: Problem[] = [];
  const mappings = resolveMappings(schema)
    .filter((resolved) => resolved.mapping.isEnabled && mapsUsers(resolved))
    .sort((a, b) => priorityOf(a) - priorityOf(b))
    .map((resolved) => compileMapping(resolved, flavour, problems));
  return { flavour, mappings, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function priorityOf({ rule }: ResolvedMapping): number {
  const priority = memberNode(rule.node, 'priority');
  return priority?.type === 'number' ? Number(priority.value) : 0;
}

function compileMapping(resolved: ResolvedMapping, flavour: JobFlavour, problems: Problem[]): CompiledObjectMapping {
  const { mapping, source, target } = resolved;
  const attributeNamed = sourcesOf(source);
  const flows = mapping.attributeMappings.flatMap((attribute, place) => {
    const flow = compileFlow({ attribute, target, attributeNamed, flavour, place }, problems);
    return flow ?? [];
  });
  const filterOf = (name: string): ScopeFilter => {
    const nodes: readonly JsonNode[] = elementsOf(memberNode(memberNode(mapping.node, 'scope'), name));
    return compileFilter(
      mapping.groups.filter(({ node }) => nodes.includes(node)),
      attributeNamed,
    );
  };
  const anchor = source?.attributes.find(({ isAnchor }) => isAnchor)?.name?.text ?? 'externalId';
  return {
    name: mapping.name?.text ?? '',
    adds: mapping.flowTypes.includes('add'),
    updates: mapping.flowTypes.includes('update'),
    deletes: mapping.flowTypes.includes('delete'),
    category: filterOf('categoryFilterGroups'),
    input: filterOf('inputFilterGroups'),
    scope: filterOf('groups'),
    anchor: sourceAttribute(anchor),
    displayName: sourceAttribute('displayName'),
    matching: flows
      .filter(({ matchingPriority, evaluate }) => matchingPriority > 0 && evaluate !== undefined)
      .sort((a, b) => a.matchingPriority - b.matchingPriority),
    flows,
    required: requiredOf(target, flavour),
    targets: target?.isListed === true ? new Set(target.attributes.flatMap(({ name }) => name?.text ?? [])) : undefined,
  };
}

/**
 * Returns the source attributes by name, each created once. An attribute that the schema does not list has no value, so
 * it has no effect in a payload. Source: Entra, custom attributes for inbound provisioning.
 */
function sourcesOf(source: ObjectDefinition | undefined): (name: string) => SourceAttribute {
  const known = new Map<string, SourceAttribute>();
  return (name) => {
    const made = known.get(name) ?? makeSource(name, source);
    known.set(name, made);
    return made;
  };
}

function makeSource(name: string, source: ObjectDefinition | undefined): SourceAttribute {
  const definition = attributeOf(source, name);
  if (definition === undefined && source?.isListed === true)
    return { name, valueOf: () => null, isSpokenOf: () => false, flowsNull: false };
  const flowsNull = memberNode(definition?.node, 'flowNullValues')?.value === true;
  return sourceAttribute(name, definition, flowsNull);
}

function requiredOf(target: ObjectDefinition | undefined, flavour: JobFlavour): readonly RequiredAttribute[] {
  return (target?.attributes ?? []).flatMap(
    ({ name, type, isMultivalued, isRequired, isAnchor, mutability, defaultValue }) => {
      const isOurs = isRequired && !isAnchor && mutability !== 'ReadOnly';
      if (name === undefined || !isOurs || isSystemAttribute(name.text, flavour)) return [];
      return { target: name.text, type, isMultivalued, caseExact: false, defaultValue: defaultValue?.text };
    },
  );
}
