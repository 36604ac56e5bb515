import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../src/core/guess/guessMapping';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { formatAttributePath } from '../../../src/core/scim/attributePath';
import { cellsOf, FIXTURES } from './fixtures';

describe.each(FIXTURES)('guessing from a $name', (fixture) => {
  const { columns, records } = cellsOf(fixture);
  const { text, guesses } = guessMapping(columns, records);

  it('writes what is sure, and nothing else', () => {
    const written = guesses.filter(({ isWritten }) => isWritten);
    expect(Object.fromEntries(written.map(({ path, expression }) => [formatAttributePath(path), expression]))).toEqual(
      fixture.written,
    );
  });

  it('proposes what is not, with the reason', () => {
    const open = guesses.filter(({ isWritten }) => !isWritten);
    const reasons = Object.fromEntries(open.map(({ path, reason }) => [formatAttributePath(path), reason ?? '']));
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(fixture.proposed).sort());
    for (const [path, piece] of Object.entries(fixture.proposed)) expect(reasons[path]).toContain(piece);
  });

  it('gives a text whose rules are those and load', () => {
    const loaded = loadMapping(text, { columns });
    expect(
      loaded.problems.filter(({ severity, code }) => severity === 'error' && code !== 'mapping.missing-rule'),
    ).toEqual([]);
    expect(loaded.model.rules.map(({ path }) => formatAttributePath(path)).sort()).toEqual(
      Object.keys(fixture.written).sort(),
    );
  });
});

describe('guessed rules', () => {
  it.each(FIXTURES)('convert every record of the $name', (fixture) => {
    const { columns, records } = cellsOf(fixture);
    const loaded = loadMapping(guessMapping(columns, records).text);
    const compiled = compileMapping(loaded, columns);
    if ('problems' in compiled) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
    expect(compiled.mapping).toBeDefined();
  });
});
