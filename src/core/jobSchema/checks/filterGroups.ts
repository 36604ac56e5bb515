import type { JsonNode } from '../../json/jsonNode';
import { spanOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { FilterOperator } from '../filterOperators';
import { findOperator } from '../filterOperators';
import type { JobCheck } from '../jobCheck';
import type { FilterClause, FilterGroup, ObjectDefinition } from '../jobSchema';
import { attributeOf } from '../resolveMappings';

const NOT_INTERNS =
  '{ "sourceOperandName": "title", "operatorName": "NOT EQUALS", "targetOperand": { "values": ["Intern"] } }';
const WITHOUT_TITLE = '{ "sourceOperandName": "title", "operatorName": "IS NULL" }';

const kinds = defineProblemKinds([
  {
    code: 'job.filter-empty',
    severity: 'warning',
    title: 'Filter without clauses',
    explanation:
      'All clauses of a group must be true, so a group without clauses is always true. Groups are alternatives, so everything is in scope.',
    remedy: 'Add a clause, or remove the group.',
    authority: 'Entra',
    example: {
      wrong: '"groups": [{ "name": "Staff", "clauses": [] }]',
      right: '"groups": []',
    },
  },
  {
    code: 'job.filter-negation',
    severity: 'information',
    title: 'Negation that excludes empty values',
    explanation:
      'A clause is false if the attribute is empty, even a negated one: people without a department are not in scope of "department NOT EQUALS Sales".',
    remedy: 'Add a group with IS NULL to include those without a value.',
    authority: 'Entra',
    example: {
      wrong: `"groups": [{ "clauses": [${NOT_INTERNS}] }]`,
      right: `"groups": [\n  { "clauses": [${NOT_INTERNS}] },\n  { "clauses": [${WITHOUT_TITLE}] }\n]`,
    },
  },
]);
const [empty, negation] = kinds;

/** Checks what the groups of scoping filters include. */
export const filterGroups: JobCheck = {
  kinds,
  *find({ mappings }) {
    for (const { mapping, source } of mappings)
      for (const group of mapping.groups) {
        if (group.list !== undefined && group.clauses.length === 0) yield emptyGroup(group, group.list);
        for (const clause of group.clauses) yield* negated(clause, source, mapping.groups);
      }
  },
};

function emptyGroup({ name }: FilterGroup, list: JsonNode): Problem {
  const who = name === undefined || name.text === '' ? 'This group' : `The group "${name.text}"`;
  return problemOf(empty, spanOf(list), `${who} has no clauses and is always true: all objects are in scope.`);
}

function* negated(
  clause: FilterClause,
  source: ObjectDefinition | undefined,
  groups: readonly FilterGroup[],
): Generator<Problem> {
  const { operator: name, attribute } = clause;
  const operator = findOperator(name?.text ?? '');
  if (name === undefined || operator === undefined || !isNegative(operator)) return;
  if (attributeOf(source, attribute?.text)?.isRequired === true || includesEmpty(clause, groups)) return;
  const message = `Objects without a value of "${attribute?.text ?? ''}" are not in scope either: every clause but IS NULL is false for them.`;
  yield problemOf(negation, name.span, message);
}

function isNegative({ name }: FilterOperator): boolean {
  return name.startsWith('NOT ') || name === '!&';
}

/** Whether a group includes objects without a value of the attribute. */
function includesEmpty({ attribute }: FilterClause, groups: readonly FilterGroup[]): boolean {
  return groups.some(({ clauses }) =>
    clauses.some(
      (clause) =>
        clause.attribute?.text === attribute?.text && findOperator(clause.operator?.text ?? '')?.name === 'IS NULL',
    ),
  );
}
