import { describe, expect, it } from 'vitest';
import { completeJobSchema } from '../../../../src/language/jobSchema/completeJobSchema';
import { openJobSchema } from '../../../../src/language/jobSchema/jobDocument';
import { withCursor } from '../../../support/cursor';
import type { Parts } from '../../jobSchema/smallJob';
import { direct, expressionSource } from '../../jobSchema/smallJob';
import { chosen, itemsAt } from './support';

const inTitle =
  (members: object) =>
  ({ title }: Parts) => {
    Object.assign(title, members);
  };
const expression = (text: string) => inTitle({ source: expressionSource(text) });
const labels = (change: (parts: Parts) => void) => itemsAt(change).map(({ label }) => label);

describe('completion in an expression of a job', () => {
  it.each([
    ['[ti|]', '[title]', '"expression": "[title]"'],
    [
      'Join("-", [em|])',
      '[emails[type eq "work"].value]',
      '"expression": "Join(\\"-\\", [emails[type eq \\"work\\"].value])"',
    ],
    [
      'Join("-", |)',
      '[emails[type eq "work"].value]',
      '"expression": "Join(\\"-\\", [emails[type eq \\"work\\"].value])"',
    ],
    ['ToL|', 'ToLower', '"expression": "ToLower($1)"'],
    ['Jo|', 'Join', '"expression": "Join(\\\\"${1: }\\\\", $2, $3)"'],
    ['"\\" ToL|', undefined, undefined],
    ['DateAdd("|", 1, [title])', '"yyyy"', '"expression": "DateAdd(\\"yyyy\\", 1, [title])"'],
    [
      'IIF([title] = "é\\"", Ig|',
      'IgnoreAttributeFlow',
      '"expression": "IIF([title] = \\"é\\\\\\"\\", IgnoreAttributeFlow"',
    ],
  ])('%s: %s', (text, label, line) => {
    if (label === undefined) expect(labels(expression(text))).toEqual([]);
    else expect(chosen(expression(text), label)).toBe(line);
  });

  it('offers True and False where the target is boolean', () => {
    const accountEnabled = (text: string) => (parts: Parts) => {
      parts.mapping.attributeMappings.push(direct('accountEnabled', 'x', { source: expressionSource(text) }));
    };
    expect(labels(accountEnabled('Switch([active], , "x", |)'))).toContain('"True"');
    expect(labels(expression('Switch([active], , "x", |)'))).not.toContain('"True"');
  });

  it('says of attributes what their definitions say', () => {
    const [item] = itemsAt(expression('[lev|]')).filter(({ label }) => label === '[level]');
    expect(item?.documentation).toMatchObject({ value: expect.stringContaining('Integer') as string });
  });

  it('does not say of functions that they are for jobs only', () => {
    const all = itemsAt(expression('|'));
    expect(all.map(({ label }) => label)).toContain('DefaultDomain');
    expect(all.map(({ labelDetails }) => labelDetails?.description)).not.toContain('in the job only');
  });
});

describe('completion of names and values of a job', () => {
  it('offers target attributes that are not mapped first, and none that cannot be written', () => {
    expect(labels(inTitle({ targetAttributeName: '|' }))).toEqual([
      'jobTitle',
      'city',
      'employeeId',
      'displayName',
      'accountEnabled',
    ]);
    expect(chosen(inTitle({ targetAttributeName: 'ci|ty' }), 'city')).toBe('"targetAttributeName": "city",');
  });

  it.each([
    [
      'flow types',
      inTitle({ flowType: '|' }),
      ['Always', 'ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'],
    ],
    [
      'flags that are not there',
      ({ mapping }: Parts) => Object.assign(mapping, { flowTypes: 'Add, |' }),
      ['Update', 'Delete'],
    ],
    [
      'directories',
      ({ rule }: Parts) => Object.assign(rule, { targetDirectoryName: '|' }),
      ['API', 'Azure Active Directory'],
    ],
    ['objects', ({ mapping }: Parts) => Object.assign(mapping, { targetObjectName: 'U|' }), ['User']],
    ['types of sources', inTitle({ source: { type: '|' } }), ['Attribute', 'Constant', 'Function']],
    [
      'keys of arguments',
      inTitle({ source: { type: 'Function', name: 'Mid', parameters: [{ key: '|' }] } }),
      ['source', 'start', 'length'],
    ],
    ['names of members', inTitle({ source: { type: 'Attribute', 'na|': 1 } }), ['name', 'expression', 'parameters']],
    ['nothing for free texts', ({ mapping }: Parts) => Object.assign(mapping, { name: '|' }), []],
    ['nothing in what is not known', inTitle({ future: { type: '|' } }), []],
  ])('offers %s', (_what, change, expected) => {
    expect(labels(change)).toEqual(expected);
  });

  it('offers source attributes and functions as names, by the type of the source', () => {
    expect(chosen(inTitle({ source: { type: 'Attribute', name: 'em|' } }), 'emails[type eq "work"].value')).toBe(
      '"name": "emails[type eq \\"work\\"].value"',
    );
    expect(labels(inTitle({ source: { type: 'Function', name: '|' } }))).toContain('SelectUniqueValue');
    expect(labels(inTitle({ source: { type: 'Constant', name: '|' } }))).toEqual([]);
  });

  it('offers operators that suit the attribute first', () => {
    const clause = (sourceOperandName: string, operatorName: string) => (parts: Parts) => {
      parts.mapping.scope = { groups: [{ clauses: [{ sourceOperandName, operatorName }] }] };
    };
    expect(labels(clause('active', '|')).slice(0, 6)).toEqual([
      'EQUALS',
      'NOT EQUALS',
      'IS TRUE',
      'IS FALSE',
      'IS NULL',
      'IS NOT NULL',
    ]);
    expect(labels(clause('title', '|'))).toHaveLength(14);
    expect(labels(clause('|', 'EQUALS'))).toContain('level');
  });

  it('brings the quotes where there are none', () => {
    const { text, offset } = withCursor(
      '{"synchronizationRules": [{"objectMappings": [{"attributeMappings": [{"flowType": |}]}]}]}',
    );
    const { items } = completeJobSchema(openJobSchema(text), offset);
    expect(items.map(({ textEdit }) => textEdit?.newText)).toContain('"ObjectAddOnly"');
  });

  it('offers something or nothing at every place of any text', () => {
    const text =
      '{"synchronizationRules":[{"objectMappings":[{"attributeMappings":[{"flowType":"Al","source":{"expression":"Join(\\"a\\", [b])"}}]}]}]';
    for (let end = 0; end <= text.length; end++) {
      const document = openJobSchema(text.slice(0, end));
      for (const offset of [end, end >> 1]) {
        const { items } = completeJobSchema(document, offset);
        expect(items.every(({ textEdit }) => textEdit !== undefined)).toBe(true);
      }
    }
  });
});
