import { findFunction } from '../../expression/functions/table';
import { walk } from '../../expression/syntax';
import type { MappingCheck } from '../mappingCheck';

/** Functions that only the provisioning job itself can evaluate have no place in what makes its input. */
export const needsTenant: MappingCheck = function* ({ model }) {
  for (const expression of [...model.conditions, ...model.rules.map((rule) => rule.expression)]) {
    for (const node of walk(expression)) {
      if (node.kind !== 'call') continue;
      const needs = findFunction(node.name)?.needs;
      if (needs !== 'tenant' && needs !== 'roles') continue;
      yield {
        code: 'mapping.needs-tenant',
        severity: 'error',
        message: `${node.name} needs the target tenant, which nothing here knows: it belongs into the attribute mappings of the provisioning job.`,
        span: node.nameSpan,
      };
    }
  }
};
