import { describe, expect, it } from 'vitest';
import type { LoadedMapping, MappingKnowledge } from '../../../../src/core/mapping/loadMapping';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { problemLines } from '../../../support/problemLines';
import { expectAsOpened } from './expectAsOpened';

/** The statements that were read again, as they are in the text. */
function readAgain(loaded: LoadedMapping, before: LoadedMapping): readonly string[] {
  const readings = new Set(before.parsed.parts.map(({ reading }) => reading));
  return loaded.parsed.parts
    .filter(({ reading }) => !readings.has(reading))
    .map(({ start, end }) => loaded.parsed.text.slice(start, end));
}

/** The paths of the rules that were resolved and checked again. */
function resolvedAgain(loaded: LoadedMapping, before: LoadedMapping): readonly string[] {
  const paths = new Set(before.model.rules.map(({ path }) => path));
  return loaded.model.rules.filter(({ path }) => !paths.has(path)).map(({ rule }) => rule.path.text);
}

/** The mapping after a change, which is what its text alone gives. */
function changed(before: string, after: string, knowledge: MappingKnowledge = {}) {
  const old = loadMapping(before, knowledge);
  const loaded = loadMapping(after, knowledge, old);
  expectAsOpened(loaded, knowledge);
  return { read: readAgain(loaded, old), resolved: resolvedAgain(loaded, old), loaded };
}

const RULES = 'externalId = [Id]\nuserName = [User]\ntitle = [T]\nactive = [A]\n';
const BLOCK = 'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  a = [A]\n  b = [B]\n  c = [C]\n}\n';

describe('after a change', () => {
  it.each([
    // Whether a line begins a statement is seen on that line: the one before it is read again, too
    ['only the rule in which one types is read', RULES.replace('[T]', '[Title]'), ['userName = [User]', 'title = [Title]']],
    ['only a new rule', RULES.replace('title', 'nickName = [N]\ntitle'), ['userName = [User]', 'nickName = [N]']],
    ['only the rule before one that is gone', RULES.replace('title = [T]\n', ''), ['userName = [User]']],
    ['nothing but the last rule before blanks at the end', `${RULES}\n\n`, ['active = [A]']],
    ['nothing after a comment', `# the sample\n${RULES}`, []],
    ['what a comment takes away', RULES.replace('title', '#title'), ['userName = [User]']],
    ['a rule whose parenthesis is open, with the line that ends it', RULES.replace('[T]', 'ToLower([T]'), ['userName = [User]', 'title = ToLower([T]']],
    ['an open bracket, which looks at all that follows', RULES.replace('[T]', '[T'), ['userName = [User]', 'title = [T']],
    ['a line that is none', RULES.replace('title =', 'title'), ['userName = [User]', 'title [T]']],
    ['a brace too many', RULES.replace('title', '}\ntitle'), ['userName = [User]']],
    ['a block around rules', RULES.replace('title = [T]', 'name {\ntitle = [T]\n}'), ['userName = [User]', 'title = [T]']],
    ['a block around all that follows', `name {\n${RULES}`, []],
    ['a condition', `where [A] <> "b"\n${RULES}`, ['where [A] <> "b"']],
    ['a source block left open', `source csv {\n${RULES}`, []],
  ])('%s', (_, after, expected) => {
    expect(changed(RULES, after).read).toEqual(expected);
  }); // prettier-ignore

  it('what is below a rule with an open bracket is read as before, and the rule again at each change of that', () => {
    const open = RULES.replace('[T]', '[T');
    expect(changed(open, open.replace('[A]', '[Active]')).read).toEqual(['title = [T', 'active = [Active]']);
  });

  it('nothing is read when nothing has changed', () => {
    expect(changed(RULES, RULES)).toMatchObject({ read: [], resolved: [] });
  });

  it.each([
    ['of a rule', BLOCK.replace('[B]', '[Bee]'), ['a', 'b']],
    ['of the name of the schema, all its rules', BLOCK.replace('contoso', 'fabrikam'), ['a', 'b', 'c']],
    ['of the layout of the block, none', BLOCK.replace(' {\n', '   {\n\n\n'), []],
    ['of what is above, none', `title = [T]\n${BLOCK}`, ['title']],
    ['that closes the block, the rules that are out of it', BLOCK.replace('  b =', '}\n  b ='), ['a']],
  ])('resolves and checks again what depends on it: a change %s', (_, after, expected) => {
    expect(changed(BLOCK, after).resolved).toEqual(expected);
  });

  it.each([
    ['a duplicate', 'title = [T]\nname.givenName = [G]\n', 'title = [T]\ntitle = [G]\n', '5:1 error mapping.duplicate-path'],
    ['what overlaps', BLOCK, BLOCK.replace('c =', 'a.x ='), '7:3 error mapping.overlapping-path'],
    ['a rule that is missing', '', 'active2 = "x"', '4:1 error mapping.unknown-attribute'],
    ['what an expression lacks, moved', 'title = ToLower([T]', '\n\ntitle = ToLower([T]', '6:16 error expression.syntax'],
    ['an argument that Switch lacks, moved', 'title = Switch([T], , "k", "v", "l")', '# x\ntitle = Switch([T], , "k", "v", "l")', '5:32 error expression.argument-count'],
    ['an unknown name in the head of a block that moves', 'nam {\n  a = [A]\n}', '\n\nnam {\n  a = [A]\n}', '6:1 error mapping.unknown-attribute'],
    ['an unknown name in the head of a block whose rule moves', 'nam {\n  a = [A]\n}', 'nam {\n\n  # x\n  a = [A]\n}', '4:1 error mapping.unknown-attribute'],
    ['what the second schema block is called', BLOCK, `${BLOCK}${BLOCK.replace('contoso', 'Contoso')}`, '9:8 warning mapping.doubtful-schema'],
    ['a second source block', 'source csv { }', 'source csv { }\nsource csv { }', '5:1 error mapping.duplicate-source'],
  ])('finds %s', (_, before, after, expected) => {
    const needed = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';
    const { loaded } = changed(needed + before, needed + after);
    expect(problemLines(needed + after, loaded.problems)).toContain(expected);
  }); // prettier-ignore

  it('finds columns that are no longer read, and those that are new', () => {
    const knowledge = { columns: ['Id', 'User', 'T', 'A'] };
    const { loaded } = changed(RULES, RULES.replace('[T]', '[Tee]'), knowledge);
    expect(problemLines(loaded.parsed.text, loaded.problems)).toEqual([
      '1:1 information mapping.unused-column',
      '3:9 error mapping.unknown-column',
    ]);
  });

  it('moves the places in what a fix needs', () => {
    const { loaded } = changed('title = ToLower([T]', '# why\ntitle = ToLower([T]');
    const open = loaded.problems.find(({ code }) => code === 'expression.syntax');
    expect(open).toMatchObject({ span: { start: 21, end: 22 }, data: { insert: ')', at: 25 } });
  });

  it('hears comments that come, move and go', () => {
    const home = 'emails[type eq "home"].value = [M]';
    const silent = `${RULES}${home} # ignore mapping.element-not-work`;
    const loud = changed(silent, silent.replace('ignore', 'ignores')).loaded;
    expect(loud.silenced).toEqual([]);
    expect(problemLines(loud.parsed.text, loud.problems)).toEqual(['5:1 warning mapping.element-not-work']);
    const moved = changed(silent, `\n${silent}`).loaded;
    expect(problemLines(moved.parsed.text, moved.silenced)).toEqual(['6:1 warning mapping.element-not-work']);
    expect(moved.problems).toEqual([]);
  });

  it('knows of other columns without reading anything', () => {
    const before = loadMapping(RULES, { columns: ['Id'] });
    const knowledge = { columns: ['Id', 'User', 'T', 'A'] };
    const loaded = loadMapping(RULES, knowledge, before);
    expectAsOpened(loaded, knowledge);
    expect(loaded.parsed).toBe(before.parsed);
    expect(loaded.problems).toEqual([]);
  });

  it('is the same however often a rule has moved', () => {
    let loaded = loadMapping(RULES);
    for (let line = 0; line < 50; line++) {
      loaded = loadMapping(`${'# one more\n'.repeat(line % 7)}${RULES}`, {}, loaded);
      expectAsOpened(loaded, {});
    }
  });
});
