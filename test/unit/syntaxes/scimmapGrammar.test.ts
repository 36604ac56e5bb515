import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const GRAMMAR = 'syntaxes/scimmap.tmLanguage.json';

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR)),
  });
  const grammar = await registry.loadGrammar('source.scimmap');
  if (grammar === null) throw new Error(`${GRAMMAR} holds no grammar`);
  return grammar;
}

const grammar = await loadGrammar();

/** The words that have a scope of that kind, in the order of the text. */
function words(text: string, kind: RegExp): readonly string[] {
  const found: string[] = [];
  let stack = INITIAL;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens)
      if (scopes.slice(1).some((scope) => kind.test(scope))) found.push(line.slice(startIndex, endIndex));
  }
  return found;
}

describe('the TextMate grammar', () => {
  it.each([
    ['title = [Column #1]  # yes', ['# yes']],
    ['title = "a # b" # yes', ['# yes']],
    ['title = "a\\"# b" # yes', ['# yes']],
    ['title = [x [1] #] # yes', ['# yes']],
    ['title = [e["]#"]] # yes', ['# yes']],
    ['title = Join("", # yes\n [A]) # and', ['# yes', '# and']],
    ['source csv { # yes\n files = "#" # and\n}', ['# yes', '# and']],
    ['title = "open # no\nlocale = [A] # yes', ['# yes']],
    ['emails[type eq "#"].value = [A]', []],
  ])('finds the comments of %s', (text, comments) => {
    expect(words(text, /^comment/)).toEqual(comments);
  });

  it.each([
    ['title = [A]\r\nname {\r\n familyName = [B] }', ['title', 'name', 'familyName']],
    ['title = Join("",\n [A],\n ToLower([B]))\nlocale = [C]', ['title', 'locale']],
    ['title = Join(ToLower([A]\nlocale = [C]', ['title', 'locale']],
    ['title = Join([A]\nname {\n givenName = [C] }', ['title', 'name', 'givenName']],
    ['emails[type eq "a]b"].value = [A]', ['emails', 'type', 'value']],
    ['schema urn:a:b:c {\n X = [A]\n}\nschema urn:d:e:f {\n Y = [B]\n}', ['X', 'Y']],
    ['name {\n givenName = [A]\nschema urn:a:b:c {\n X = [B]\n}', ['name', 'givenName', 'X']],
  ])('finds the attributes of %s', (text, attributes) => {
    expect(words(text, /^variable\.other\.property/)).toEqual(attributes);
  });

  it.each([
    ['source csv {\n files = "a"\nwhere [A] = "b"', ['source', 'where']],
    ['schema urn:a:b:c', ['schema']],
    ['where', ['where']],
    ['source = [A]\ntitle = "where"', []],
  ])('finds the keywords of %s', (text, keywords) => {
    expect(words(text, /^keyword\.control/)).toEqual(keywords);
  });

  it('knows a column whole', () => {
    expect(words('title = Join([x [1]], [B])', /enummember\.column/).join('')).toBe('x [1]B');
  });
});
