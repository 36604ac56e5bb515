import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { Lexer } from '../../../src/core/expression/lexer';

const INJECTION = 'syntaxes/scimmap-expression.injection.tmLanguage.json';
const SCOPE = 'source.scimmap.expression.injection';

/** JSON as the grammar of VS Code has it, in what matters to an injection: the same scopes in the same nesting. */
const HOST = {
  scopeName: 'source.json',
  patterns: [{ include: '#value' }],
  repository: {
    value: {
      patterns: [
        { include: '#string' },
        { include: '#object' },
        { include: '#array' },
        { match: '\\b(?:true|false|null)\\b|-?[0-9.]+', name: 'constant.language.json' },
      ],
    },
    string: {
      begin: '"',
      end: '"',
      name: 'string.quoted.double.json',
      patterns: [{ match: '\\\\.', name: 'constant.character.escape.json' }],
    },
    array: {
      begin: '\\[',
      end: '\\]',
      name: 'meta.structure.array.json',
      patterns: [{ include: '#value' }, { match: ',' }],
    },
    object: {
      begin: '\\{',
      end: '\\}',
      name: 'meta.structure.dictionary.json',
      patterns: [
        {
          begin: '"',
          end: '"',
          name: 'string.json support.type.property-name.json',
          patterns: [{ match: '\\\\.' }],
        },
        {
          begin: ':',
          end: '(,)|(?=\\})',
          name: 'meta.structure.dictionary.value.json',
          patterns: [{ include: '#value' }, { match: '[^\\s,]', name: 'invalid.illegal.json' }],
        },
        { match: '[^\\s\\}]', name: 'invalid.illegal.json' },
      ],
    },
  },
};

async function loadGrammar(): Promise<IGrammar> {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === SCOPE
          ? parseRawGrammar(readFileSync(INJECTION, 'utf8'), INJECTION)
          : parseRawGrammar(JSON.stringify(HOST), 'json.json'),
      ),
    getInjections: (scope) => (scope === 'source.json' ? [SCOPE] : undefined),
  });
  const grammar = await registry.loadGrammar('source.json');
  if (grammar === null) throw new Error('no grammar');
  return grammar;
}

const grammar = await loadGrammar();

/** The words that have a scope of that kind, in the order of the text; neighbours together. */
function words(text: string, kind: RegExp): readonly string[] {
  const found: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    let last = -1;
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (!scopes.some((scope) => kind.test(scope))) continue;
      const word = line.slice(startIndex, endIndex);
      if (last === startIndex) found.push(`${found.pop() ?? ''}${word}`);
      else found.push(word);
      last = endIndex;
    }
  }
  return found;
}

const COLUMN = /^variable\.other\.enummember\.column/;
const inJson = (expression: string) => `{ "expression": ${JSON.stringify(expression)}, "name": "a" }`;

describe('the injection into JSON', () => {
  it.each([
    ['Join("-", [a], ToLower([b]))', ['Join', 'ToLower'], ['a', 'b']],
    ['[emails[type eq "work"].value]', [], ['emails[type eq \\"work\\"].value']],
    ['[x [1] "]" y]', [], ['x [1] \\"]\\" y']],
    ['Replace([a], , "(?<S>\\\\([b])", "S", "", , )', ['Replace'], ['a']],
    ['Join("a\\"[b](", [c])', ['Join'], ['c']],
    ['Join("\\\\", [c])', ['Join'], ['c']],
    ['"[a]"', [], []],
    ['IIF([a] = "x", IgnoreAttributeFlow, 5)', ['IIF'], ['a']],
  ])('knows the functions and attributes of %s', (expression, functions, columns) => {
    const text = inJson(expression);
    expect(words(text, /^entity\.name\.function/)).toEqual(functions);
    expect(words(text, COLUMN)).toEqual(columns);
    expect(words(text, /^invalid/)).toEqual([]);
    expect(words(text, /support\.type\.property-name/).at(-1)).toBe('"name"');
  });

  it.each([
    ['"expression":"[a]"', true],
    ['"expression" : "[a]"', true],
    ['"expression":\t"[a]"', true],
    ['"expression": "0 12 * * *"', false],
    ['"expression": "some words"', false],
    ['"expressions": "[a]"', false],
    ['"other": "[a]"', false],
    ['"x": ["expression", "[a]"]', false],
    ['"[a]": "expression"', false],
  ])('colours the value of %s: %s', (member, isColoured) => {
    expect(words(`{ ${member} }`, /^meta\.embedded/).length > 0).toBe(isColoured);
  });

  it.each(['{ "expression": "Join([a', '{ "expression": "Join(\\"a', '{ "expression": "[x [y'])(
    'ends with the line where the text is not closed: %s',
    (text) => {
      expect(words(`${text}\n, "name": "a" }`, /^meta\.embedded/)).toHaveLength(1);
    },
  );

  it('ends with the string where a bracket is not closed', () => {
    expect(words('{ "expression": "Join(\\"a, [b", "name": "[a]" }', COLUMN)).toEqual([]);
    expect(words('{ "expression": "Join([b", "name": "[a]" }', COLUMN)).toEqual(['b']);
    expect(words('{ "expression": "Join([b", "name": "a" }', /support\.type\.property-name/)).toEqual([
      '"expression"',
      '"name"',
    ]);
  });

  it('agrees with the language about the attributes of a real schema', () => {
    const sample = readFileSync('test/data/syncSchema/api2aad-default.json', 'utf8');
    const expected = [...sample.matchAll(/"expression": ("(?:[^"\\]|\\.)*")/g)].flatMap(({ 1: written = '""' }) => {
      const text = JSON.parse(written) as string;
      const lexer = new Lexer(text, 0, text.length, { lineOriented: false });
      const names: string[] = [];
      for (let token = lexer.next(); token.kind !== 'end'; token = lexer.next())
        if (token.kind === 'attribute') names.push(JSON.stringify(token.value).slice(1, -1));
      return names;
    });
    expect(expected.length).toBeGreaterThan(20);
    expect(words(sample, COLUMN)).toEqual(expected);
  });
});
