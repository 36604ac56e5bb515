import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/preview/layOut';
import { operationSpans } from '../../../src/preview/operationSpans';

const MANAGER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const OPERATION = JSON.stringify({
  method: 'POST',
  path: '/Users',
  data: {
    userName: 'zoë "z"',
    name: { familyName: 'Bécue' },
    emails: [
      { type: 'home', value: 'zoe@home.example' },
      { type: 'work', value: 'zoe@contoso.com', primary: true },
    ],
    [MANAGER]: { department: 'Sales', manager: { value: '7' } },
  },
});

const work = [{ attribute: 'type', value: 'work' }];

describe('operationSpans', () => {
  it.each([
    ['an attribute', { attribute: 'userName' }, '"userName":"zoë \\"z\\""'],
    ['a part of one', { attribute: 'name', sub: 'familyName' }, '"familyName":"Bécue"'],
    ['one of several', { attribute: 'emails', filter: work, sub: 'value' }, '"value":"zoe@contoso.com"'],
    ['another part of the same', { attribute: 'emails', filter: work, sub: 'primary' }, '"primary":true'],
    ['all of one', { attribute: 'emails', filter: work }, '{"type":"work","value":"zoe@contoso.com","primary":true}'],
    ['an attribute of another schema', { urn: MANAGER, attribute: 'department' }, '"department":"Sales"'],
    ['a part of one', { urn: MANAGER, attribute: 'manager', sub: 'value' }, '"value":"7"'],
  ])('finds %s', (_, path, expected) => {
    for (const text of [OPERATION, layOut(OPERATION)]) {
      const [span] = operationSpans(text, [path]);
      expect(text.slice(span?.start, span?.end).replaceAll(/(?<=[:,{])\s+|\s+(?=\})/g, '')).toBe(expected);
    }
  });

  it.each([
    { attribute: 'title' },
    { attribute: 'name', sub: 'givenName' },
    { attribute: 'emails', filter: [{ attribute: 'type', value: 'other' }], sub: 'value' },
    { urn: 'urn:contoso:1.0:User', attribute: 'department' },
  ])('finds nothing that the operation does not have: %j', (path) => {
    expect(operationSpans(OPERATION, [path])).toEqual([undefined]);
  });

  it('finds nothing where there is no operation', () => {
    expect(operationSpans('', [{ attribute: 'userName' }])).toEqual([undefined]);
  });
});
