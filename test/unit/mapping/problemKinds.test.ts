import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { mappingProblemKinds } from '../../../src/core/examine/mappingProblemKinds';
import { problemKindOf } from '../../../src/core/catalogue/problemKinds';
import { reviewMapping } from '../../../src/core/examine/reviewMapping';
import { staticProblemKinds } from '../../../src/core/mapping/staticProblemKinds';
import { valueProblemKinds } from '../../../src/core/examine/checks/table';
import { NEEDED, NEEDED_COLUMNS, problemCases } from './problemCases';

function codesIn(text: string, columns?: readonly string[]): readonly string[] {
  return reviewMapping(loadMapping(text, columns === undefined ? {} : { columns })).map(({ code }): string => code);
}

const cases = Object.entries(problemCases).flatMap(([code, { fires, silent, columns, isWhole }]) => {
  const whole = (text: string) => (isWhole === true ? text : NEEDED + text);
  const all = columns === undefined ? undefined : [...NEEDED_COLUMNS, ...columns];
  return [
    ...fires.map((text) => ({ code, text: whole(text), columns: all, found: true })),
    ...silent.map((text) => ({ code, text: whole(text), columns: all, found: false })),
  ];
});

describe('each kind of problem', () => {
  it.each(cases)('$code in $text: $found', ({ code, text, columns, found }) => {
    const codes = codesIn(text, columns);
    expect(codes.includes(code), codes.join(', ')).toBe(found);
  });

  it.each(cases)('is as grave as it says, or less: $code in $text', ({ text, columns }) => {
    const ranks = ['information', 'warning', 'error'];
    for (const { code, severity } of reviewMapping(loadMapping(text, columns === undefined ? {} : { columns })))
      expect(ranks.indexOf(severity), code).toBeLessThanOrEqual(ranks.indexOf(problemKindOf(code)?.severity ?? ''));
  });

  it('that a text or the columns show has a case that fires and one that stays silent', () => {
    const lacking = staticProblemKinds
      .map(({ code }) => code)
      .filter((code) => !((problemCases[code]?.fires.length ?? 0) > 0 && (problemCases[code]?.silent.length ?? 0) > 0));
    expect(lacking).toEqual([]);
    expect(Object.keys(problemCases).filter((code) => problemKindOf(code) === undefined)).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has each code once, and each under one home', () => {
    const kinds = [...mappingProblemKinds, ...staticProblemKinds, ...valueProblemKinds];
    const homes = new Map(kinds.map((kind) => [kind.code, kind]));
    expect(kinds.filter((kind) => homes.get(kind.code) !== kind)).toEqual([]);
    expect(mappingProblemKinds.map(({ code }) => code)).toEqual([...homes.keys()].sort());
  });

  it('lets nothing that keeps a mapping from being used be less than an error', () => {
    expect(mappingProblemKinds.filter(({ blocking, severity }) => blocking === true && severity !== 'error')).toEqual(
      [],
    );
  });
});
