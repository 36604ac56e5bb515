import { describe, expect, it } from 'vitest';
import { placedRules, resolveRule } from '../../../../src/core/mapping/model/resolveRules';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { formatAttributePath } from '../../../../src/core/scim/attributePath';
import { problemLines } from '../../../support/problemLines';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Each rule as `path type empty`, then what is wrong, with the text that is offered in its place. */
function resolved(text: string): readonly string[] {
  return [...placedRules(parseMapping(text).tree)].flatMap((placed) => {
    const { resolved: rule, problems } = resolveRule(placed);
    const offers = problems.map(({ data }) => (data?.replacement === undefined ? '' : ` -> ${JSON.stringify(data.replacement)}`));
    return [
      ...(rule === undefined ? [] : [`${formatAttributePath(rule.path)} ${rule.type} ${rule.empty}`]),
      ...problemLines(text, problems).map((line, index) => line + (offers[index] ?? '')),
    ];
  }); // prettier-ignore
}

describe('what a rule fills', () => {
  it.each([
    ['an attribute', 'title = [T]', ['title string omit']],
    ['in its own case', 'DISPLAYNAME = [N]', ['displayName string omit']],
    ['a member', 'name.GivenName = [G]', ['name.givenName string omit']],
    ['an element of a list', 'emails[Type eq "work"].Value = [M]', ['emails[type eq "work"].value string omit']],
    ['in a group', 'name { givenName = [G] }', ['name.givenName string omit']],
    ['in a group with a filter', 'addresses[type eq "work"] { locality = [C] }', ['addresses[type eq "work"].locality string omit']],
    ['of Enterprise User', `schema ${ENTERPRISE} { department = [D] }`, [`${ENTERPRISE}:department string omit`]],
    ['of Enterprise User by a path, in any case', `${ENTERPRISE.toUpperCase()}:manager.value = [M]`, [`${ENTERPRISE}:manager.value string omit`]],
    ['of User by its URN', 'urn:ietf:params:scim:schemas:core:2.0:User:title = [T]', ['title string omit']],
    ['of a custom schema, as it is written', 'schema urn:x:y { HireDate = [D] @type(DateTime) }', ['urn:x:y:HireDate dateTime omit']],
    ['a member and an element of a custom schema', 'schema urn:x:y {\n badge.no = [B]\n l[k eq 1].v = [V]\n}', ['urn:x:y:badge.no string omit', 'urn:x:y:l[k eq 1].v string omit']],
    ['a boolean, which is never empty', 'active = [A]', ['active boolean error']],
    ['what may be null', 'title = [T] @empty(null)', ['title string null']],
    ['nothing without an expression', 'title =', []],
  ])('%s', (_, text, expected) => {
    expect(resolved(text)).toEqual(expected);
  }); // prettier-ignore

  it.each([
    ['an unknown name', 'tittle = [T]', ['1:1 error mapping.unknown-attribute -> "title"']],
    ['a name of another schema', 'department = [D]', [`1:1 error mapping.unknown-attribute -> "${ENTERPRISE}:department"`]],
    ['a name of another schema in a block', `schema ${ENTERPRISE} {\n title = [D]\n}`, ['2:2 error mapping.unknown-attribute']],
    ['an unknown member', 'name.givenNam = [G]', ['1:6 error mapping.unknown-attribute -> "givenName"']],
    ['an unknown name of a group, at the group', 'nam {\n givenName = [G]\n}', ['1:1 error mapping.unknown-attribute -> "name"']],
    ['an attribute with members', 'name = [N]', ['1:1 error mapping.complex-attribute -> "name.formatted"']],
    ['a list with members', 'emails = [M]', ['1:1 error mapping.complex-attribute -> "emails[type eq \\"work\\"].value"']],
    ['a filter of what is not a list', 'name[type eq "x"].givenName = [G]', ['1:5 error mapping.filter -> ""']],
    ['a filter over what is not a member', 'emails[tpe eq "work"].value = [M]', ['emails[tpe eq "work"].value string omit', '1:8 error mapping.unknown-attribute -> "type"']],
    ['three levels', 'name.givenName.x = [G]', ['1:16 error mapping.path-too-deep']],
    ['a URN in a block', 'name { urn:x:y:a = [A] }', ['1:8 error mapping.path-urn']],
    ['@empty that is not allowed', 'active = [A] @empty(null)', ['active boolean error', '1:14 error mapping.decorator-value']],
    ['@empty of nothing', 'title = [T] @empty()', ['title string omit', '1:13 error mapping.decorator-value']],
    ['@type of what has its type', 'title = [T] @type(Boolean)', ['title string omit', '1:13 error mapping.decorator-value']],
    ['@type that is none', 'schema urn:x:y { a = [A] @type(Text) }', ['urn:x:y:a string omit', '1:26 error mapping.decorator-value']],
    ['a decorator twice', 'title = [T] @empty(null) @empty(omit)', ['title string null', '1:26 error mapping.duplicate-decorator']],
    ['a decorator that is nearly one', 'title = [T] @emty(null)', ['title string omit', '1:14 error mapping.unknown-decorator -> "empty"']],
  ])('%s', (_, text, expected) => {
    expect(resolved(text)).toEqual(expected);
  }); // prettier-ignore
});
