import { describe, expect, it } from 'vitest';
import type { LineageNode } from '../../../src/preview/lineage';
import { Lineage } from '../../../src/preview/lineage';
import type { RuleTrace } from '../../../src/preview/previewState';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function rule(path: string, ...columns: readonly string[]): RuleTrace {
  return { path, columns, expression: '', result: 'value', text: '""', rule: 0 };
}

function attribute(name: string, ...sources: readonly string[]) {
  return { name, sources, expression: '' };
}

const CELLS = ['Id', 'First', 'Last', 'Spare'].map((column) => ({ column, value: '', paths: [] }));
const RULES = [
  rule('externalId', 'Id'),
  rule('userName', 'First', 'Last'),
  rule('name.givenName', 'First'),
  rule('userType'),
  rule(`${ENTERPRISE}:manager.value`, 'Id'),
];
const ATTRIBUTES = [
  attribute('employeeId', 'externalId'),
  attribute('userPrincipalName', 'USERNAME'),
  attribute('mailNickname', 'userName'),
  attribute('displayName', 'name.givenName', 'name.familyName'),
  attribute('manager', `${ENTERPRISE}:manager`),
  attribute('employeeType', 'urn:ietf:params:scim:schemas:core:2.0:User:userType'),
  attribute('usageLocation'),
];

describe('a lineage', () => {
  const lineage = new Lineage({ cells: CELLS, rules: RULES }, ATTRIBUTES);

  it.each<readonly [string, LineageNode, readonly string[]]>([
    [
      'a cell to everywhere that it flows',
      'cell:1',
      ['cell:1', 'rule:1', 'rule:2', 'attribute:1', 'attribute:2', 'attribute:3'],
    ],
    ['a cell that is read in part', 'cell:0', ['cell:0', 'rule:0', 'rule:4', 'attribute:0', 'attribute:4']],
    ['a cell that nothing reads', 'cell:3', ['cell:3']],
    ['a rule both ways', 'rule:1', ['rule:1', 'cell:1', 'cell:2', 'attribute:1', 'attribute:2']],
    ['a constant', 'rule:3', ['rule:3', 'attribute:5']],
    ['an attribute back to its cells', 'attribute:3', ['attribute:3', 'rule:2', 'cell:1']],
    ['an attribute that the job alone fills', 'attribute:6', ['attribute:6']],
    ['nothing that there is', 'rule:99', ['rule:99']],
  ])('leads from %s', (_, from, expected) => {
    expect([...lineage.through(from)].sort()).toEqual([...expected].sort());
  });

  it('knows which attributes a rule fills', () => {
    expect(RULES.map((_, index) => lineage.attributesOf(index))).toEqual([[0], [1, 2], [3], [5], [4]]);
  });
});
