import { describe, expect, it } from 'vitest';
import { importWebClient } from '../../../src/core/import/importWebClient';
import { convertAsText } from '../../support/oracle/convertAsText';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { formatAttributePath } from '../../../src/core/scim/attributePath';

const MAPPING = {
  externalId: 'WorkerID',
  userName: 'Mail',
  active: 'Status',
  'name.givenName': 'First',
  'emails.0.value': 'Mail',
  'enterprise.manager.value': 'Boss',
  'custom.HireDate': 'Hired',
  'custom.Seats': 'Seats',
};
const CUSTOM = {
  enabled: true,
  namespace: 'urn:ietf:params:scim:schemas:extension:custom:1.0:User',
  attributes: [
    { name: 'HireDate', type: 'dateTime', targetAttribute: 'employeeHireDate' },
    { name: 'Seats', type: 'integer', targetAttribute: '' },
  ],
};

function rulesOf(text: string): readonly string[] {
  return loadMapping(text).model.rules.map(({ path, type, expression }) =>
    `${formatAttributePath(path)} ${type} ${expression.kind === 'attribute' ? expression.name : ''}`.trim(),
  );
}

const RULES = [
  'externalId string WorkerID',
  'userName string Mail',
  'active boolean',
  'name.givenName string First',
  'emails.value string Mail',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value string Boss',
];

describe('a mapping of the web client', () => {
  it.each([
    ['as its server gets it', JSON.stringify({ mapping: MAPPING, customAttributes: CUSTOM })],
    [
      'as the browser keeps it',
      JSON.stringify({
        'entra-prov-mapping': JSON.stringify(MAPPING),
        'entra-prov-customAttributes': JSON.stringify(CUSTOM),
      }),
    ],
  ])('is read %s', (_, json) => {
    const { text, problems } = importWebClient(json);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning mapping.element-not-work']);
    expect(rulesOf(text)).toEqual([
      ...RULES,
      `${CUSTOM.namespace}:HireDate dateTime Hired`,
      `${CUSTOM.namespace}:Seats integer Seats`,
    ]);
  });

  it('is read without anything around it; custom attributes then have the namespace that the client takes by itself', () => {
    const { text } = importWebClient(JSON.stringify(MAPPING));
    const urn = 'urn:ietf:params:scim:schemas:extension:csv:1.0:User';
    expect(rulesOf(text)).toEqual([...RULES, `${urn}:HireDate string Hired`, `${urn}:Seats string Seats`]);
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    [' Yes ', true],
    ['1', true],
    ['Active', true],
    ['Enabled', false],
    ['A', false],
    ['no', false],
    [' ', false],
    ['', 'value.active.missing'],
  ])('takes the status %j as the client does', (status, expected) => {
    const { text } = importWebClient(JSON.stringify({ externalId: 'Id', active: 'Status' }));
    const compiled = compileMapping(loadMapping(text), ['Id', 'Status']);
    if ('problems' in compiled) throw new Error('the columns are there');
    const outcome = convertAsText(compiled.mapping)({ number: 1, line: 2, cells: ['7', status] });
    if (typeof expected === 'string') expect(outcome.kind).toBe('refused');
    else if (outcome.kind === 'operation') expect(JSON.parse(outcome.data)).toMatchObject({ active: expected });
    else throw new Error(`${outcome.kind} for ${status}`);
  });

  it.each([
    [{ externalId: 'A', dispalyName: 'B' }, 'import.unknown-attribute', 'dispalyName = B'],
    [{ externalId: 'A', 'emails.1.value': 'B' }, 'import.unknown-attribute', 'emails.1.value = B'],
    [{ externalId: 'A', 'name.given.first': 'B' }, 'import.unknown-attribute', 'name.given.first = B'],
    [{ externalId: 'A', title: 7 }, 'import.not-translated', 'title = 7'],
    [{ externalId: 'A', title: 'B]' }, 'import.not-translated', 'title = B]'],
  ])('%j keeps what it cannot say as a comment', (mapping, code, comment) => {
    const json = JSON.stringify(mapping);
    const { text, problems } = importWebClient(json);
    expect(problems).toMatchObject([{ code, severity: 'error' }]);
    expect(json.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe(Object.keys(mapping)[1]);
    expect(text).toContain(`# ${comment}`);
  });

  it('tells which columns the extract does not have', () => {
    const { text, problems } = importWebClient('{"externalId": "id", "title": "Role"}', { columns: ['id'] });
    expect(problems).toMatchObject([{ code: 'import.unknown-column', severity: 'warning' }]);
    expect(text).toContain('\nexternalId = [id]\n');
    expect(text).toContain(
      '# The extract does not have the column "Role". Use another one, or remove this.\n# title = [Role]\n',
    );
  });

  it.each(['', '{', '[]', '7', '{"a": {}}', '{"mapping": 7}'])('%j is none', (json) => {
    expect(importWebClient(json).problems).toMatchObject([{ code: 'import.not-a-mapping', severity: 'error' }]);
  });
});

it('writes a date of joining as an attribute of a schema of its own', () => {
  const { text, problems } = importWebClient('{"externalId": "Id", "enterprise.hireDate": "Hired"}');
  expect(text).toContain('schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n');
  expect(text).toContain('  hireDate = [Hired]\n');
  expect(problems).toMatchObject([{ code: 'import.own-attribute' }]);
});
