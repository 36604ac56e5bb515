import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { valueProblemKinds } from '../../../../src/core/examine/checks/table';
import { examineText } from './examineText';
import type { ValueCase } from './valueCases';
import { valueCases } from './valueCases';

/** Cases of one sort, with the code in front. */
function casesOf(sort: 'fires' | 'silent'): readonly (readonly [string, ValueCase])[] {
  return Object.entries(valueCases).flatMap(([code, cases]) => cases[sort].map((one) => [code, one] as const));
}

/** `count@line` of each finding of that kind. */
async function found(code: string, { mapping, csv }: ValueCase): Promise<readonly string[]> {
  const { findings, fatal } = await examineText(mapping, csv);
  expect(fatal).toEqual([]);
  return findings.findings
    .filter((finding) => finding.code === code)
    .map(({ count, line }) => `${count}${line === undefined ? '' : `@${line}`}`);
}

describe('rules about values', () => {
  it('have cases, each kind of problem at least one of either sort', () => {
    expect(Object.keys(valueCases).sort()).toEqual(valueProblemKinds.map(({ code }) => code).sort());
    for (const [code, { fires, silent }] of Object.entries(valueCases))
      expect([fires.length > 0, silent.length > 0], code).toEqual([true, true]);
  });

  it.each(casesOf('fires'))('%s is found: %o', async (code, one) => {
    expect(await found(code, one)).toEqual([one.finds]);
  });

  it.each(casesOf('silent'))('%s is not found: %o', async (code, one) => {
    expect(await found(code, one)).toEqual([]);
  });

  it.each(
    valueProblemKinds.filter(({ example }) => example.form === undefined).map((kind) => [kind.code, kind] as const),
  )('%s has examples that are mappings without syntax errors', (_code, { example }) => {
    for (const text of [example.wrong, example.right]) expect(loadMapping(text).parsed.problems, text).toEqual([]);
  });
});
