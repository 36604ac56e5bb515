import { describe, expect, it } from 'vitest';
import { endOfPath, parsePath } from '../../../../src/core/mapping/syntax/parsePath';
import { span } from '../../../../src/core/text/span';

/** A path as `urn | name.name[term, term].name`, then its faults as `start-end message`. */
function read(text: string): readonly string[] {
  const { path, faults } = parsePath(text, span(0, text.length));
  const { urn, names, filter } = path;
  const terms = filter?.terms.map(({ attribute, value }) => `${attribute}=${JSON.stringify(value)}`).join(', ');
  const parts = names.map(({ text: name }, index) => (index === filter?.after ? `${name}[${terms ?? ''}]` : name));
  return [
    `${urn === undefined ? '' : `${urn.text} | `}${parts.join('.')}`,
    ...faults.map(({ span: { start, end }, message }) => `${start}-${end} ${message}`),
  ];
}

const FILTER = 'The filter must be an equality, like [type eq "work"], or several joined by "and".';

describe('parsePath', () => {
  it.each([
    ['title', ['title']],
    ['name.givenName', ['name.givenName']],
    ['a.b.c', ['a.b.c']],
    ['$ref', ['$ref']],
    ['emails[type eq "work"]', ['emails[type="work"]']],
    ['emails[type eq "work"].value', ['emails[type="work"].value']],
    ['emails[ Type EQ "work" and primary eq true ].value', ['emails[Type="work", primary=true].value']],
    ['x[a eq -12 AND b eq FALSE]', ['x[a=-12, b=false]']],
    ['x[a eq "say \\"hi\\" \\\\"]', ['x[a="say \\"hi\\" \\\\"]']],
    ['urn:a:b:User:title', ['urn:a:b:User | title']],
    ['URN:a:b:x[type eq "y"].z', ['URN:a:b | x[type="y"].z']],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User | manager.value']],

    ['', ['', '0-0 Expected an attribute name.']],
    ['name.', ['name.', '5-5 Expected an attribute name.']],
    ['.x', ['.x', '0-0 Expected an attribute name.']],
    ['1st', ['1st', '0-3 "1st" is not an attribute name.']],
    ['na;me.x', ['na;me.x', '0-5 "na;me" is not an attribute name.']],
    ['emails[type eq "work"', ['emails', '6-21 Expected "]" at the end of the filter.']],
    ['emails[type eq "work"]value', ['emails[type="work"].alue', '22-27 Expected "." after the filter.']],
    ['emails[type ne "work"].value', ['emails[].value', `6-22 ${FILTER}`]],
    ['emails[type eq work]', ['emails[]', `6-20 ${FILTER}`]],
    ['emails[]', ['emails[]', `6-8 ${FILTER}`]],
    ['emails[type eq "a" or type eq "b"]', ['emails[]', `6-34 ${FILTER}`]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  }); // prettier-ignore

  it('counts from the beginning of the text', () => {
    expect(parsePath('  name.x  ', span(2, 8)).path).toEqual({
      text: 'name.x',
      span: span(2, 8),
      names: [
        { text: 'name', span: span(2, 6) },
        { text: 'x', span: span(7, 8) },
      ],
    });
  });
});

describe('endOfPath', () => {
  it.each([
    ['title = [T]', 'title'],
    ['title=[T]', 'title'],
    ['name{', 'name'],
    ['name { x', 'name'],
    ['title# why', 'title'],
    ['title@empty', 'title'],
    ['emails[type eq "work"].value = [M]', 'emails[type eq "work"].value'],
    ['emails[type eq "a ] b"].value = [M]', 'emails[type eq "a ] b"].value'],
    ['emails[type eq "work\nnext', 'emails[type eq "work'],
    ['emails[type\rnext', 'emails[type'],
    ['a"b"', 'a'],
    ['(x', ''],
  ])('%j ends after %j', (text, path) => {
    expect(text.slice(0, endOfPath(text, 0))).toBe(path);
  });
});
