import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { inlayHints } from '../../../../src/language/mapping/inlayHints';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import type { EditorKnowledge } from '../../../../src/language/mapping/document/knowledge';
import { knownRecord } from '../../../support/knownExtract';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const ANA = knownRecord({ Id: '7', Name: 'Ana', Status: 'On leave', Empty: '', Odd: 'a`|b\n"c"', Date: '31.12.2026' });

/** The text with each hint where it is shown. */
function withHints(text: string, knowledge: EditorKnowledge = ANA, range = WHOLE): string {
  const document = openMapping(text, knowledge);
  return inlayHints(document, range)
    .toReversed()
    .reduce((shown, { position, label }) => {
      const at = document.index.offsetAt(position);
      return `${shown.slice(0, at)} ${label as string}${shown.slice(at)}`;
    }, text);
}

/** The Markdown of a tooltip. */
function tooltipOf(hint: InlayHint | undefined): string {
  const { tooltip } = hint ?? {};
  return typeof tooltip === 'object' ? tooltip.value : '';
}

describe('inlayHints', () => {
  it.each([
    ['a text', 'title = [Name]', 'title = [Name] -> "Ana"'],
    ['before a comment', 'title = [Name]  # who', 'title = [Name] -> "Ana"  # who'],
    ['after decorators', 'title = [Name] @empty(null)', 'title = [Name] @empty(null) -> "Ana"'],
    [
      'at the end of many lines',
      'title = Join(" ",\n  [Name],\n  "B")',
      'title = Join(" ",\n  [Name],\n  "B") -> "Ana B"',
    ],
    ['no value', 'title = [Empty]', 'title = [Empty] -> omitted'],
    ['a null', 'title = [Empty] @empty(null)', 'title = [Empty] @empty(null) -> null'],
    ['an empty text', 'title = [Empty] @empty(blank)', 'title = [Empty] @empty(blank) -> ""'],
    [
      'a boolean',
      'active = Switch([Status], , "On leave", "True")',
      'active = Switch([Status], , "On leave", "True") -> true',
    ],
    ['a directive', 'title = IgnoreFlowIfNullOrEmpty([Empty])', 'title = IgnoreFlowIfNullOrEmpty([Empty]) -> omitted'],
    [
      'a record left out',
      'title = IIF([Id] = "7", IgnoreObjectFlow, "x")',
      'title = IIF([Id] = "7", IgnoreObjectFlow, "x") -> record left out',
    ],
    ['a condition that holds', 'where [Id] = "7"', 'where [Id] = "7" -> kept'],
    ['a condition that does not', 'where [Id] <> "7"', 'where [Id] <> "7" -> left out'],
    ['a cell with everything in it', 'title = [Odd]', 'title = [Odd] -> "a`|b\\n"c""'],
    ['blocks', 'name { givenName = [Name] }', 'name { givenName = [Name] -> "Ana" }'],
    [
      'a schema',
      'schema urn:a:b:c {\n  X = [Id] @type(Integer)\n}',
      'schema urn:a:b:c {\n  X = [Id] @type(Integer) -> 7\n}',
    ],
    ['nothing on a rule with errors', 'title = [Name\nnickName = [Name]', 'title = [Name\nnickName = [Name] -> "Ana"'],
    ['nothing for an unknown column', 'title = [Nam]\nnickName = [Name]', 'title = [Nam]\nnickName = [Name] -> "Ana"'],
    ['nothing for an unknown function', 'title = Upper([Name])', 'title = Upper([Name])'],
    ['nothing for an unknown attribute', 'titel = [Name]', 'titel = [Name]'],
  ])('%s', (_, text, shown) => {
    expect(withHints(text)).toBe(shown);
  });

  it('says problems in one sentence, and keeps the rest for the tooltip', () => {
    const text = 'active = [Status]';
    expect(withHints(text)).toBe('active = [Status] -> problem: The value is neither True nor False.');
    const [hint] = inlayHints(openMapping(text, ANA), WHOLE);
    expect(tooltipOf(hint)).toContain('Use Switch to decide which of them each word means');
    expect(tooltipOf(hint)).toContain('"On leave"');
    expect(tooltipOf(hint)).toContain('Record 1, line 2 of `people.csv`');
  });

  it('cuts long values after the rule and not in the tooltip', () => {
    const [hint] = inlayHints(openMapping('title = [Long]', knownRecord({ Long: 'x'.repeat(200) })), WHOLE);
    expect(hint?.label).toBe(`-> "${'x'.repeat(60)}…"`);
    expect(tooltipOf(hint)).toContain('x'.repeat(200));
  });

  it('is silent without a record or without columns', () => {
    expect(withHints('title = [Name]', {})).toBe('title = [Name]');
    expect(withHints('title = [Name]', { columns: ['Name'] })).toBe('title = [Name]');
    const { extract } = ANA;
    expect(withHints('title = [Name]', extract === undefined ? {} : { extract })).toBe('title = [Name]');
  });

  it('answers for the range alone', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    expect(withHints('title = [Name]\nnickName = [Name]\nlocale = [Name]', ANA, range)).toBe(
      'title = [Name]\nnickName = [Name] -> "Ana"\nlocale = [Name]',
    );
  });

  it('reads the empty texts of the source block', () => {
    const text = 'source csv { empty = "Ana" }\ntitle = [Name]';
    expect(withHints(text)).toBe(`${text} -> omitted`);
  });

  it('reads the moment that is handed in, and says when there is none', () => {
    const text = 'title = FormatDateTime(Now(), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-dd")';
    const moment = { now: { kind: 'dateTime' as const, ticks: 0n }, seed: 1 };
    expect(withHints(text, knownRecord({ Id: '1' }, { moment }))).toBe(`${text} -> "0001-01-01"`);
    expect(withHints(text, knownRecord({ Id: '1' }))).toContain('-> problem: ');
  });
});
