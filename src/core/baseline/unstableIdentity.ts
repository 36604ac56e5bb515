import { findFunction } from '../expression/functions/table';
import { walk } from '../expression/syntax';
import { columnsOf } from '../mapping/model/columns';
import type { MappingModel, ResolvedRule } from '../mapping/model/model';
import { formatAttributePath } from '../scim/attributePath';

/** Attributes that identify a person. */
const IDENTITY = new Set(['externalId', 'userName']);

/** The identifying attributes whose values would differ in the next run, by path. */
export function unstableIdentity({ rules }: MappingModel): readonly string[] {
  return pathsOf(rules, isUnstable);
}

/** The identifying attributes that are the same for everybody, by path. */
export function constantIdentity({ rules }: MappingModel): readonly string[] {
  return pathsOf(rules, (rule) => columnsOf(rule.expression).length === 0 && !isUnstable(rule));
}

function pathsOf(rules: readonly ResolvedRule[], is: (rule: ResolvedRule) => boolean): readonly string[] {
  return rules.filter((rule) => isIdentity(rule) && is(rule)).map(({ path }) => formatAttributePath(path));
}

function isIdentity({ path }: ResolvedRule): boolean {
  return path.urn === undefined && IDENTITY.has(path.attribute);
}

function isUnstable({ expression }: ResolvedRule): boolean {
  return [...walk(expression)].some((node) => {
    const needs = node.kind === 'call' ? findFunction(node.name)?.needs : undefined;
    return needs === 'random' || needs === 'clock';
  });
}
