import { describe, expect, it } from 'vitest';
import { readUserTable } from '../../../../src/sandbox/storage/readUserTable';

function read(text: string) {
  let next = 1;
  return readUserTable(text, () => `new-${next++}`);
}

describe('a table of users', () => {
  it.each([
    ['has ids of its own', 'id,displayName\n7,Ana\n', [{ id: '7', displayName: 'Ana' }]],
    [
      'gets ids where it has none',
      'displayName\nAna\nBo\n',
      [
        { id: 'new-1', displayName: 'Ana' },
        { id: 'new-2', displayName: 'Bo' },
      ],
    ],
    [
      'leaves out empty cells, and blanks around others',
      'id,title,city\n7,  ,\u0020Porto \n',
      [{ id: '7', city: 'Porto' }],
    ],
    [
      'knows true and false of accountEnabled alone',
      'id,accountEnabled,title\n7,TRUE,true\n8,no,x\n',
      [
        { id: '7', accountEnabled: true, title: 'true' },
        { id: '8', accountEnabled: 'no', title: 'x' },
      ],
    ],
  ])('%s', (_, text, users) => {
    expect(read(text)).toMatchObject({ users });
  });

  it.each([
    ['by id', '8'],
    ['by employeeId', 'E8'],
    ['by sign-in name, ignoring case', 'BO@contoso.com'],
  ])('names managers %s', (_, manager) => {
    const text = `id,employeeId,userPrincipalName,manager\n7,E7,ana@contoso.com,${manager}\n8,E8,bo@contoso.com,\n`;
    expect(read(text)).toMatchObject({ users: [{ id: '7', manager: { id: '8' } }, { id: '8' }] });
  });

  it('prefers the id where a manager could be meant by two columns', () => {
    const reading = read('id,employeeId,manager\n7,8,8\n8,9,\n');
    expect(reading).toMatchObject({ users: [{ id: '7', manager: { id: '8' } }, { id: '8' }] });
  });

  it('leaves out a manager whom it does not have', () => {
    const reading = read('id,manager\n7,nobody\n');
    expect('users' in reading && reading.users).toEqual([{ id: '7' }]);
  });

  it('says on which lines the users are', () => {
    expect(read('id,title\n7,"a\nb"\n8,c\n')).toMatchObject({ lines: [2, 4] });
  });

  it.each([
    ['', /no rows/],
    ['id,id\n1,2\n', /^Line 1: /],
    ['id,title\n1,2,3\n', /^Line 2: /],
    ['id,title\n1,"2\n', /^Line 2: /],
  ])('%j is refused', (text, refusal) => {
    expect(read(text)).toEqual({ refusal: expect.stringMatching(refusal) as unknown });
  });
});
