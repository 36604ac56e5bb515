import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemKindOf, problemKinds } from '../../../src/core/catalogue/problemKinds';
import { reviewProblems } from '../../../src/core/examine/reviewProblems';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { formerCodes } from '../../../src/core/problems/formerCodes';
import type { ProblemKind } from '../../../src/core/problems/problemKind';
import { readUsers } from '../../../src/core/provisioning/users/readUsers';
import { readExtract } from '../../../src/extract/readExtract';
import { NEEDED } from '../mapping/problemCases';

const areaOf = ({ code }: ProblemKind) => code.split('.')[0] ?? '';
const isMapping = (kind: ProblemKind) =>
  kind.example.form === undefined && ['mapping', 'expression', 'value', 'map', 'csv'].includes(areaOf(kind));

/** Errors of the lines, below rules that any mapping needs and that they do not bring themselves. */
function errorsIn(lines: string): readonly string[] {
  const missing = NEEDED.split('\n').filter(
    (rule) => !lines.split('\n').some((line) => line.startsWith(rule.split('=')[0] ?? '')),
  );
  return reviewProblems(loadMapping(`${missing.join('\n')}\n${lines}`))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

/** The bytes of an example: `\xE9` is a byte, `\r`, `\n` and `\0` are characters, and what is too long to print is made. */
function bytesOf(text: string): Uint8Array {
  const long = text.replace(/\(more than ([\d,]+) (characters|columns)\)/, (_, count: string, what) =>
    (what === 'columns' ? ';' : 'x').repeat(Number(count.replaceAll(',', '')) + 1),
  );
  const pieces = long.split(/(\\x[0-9A-F]{2}|\\[rn0])/);
  const escapes: Readonly<Record<string, number>> = { r: 13, n: 10, '0': 0 };
  return Buffer.concat(
    pieces.map((piece, index) => {
      if (index % 2 === 0) return Buffer.from(piece);
      return Buffer.from([piece.startsWith('\\x') ? Number(`0x${piece.slice(2)}`) : (escapes[piece.slice(1)] ?? 0)]);
    }),
  );
}

async function codesOfExtract(text: string): Promise<readonly string[]> {
  const codes: string[] = [];
  const bytes = (async function* () {
    await Promise.resolve();
    yield bytesOf(text);
  })();
  for await (const events of readExtract(bytes))
    for (const event of events) if (event.kind === 'problem') codes.push(event.problem.code);
  return codes;
}

const codesOfPsd1 = (text: string) =>
  importPsd1(text.replace(/ {2}#.*$/m, ''), {
    columns: ['WorkerID', 'UserID', 'JobTitle', 'Mail', 'Alias'],
  }).problems.map(({ code }): string => code);

const codesOfUsers = (text: string) =>
  readUsers(text, 'API2AAD').problems.map(({ severity }) =>
    severity === 'error' ? 'users.refused' : 'users.passed-over',
  );

describe('the examples of the pages', () => {
  it.each(problemKinds.filter(isMapping).map((kind) => [kind.code, kind.example.right] as const))(
    'of %s are right: %s',
    (_code, right) => {
      expect(errorsIn(right)).toEqual([]);
    },
  );

  it.each(problemKinds.filter(({ example }) => example.form === 'extract').map((kind) => [kind.code, kind] as const))(
    'of %s are extracts, the wrong one with the problem and the right one without any',
    async (code, { example }) => {
      expect(await codesOfExtract(example.wrong)).toContain(code);
      expect(await codesOfExtract(example.right)).toEqual([]);
    },
  );

  it.each(problemKinds.filter(({ example }) => example.form === 'psd1').map((kind) => [kind.code, kind] as const))(
    'of %s are mappings of CSV2SCIM, the wrong one with the problem and the right one without any',
    (code, { example }) => {
      expect(codesOfPsd1(example.wrong)).toContain(code);
      expect(codesOfPsd1(example.right)).toEqual([]);
    },
  );

  it.each(problemKinds.filter((kind) => areaOf(kind) === 'users').map((kind) => [kind.code, kind] as const))(
    'of %s are files of users',
    (code, { example }) => {
      expect(codesOfUsers(example.wrong)).toContain(code);
      expect(codesOfUsers(example.right)).toEqual([]);
    },
  );

  it.each(problemKinds.filter((kind) => areaOf(kind) === 'json').map((kind) => [kind.code, kind] as const))(
    'of %s are right JSON',
    (_code, { example }) => {
      expect(readJsonText(example.right).problems).toEqual([]);
    },
  );
});

describe('the sources', () => {
  it('name no code that has no page', () => {
    const root = fileURLToPath(new URL('../../../src/', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const areas = [...new Set(problemKinds.map(areaOf))].join('|');
    const named = files
      .filter((name) => !name.endsWith('formerCodes.ts'))
      .flatMap((name) => [
        ...readFileSync(join(root, name), 'utf8').matchAll(
          new RegExp(`'((?:${areas})(?:\\.[A-Za-z0-9-]*[A-Za-z0-9])+)'`, 'g'),
        ),
      ])
      .map(({ 1: code = '' }) => code);
    expect(new Set(named).size).toBeGreaterThan(150);
    const unknown = [...new Set(named)].filter((code) => problemKindOf(code) === undefined && !(code in formerCodes));
    expect(unknown).toEqual([]);
  });
});
