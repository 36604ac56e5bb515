import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemKindOf, problemKinds } from '../../../src/core/catalogue/problemKinds';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { loadJobSchema } from '../../../src/core/jobSchema/loadJobSchema';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { formerCodes } from '../../../src/core/problems/formerCodes';
import type { ProblemKind } from '../../../src/core/problems/problemKind';
import { readUsers } from '../../../src/core/provisioning/users/readUsers';
import { readExtract } from '../../../src/extract/readExtract';
import { KNOWLEDGE } from '../payload/payloadCases';
import { bytesOf, expanded, inOneBlock } from './exampleBytes';
import { exampleExtracts } from './exampleExtracts';
import { jobWithExample } from './jobExamples';
import { foundInMapping } from './mappingExamples';
import { payloadWithExample } from './payloadExamples';

type Side = 'wrong' | 'right';

/** What the check says that an example of a kind is for. */
interface Found {
  readonly code: string;
  readonly severity: string;
}
type Run = (text: string, code: string, side: Side) => readonly Found[] | Promise<readonly Found[]>;

const areaOf = (code: string) => code.split('.')[0] ?? '';

/** What no check of a text can be given, and why. Examples of everything else are run. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'csv.too-large': 'a command: the limit is an option of it',
  'file.changed': 'a command, while another program writes the file',
  'file.unreadable': 'a command: the file system refuses the file',
};

/** Warnings that a right example has all the same. */
const BESIDE: Readonly<Record<string, string>> = {
  // Identifiers that are made alike are found to be one
  'value.id.near-duplicate': 'value.id.duplicate',
  // The tree is left out of the example for its length
  'job.select-unique-value': 'job.tree-disagrees',
  'job.changing-value': 'job.tree-disagrees',
  'job.matching-sources': 'job.tree-disagrees',
  'job.switch-on-reference': 'job.tree-disagrees',
};

const runMapping: Run = (text, code, side) => {
  const extract = exampleExtracts[code];
  const rows = side === 'right' ? (extract?.corrected ?? extract?.rows) : extract?.rows;
  // The rule that is missing must not be given
  const needed = code === 'mapping.missing-rule' ? '' : undefined;
  return foundInMapping(text, extract === undefined || rows === undefined ? undefined : { ...extract, rows }, needed);
};

const runExtract: Run = async (text) => {
  const found: Found[] = [];
  for await (const events of readExtract(inOneBlock(bytesOf(text))))
    for (const event of events) if (event.kind === 'problem') found.push(event.problem);
  return found;
};

const runPsd1: Run = (text) =>
  importPsd1(text.replace(/ {2}#.*$/m, ''), {
    columns: [
      'WorkerID',
      'UserID',
      'JobTitle',
      'Mail',
      'Alias',
      'Hired',
      'FirstName',
      'LastName',
      'Phone',
      'IsTerminated',
    ],
  }).problems;

const runUsers: Run = (text) =>
  readUsers(text, 'API2AAD').problems.map(({ severity }) => ({
    code: severity === 'error' ? 'users.refused' : 'users.passed-over',
    severity,
  }));

const byForm: Readonly<Record<string, Run>> = { extract: runExtract, psd1: runPsd1 };

const byArea: Readonly<Record<string, Run>> = {
  payload: (text, code) => checkPayloadText(payloadWithExample(code, text), KNOWLEDGE).problems,
  job: (text, code) => loadJobSchema(readJsonText(jobWithExample(code, text))).problems,
  json: (text) => readJsonText(expanded(text)).problems,
  users: runUsers,
};

const runOf = ({ code, example: { form } }: ProblemKind): Run =>
  (form === undefined ? byArea[areaOf(code)] : byForm[form]) ?? runMapping;

const isGrave = ({ severity }: Found) => severity !== 'information';

describe('the examples of the pages', () => {
  it.each(problemKinds.filter(({ code }) => !(code in NOT_RUN)).map((kind) => [kind.code, kind] as const))(
    'of %s: the wrong one has the problem, the right one neither it nor an error or warning',
    async (code, kind) => {
      const { wrong, right } = kind.example;
      expect((await runOf(kind)(wrong, code, 'wrong')).map((found) => found.code)).toContain(code);
      const found = await runOf(kind)(right, code, 'right');
      expect(
        found.filter((one) => one.code !== BESIDE[code]).filter((one) => one.code === code || isGrave(one)),
      ).toEqual([]);
    },
  );

  it('that are not run are commands', () => {
    const commands = problemKinds.filter(({ example }) => example.form === 'command').map(({ code }) => code);
    expect(Object.keys(NOT_RUN).sort()).toEqual(commands);
  });
});

describe('the sources', () => {
  it('name no code that has no page', () => {
    const root = fileURLToPath(new URL('../../../src/', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const areas = [...new Set(problemKinds.map(({ code }) => areaOf(code)))].join('|');
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
