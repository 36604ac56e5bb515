import { findFunction } from '../expression/functions/table';
import { walk } from '../expression/syntax';
import { columnsOf } from '../mapping/model/columns';
import type { MappingModel, ResolvedRule } from '../mapping/model/model';
import { formatAttributePath } from '../scim/attributePath';

/** Attributes that say who somebody is. */
const IDENTITY = new Set(['externalId', 'userName']);

/** The attributes that say who somebody is and would be others at the next run, or the same for everybody. */
export function unstableIdentity({ rules }: MappingModel): readonly string[] {
  return rules.filter((rule) => isIdentity(rule) && isUnstable(rule)).map(({ path }) => formatAttributePath(path));
}

function isIdentity({ path }: ResolvedRule): boolean {
  return path.urn === undefined && IDENTITY.has(path.attribute);
}

function isUnstable({ expression }: ResolvedRule): boolean {
  if (columnsOf(expression).length === 0) return true;
  return [...walk(expression)].some((node) => {
    const needs = node.kind === 'call' ? findFunction(node.name)?.needs : undefined;
    return needs === 'chance' || needs === 'clock';
  });
}
