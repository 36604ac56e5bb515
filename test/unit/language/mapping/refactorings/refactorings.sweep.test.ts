import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../../../src/core/mapping/loadMapping';
import { findComments } from '../../../../../src/core/mapping/syntax/comments';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { refactorings, sourceActions } from '../../../../../src/language/mapping/refactorings/refactorings';
import { withCursor } from '../../../../support/cursor';
import { applied, outcomes } from '../../appliedActions';
import { placesUpTo } from '../../../../support/sweep';

const SAMPLE = readFileSync('samples/contoso/contoso.scimmap', 'utf8');
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** What each refactoring at the cursor makes of the text, by title. */
function at(marked: string): Readonly<Record<string, string>> {
  const { text, offset } = withCursor(marked);
  const document = openMapping(text);
  const cursor = document.index.positionAt(offset);
  return outcomes(document, [...refactorings(document, { start: cursor, end: cursor }), ...sourceActions(document)]);
}

/** The meaning of a mapping, regardless of order and blocks. */
function meaning(text: string): unknown {
  const { model, problems } = loadMapping(text);
  const rules = model.rules.map(({ rule: _, ...rest }) =>
    JSON.stringify(rest, (key, value: unknown) => (/span$/i.test(key) ? undefined : value)),
  );
  return { rules: rules.sort(), codes: problems.map(({ code }) => code).sort() };
}

/** Refactorings that move something and keep its meaning. */
const KEEPS_MEANING = /^(?:Write .* as (?:paths|a group)|Move |Sort )/;

describe('refactorings', () => {
  it.each<[string, string, string, string]>([
    [
      'a group',
      'title = [T]\n\n|name {\n  # who\n  familyName = [A]  # last\n  givenName  = [B]\n}\n\nactive = "True"\n',
      'Write the rules of name as paths',
      'title = [T]\n\n# who\nname.familyName = [A]  # last\nname.givenName  = [B]\n\nactive = "True"\n',
    ],
    [
      'the group of an element, on one line',
      'emails[type eq "work"]| { value = [M] }\n',
      'Write the rules of emails[type eq "work"] as paths',
      'emails[type eq "work"].value = [M]\n',
    ],
    [
      'a group inside a schema block',
      `schema ${ENTERPRISE} {\n  division = [D]\n\n  manager| {\n    value = [M]\n  }\n}\n`,
      'Write the rules of manager as paths',
      `schema ${ENTERPRISE} {\n  division = [D]\n\n  manager.value = [M]\n}\n`,
    ],
    [
      'a group with comments after its braces',
      'name| {  # open\n  givenName = [B]  # last\n}  # close\ntitle = [T]\n',
      'Write the rules of name as paths',
      '# open\nname.givenName = [B]  # last\n# close\ntitle          = [T]\n',
    ],
    [
      'a schema block',
      `title = [T]\n\n|schema ${ENTERPRISE} {\n  division = [D]\n  manager { value = [M] }\n}\n`,
      'Write the rules of the schema as paths',
      `title = [T]\n\n${ENTERPRISE}:division = [D]\n${ENTERPRISE}:manager { value = [M] }\n`,
    ],
    [
      'rules of one attribute',
      'title = [T]\n# who\nname.familyName = [A]  # last\nuserType        = [U]\nname.givenName  = |[B]  @empty(null)\n',
      'Write the 2 rules of name as a group',
      'title = [T]\n\nname {\n  # who\n  familyName = [A]  # last\n  givenName  = [B]  @empty(null)\n}\n\nuserType = [U]\n',
    ],
    [
      'a single rule of an element',
      'phoneNumbers[type eq "work"].value| = [P]',
      'Write this rule of phoneNumbers[type eq "work"] as a group',
      'phoneNumbers[type eq "work"] {\n  value = [P]\n}\n',
    ],
    [
      'rules, some of them grouped already',
      'name {\n  familyName = [A]\n}\n\nname.|givenName = [B]\n',
      'Move this rule of name into a group',
      'name {\n  familyName = [A]\n  givenName  = [B]\n}\n',
    ],
    [
      'rules of a group on one line',
      'name { familyName = [A] }\nname.givenName = |[B]\n',
      'Move this rule of name into a group',
      'name {\n  familyName = [A]\n  givenName  = [B]\n}\n',
    ],
    [
      'rules with a URN',
      `${ENTERPRISE}:division| = [D]\ntitle = [T]\n# boss\n${ENTERPRISE}:manager.value = [M]\n`,
      'Move the 2 rules of this schema into a schema block',
      `title = [T]\n\nschema ${ENTERPRISE} {\n  division      = [D]\n  # boss\n  manager.value = [M]\n}\n`,
    ],
    [
      'a rule whose schema has a block',
      `schema ${ENTERPRISE} {\n  division = [D]\n}\n\n${ENTERPRISE}:department| = [E]\n`,
      'Move this rule into its schema block',
      `schema ${ENTERPRISE} {\n  division   = [D]\n  department = [E]\n}\n`,
    ],
    [
      'rules out of order, with their comments',
      '# About this file\n\n# on or off\nactive = "True"\n\ntitle      = [T]  # job\nexternalId = [I]\n\nname {\n  givenName  = [G]\n  # family\n  familyName = [F]\n}\n|',
      'Sort the rules in the order of the schema',
      '# About this file\n\nexternalId = [I]\n\nname {\n  # family\n  familyName = [F]\n  givenName  = [G]\n}\n\ntitle = [T]  # job\n\n# on or off\nactive = "True"\n',
    ],
    [
      'blocks out of order',
      `schema urn:a:b:c {\n  x = [X]\n}\n\nschema ${ENTERPRISE} {\n  department = [D]\n  costCenter = [C]\n}\n\nwhere [A] <> "1"\n\ntitle = [T]|\n`,
      'Sort the rules in the order of the schema',
      `where [A] <> "1"\n\ntitle = [T]\n\nschema ${ENTERPRISE} {\n  costCenter = [C]\n  department = [D]\n}\n\nschema urn:a:b:c {\n  x = [X]\n}\n`,
    ],
    [
      'a column',
      'title = Join("-", [|T], [U])\n',
      'Wrap [T] in StripSpaces',
      'title = Join("-", StripSpaces([T]), [U])\n',
    ],
    [
      'a whole value',
      'title = Join("-", [|T], [U])\n',
      'Wrap Join("-", [T], [U]) in IgnoreFlowIfNullOrEmpty',
      'title = IgnoreFlowIfNullOrEmpty(Join("-", [T], [U]))\n',
    ],
    ['a call with one value', 'title = To|Lower(Left([T], 3))\n', 'Unwrap ToLower', 'title = Left([T], 3)\n'],
    [
      'nested tests of one column',
      'title = |IIF([T] = "a", "1", IIF("b" = [T], [U], "3"))\n',
      'Write as Switch',
      'title = Switch([T], "3", "a", "1", "b", [U])\n',
    ],
    [
      'a custom date',
      'schema urn:a:b:c {\n  x = |FormatDateTime([X], , "yyyy", "yyyy")\n}\n',
      'Add @type(DateTime)',
      'schema urn:a:b:c {\n  x = FormatDateTime([X], , "yyyy", "yyyy")  @type(DateTime)\n}\n',
    ],
  ])('rewrite %s', (_, marked, title, expected) => {
    expect(at(marked)[title]).toBe(expected);
    if (KEEPS_MEANING.test(title)) expect(meaning(expected)).toEqual(meaning(withCursor(marked).text));
  });

  it.each<[string, string, RegExp]>([
    ['a rule without a member', 'ti|tle = [T]\n', /group/],
    ['the inside of a group', 'name {\n  given|Name = [T]\n}\n', /paths/],
    ['a group with a mistake', '|name {\n  givenName [G]\n}\n', /paths/],
    ['a mapping in order', 'externalId = [E]|\ntitle = [T]\n', /Sort/],
    ['a mapping with a mistake in its syntax', 'title = [T]\nuserName = |\n', /Sort/],
    ['a call over two values', 'title = J|oin("-", [A], [B])\n', /Unwrap/],
    ['a test of an empty text or a number', 'title = |IIF([A] = "", "1", IIF([A] = "7", "2", "3"))\n', /Switch/],
    ['a condition', 'where [|A] <> "1"\n', /IgnoreFlow/],
    ['an attribute of the RFC', 'title = |FormatDateTime([X], , "yyyy", "yyyy")\n', /@type/],
    ['a function that is there already', 'title = StripSpaces|([A])\n', /in StripSpaces/],
  ])('are not offered on %s', (_, marked, title) => {
    expect(Object.keys(at(marked)).filter((offered) => title.test(offered))).toEqual([]);
  });

  it('take what is selected', () => {
    const document = openMapping('title = Join("-", [A], Left([B], 2))\n');
    const range = { start: { line: 0, character: 18 }, end: { line: 0, character: 35 } };
    const titles = refactorings(document, range).map(({ title }) => title);
    expect(titles).toContain('Wrap Join("-", [A], Left([B], 2)) in ToLower');
  });

  it('leave line ends as they are', () => {
    expect(at('na|me {\r\n  givenName = [G]\r\n}\r\n')).toMatchObject({
      'Write the rules of name as paths': 'name.givenName = [G]\r\n',
    });
    expect(at('name.given|Name = [G]\r\n')).toMatchObject({
      'Write this rule of name as a group': 'name {\r\n  givenName = [G]\r\n}\r\n',
    });
  });

  it('lead back to where they began', () => {
    const paths = at(SAMPLE.replace('name {', 'name| {'))['Write the rules of name as paths'] ?? '';
    expect(paths).not.toBe(SAMPLE);
    expect(at(paths.replace('name.givenName', 'name.|givenName'))['Write the 2 rules of name as a group']).toBe(SAMPLE);
  });
});

describe('what a refactoring leaves', () => {
  it('says the same and has the same comments, everywhere in the sample', () => {
    const document = openMapping(SAMPLE);
    const before = meaning(SAMPLE);
    const comments = (text: string) =>
      findComments(text)
        .map(({ span: { start, end } }) => text.slice(start, end))
        .sort();
    let count = 0;
    for (const offset of placesUpTo(SAMPLE.length, 9)) {
      const cursor = document.index.positionAt(offset);
      for (const action of [...refactorings(document, { start: cursor, end: cursor }), ...sourceActions(document)]) {
        if (!KEEPS_MEANING.test(action.title)) continue;
        const after = applied(document, action);
        expect(after).not.toBe(SAMPLE);
        expect(meaning(after)).toEqual(before);
        expect(comments(after)).toEqual(comments(SAMPLE));
        count++;
      }
    }
    expect(count).toBeGreaterThan(20);
  });
});
