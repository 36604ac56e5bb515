import { describe, expect, it } from 'vitest';
import { reviewMapping } from '../../../src/core/examine/reviewMapping';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { loadJobSchema } from '../../../src/core/jobSchema/loadJobSchema';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { formatMapping } from '../../../src/core/mapping/format/formatMapping';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { parseMapping } from '../../../src/core/mapping/syntax/parseMapping';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';
import { growthOf } from '../../support/growth';

/** Four times the text in at most eight times the time: what is quadratic takes sixteen. */
const MAX_GROWTH = 8;

type Shape = (size: number) => string;

const lines = (line: (index: number) => string, size: number) =>
  Array.from({ length: size }, (_, i) => line(i)).join('\n');

/** Texts that are as long as one likes, by what repeats in them. */
const MAPPINGS: Readonly<Record<string, Shape>> = {
  quotes: (size) => `title = ${'"'.repeat(size)}`,
  'single quotes': (size) => `title = ${"'".repeat(size)}`,
  'unclosed brackets': (size) => 'a = [b\n'.repeat(size),
  'brackets in each other': (size) => `title = ${'['.repeat(size)}`,
  'texts of a call': (size) => `title = Join(${'"a", '.repeat(size)}"b")`,
  'conditions on one line': (size) => `where ${'[A] = "1" and '.repeat(size)}[B]`,
  comparisons: (size) => `title = [A]${' = "b"'.repeat(size)}`,
  'values of a setting': (size) => `source csv { empty = ${'"a", '.repeat(size)}"b" }`,
  'blocks on one line': (size) => 'name { givenName = [A] } '.repeat(size),
  'comments that silence': (size) => `${'# ignore value.too-long\n'.repeat(size)}title = [A]`,
  'silenced rules': (size) => lines((i) => `x${i} = [A] # ignore mapping.unknown-attribute`, size),
  'unknown columns': (size) => lines((i) => `title = [Colum${i}]`, size),
  'unknown attributes': (size) => lines((i) => `titel${i} = [A]`, size),
  'rules of one path': (size) => 'title = [A]\n'.repeat(size),
  'nested calls': (size) => `title = ${'Join('.repeat(size)}`,
  'blank lines': (size) => '\n'.repeat(size),
  'terms of a filter': (size) => `emails[${'type eq "x" and '.repeat(size)}type eq "x"].value = [A]`,
  'one long name': (size) => `${'a'.repeat(size)} = [A]`,
  'columns with long names': (size) => lines(() => `title = [${'a'.repeat(300)}]`, size / 20),
};

describe('a mapping is read in time that grows with its length', () => {
  const columns = Array.from({ length: 1024 }, (_, index) => `Column${index}`);

  it.each(Object.entries(MAPPINGS))('%s: checked', async (_, shape) => {
    expect(await growthOf(shape, (text) => reviewMapping(loadMapping(text, { columns })), 8000)).toBeLessThan(
      MAX_GROWTH,
    );
  });

  it.each(Object.entries(MAPPINGS))('%s: formatted', async (_, shape) => {
    expect(await growthOf(shape, (text) => formatMapping(parseMapping(text)), 8000)).toBeLessThan(MAX_GROWTH);
  });

  it.each(Object.entries(MAPPINGS))('%s: asked about at a cursor', async (_, shape) => {
    const ask = (text: string) => {
      const document = openMapping(text, { columns });
      const answers = mappingAnswers(document);
      const at = document.index.positionAt(text.length);
      return [
        answers.diagnose({ limit: 1000 }),
        answers.codeActions({ range: { start: at, end: at }, diagnostics: [] }),
        answers.semanticTokens?.(),
        answers.folds?.(),
        answers.symbols(),
      ];
    };
    expect(await growthOf(shape, ask, 2000)).toBeLessThan(MAX_GROWTH);
  });
});

const USER = '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"';

/** Lists hold at most 10,000 elements. */
const PAYLOADS: Readonly<Record<string, Shape>> = {
  'unknown attributes': (size) => `${USER}]${lines((i) => `,"m${i}":1`, size)}}`,
  'one attribute again and again': (size) => `${USER}]${',"title":"a"'.repeat(size)}}`,
  'unused schemas': (size) => `${USER}${lines((i) => `,"urn:x:${i}"`, Math.min(size, 9000))}]}`,
  'unlisted extensions': (size) => `${USER}]${lines((i) => `,"urn:x:${i}":{}`, size)}}`,
  'quotation marks': (size) => `${USER}]${'"'.repeat(size)}`,
  'open brackets': (size) => `${USER}]${'{\n'.repeat(size)}`,
};

describe('a payload is read in time that grows with its length', () => {
  it.each(Object.entries(PAYLOADS))('%s', async (_, shape) => {
    expect(await growthOf(shape, checkPayloadText, 2200)).toBeLessThan(MAX_GROWTH);
  });
});

const attribute = (index: number) => `{"name":"x${index}","type":"String"}`;
const mapping = (source: string, target: string) =>
  `{"targetAttributeName":"${target}","source":{"expression":"[${source}]","name":"${source}","type":"Attribute"}}`;

function jobSchema(attributes: readonly string[], mappings: readonly string[]): string {
  const directory = (name: string) =>
    `{"id":"${name}","name":"${name}","objects":[{"name":"User","attributes":[${attributes.join(',')}]}]}`;
  return `{"directories":[${directory('A')},${directory('B')}],"synchronizationRules":[{"sourceDirectoryName":"A","targetDirectoryName":"B","objectMappings":[{"sourceObjectName":"User","targetObjectName":"User","attributeMappings":[${mappings.join(',')}]}]}]}`;
}

const JOBS: Readonly<Record<string, Shape>> = {
  'attributes and their mappings': (size) => {
    const all = Array.from({ length: size }, (_, index) => index);
    return jobSchema(
      all.map(attribute),
      all.map((index) => mapping(`x${index}`, `x${index}`)),
    );
  },
  'unknown attributes': (size) => {
    const all = Array.from({ length: size }, (_, index) => index);
    return jobSchema(
      all.map(attribute),
      all.map((index) => mapping(`y${index}`, `z${index}`)),
    );
  },
};

describe('the schema of a job is read in time that grows with its length', () => {
  it.each(Object.entries(JOBS))('%s', async (_, shape) => {
    expect(await growthOf(shape, (text) => loadJobSchema(readJsonText(text)), 2200)).toBeLessThan(MAX_GROWTH);
  });
});

const SCRIPTS: Readonly<Record<string, Shape>> = {
  'unknown keys': (size) => `@{\n${lines((i) => `urn${i} = 'a'`, size)}\n}`,
  'keys of a schema': (size) => `@{ 'urn:x:1.0:User' = @{\n${lines((i) => `a${i} = 'a'`, size)}\n}}`,
  'quotation marks': (size) => `@{ a = ${"'".repeat(size)}`,
  'texts in a list': (size) => `@{ emails = ${"'a',".repeat(size)}'b' }`,
  'a long chain of operators': (size) => `@{ title = { ${'$_.A + '.repeat(size * 4)}$_.B } }`,
};

describe('a mapping of CSV2SCIM is read in time that grows with its length', () => {
  it.each(Object.entries(SCRIPTS))('%s', async (_, shape) => {
    expect(await growthOf(shape, (text) => importPsd1(text), 1000)).toBeLessThan(MAX_GROWTH);
  });
});
