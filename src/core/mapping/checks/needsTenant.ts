import { findFunction } from '../../expression/functions/table';
import type { Expression } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.needs-tenant',
  severity: 'error',
  blocking: true,
  title: 'Function that needs the tenant',
  explanation:
    "SelectUniqueValue, DefaultDomain and the functions over roles ask the target tenant, which is unknown while an extract is converted. Only the provisioning job's own attribute mappings can use them.",
  remedy:
    'Move the expression into the attribute mappings of the provisioning job, and send the value that it starts from.',
  authority: 'Entra',
  example: {
    wrong: 'userName = Join("@", [UserID], DefaultDomain())',
    right: 'userName = Join("@", [UserID], "contoso.com")',
  },
});

/** Functions that only the provisioning job can evaluate, so that they cannot be used for its input. */
export const needsTenant: MappingCheck = {
  kinds: [kind],
  ofCondition: callsOfTheTenant,
  ofRule: ({ expression }) => callsOfTheTenant(expression),
};

function* callsOfTheTenant(expression: Expression): Generator<Problem> {
  for (const node of walk(expression)) {
    if (node.kind !== 'call') continue;
    const needs = findFunction(node.name)?.needs;
    if (needs !== 'tenant' && needs !== 'roles') continue;
    const message = `${node.name} needs the target tenant, which is unknown here. Use it in the attribute mappings of the provisioning job.`;
    yield problemOf(kind, node.nameSpan, message);
  }
}
