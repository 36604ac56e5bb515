import { describe, expect, it } from 'vitest';
import { hoverJobSchema } from '../../../../src/language/jobSchema/hoverJobSchema';
import { signatureInJobSchema } from '../../../../src/language/jobSchema/signatureInJobSchema';
import type { Parts } from '../../jobSchema/smallJob';
import { expressionSource } from '../../jobSchema/smallJob';
import { cursorIn } from './support';

const inTitle =
  (members: object) =>
  ({ title }: Parts) => {
    Object.assign(title, members);
  };
const clause =
  (members: object) =>
  ({ mapping }: Parts) => {
    mapping.scope = { groups: [{ clauses: [members] }] };
  };

/** What is marked, and what is said of it. */
function hovered(change: (parts: Parts) => void): readonly [string, string] | undefined {
  const { document, offset } = cursorIn(change);
  const found = hoverJobSchema(document, offset);
  if (found?.range === undefined || typeof found.contents === 'string' || !('value' in found.contents))
    return undefined;
  const [start, end] = [found.range.start, found.range.end].map((place) => document.index.offsetAt(place));
  return [document.text.slice(start, end), found.contents.value];
}

describe('hovering over a job schema', () => {
  it.each([
    ['a function', inTitle({ source: expressionSource('ToL|ower("é", [title])') }), 'ToLower', 'lower'],
    [
      'an attribute',
      inTitle({ source: expressionSource('Join("-", [emails[ty|pe eq "work"].value])') }),
      '[emails[type eq \\"work\\"].value]',
      '`emails[type eq "work"].value`',
    ],
    [
      'an unknown attribute',
      inTitle({ source: expressionSource('[Tit|le]') }),
      '[Title]',
      'does not have an attribute',
    ],
    ['an argument', inTitle({ source: expressionSource('Split([title], "|,")') }), '\\",\\"', 'delimiter'],
    ['a target', inTitle({ targetAttributeName: 'job|Title' }), 'jobTitle', 'attribute of `User`'],
    ['the name of a member', inTitle({ 'flow|Type': 'Always' }), 'flowType', '`flowType`: '],
    ['a value', inTitle({ flowType: 'Al|ways' }), 'Always', 'only when an account is created'],
    [
      'a number',
      inTitle({ matchingPriority: 0, 'default|Value': null }),
      'defaultValue',
      'Used if the source gives nothing',
    ],
    [
      'an operator',
      clause({ operatorName: 'IS_NOT|_NULL' }),
      'IS_NOT_NULL',
      '**`IS NOT NULL`** The attribute is not empty.',
    ],
    ['an attribute of a filter', clause({ sourceOperandName: 'act|ive' }), 'active', 'Boolean'],
    ['the name of a source', inTitle({ source: { name: 'lev|el' } }), 'level', 'Integer'],
    ['a function of a tree', inTitle({ source: { type: 'Function', name: 'M|id' } }), 'Mid', 'Mid(source'],
  ])('says of %s what it is', (_what, change, marked, said) => {
    const found = hovered(change);
    expect(found?.[0]).toBe(marked);
    expect(found?.[1]).toContain(said);
  });

  it('says nothing of what is not known', () => {
    expect(hovered(inTitle({ 'fut|ure': 1 }))).toBeUndefined();
  });
});

describe('the signature of a call in a job schema', () => {
  it('is that of the function, with the parameter at the cursor', () => {
    const { document, offset } = cursorIn(inTitle({ source: expressionSource('Join("a\\"b", [title], |)') }));
    const help = signatureInJobSchema(document, offset);
    expect(help?.signatures[0]?.label).toContain('Join(');
    expect(help?.activeParameter).toBe(1);
  });

  it('is nothing elsewhere', () => {
    const { document, offset } = cursorIn(inTitle({ flowType: 'Al|ways' }));
    expect(signatureInJobSchema(document, offset)).toBeUndefined();
  });
});
