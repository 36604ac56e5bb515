import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeProblems, problemAnchor } from '../../../src/core/catalogue/describeProblems';
import { problemKinds } from '../../../src/core/catalogue/problemKinds';

describe('the catalogue', () => {
  it('has each code once, in their order', () => {
    const codes = problemKinds.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it.each(problemKinds)('says what, why and what to do of $code', ({ code, title, explanation, remedy, example }) => {
    expect(code).toMatch(/^[a-z]+(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+$/);
    expect(title).toMatch(/^[\p{Lu}A-Za-z].*[^.]$/u);
    expect(explanation).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
    expect(example.wrong).not.toBe(example.right);
  });
});

describe('docs/problems.md', () => {
  const page = readFileSync(new URL('../../../docs/problems.md', import.meta.url), 'utf8');

  it('is up to date: "npm run docs" renews it', () => {
    expect(page).toBe(describeProblems());
  });

  it('has a place of its own for each code', () => {
    const anchors = problemKinds.map(({ code }) => problemAnchor(code));
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const { code } of problemKinds) expect(page).toContain(`\n### ${code}\n`);
    expect(problemAnchor('csv.row.field-count')).toBe('csvrowfield-count');
  });
});
