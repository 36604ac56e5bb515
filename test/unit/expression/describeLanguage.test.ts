import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeLanguage } from '../../../src/core/expression/describeLanguage';
import { functions } from '../../../src/core/expression/functions/table';

describe('the reference page', () => {
  it('is up to date: "npm run docs" renews it', () => {
    expect(readFileSync(new URL('../../../docs/expressions.md', import.meta.url), 'utf8')).toBe(describeLanguage());
  });

  it('has every function with a call, a sentence, an example and an honest word', () => {
    const page = describeLanguage();
    for (const entry of functions) {
      expect(page).toContain(`### ${entry.name}\n`);
      expect(entry.documentation.length, entry.name).toBeGreaterThan(10);
      expect(entry.example.expression, entry.name).toContain(entry.name);
    }
    expect(functions).toHaveLength(46);
  });

  it('lists them in the order of their names, each once', () => {
    const names = functions.map((entry) => entry.name.toLowerCase());
    expect(names).toEqual([...new Set(names)].sort());
  });
});
