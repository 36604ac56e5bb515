import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL('../../../snippets/scimmap.json', import.meta.url);
const snippets = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Snippet>>);

/** The text of a snippet whose placeholders are left as they are. */
function filledIn({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

describe('snippets', () => {
  it.each(snippets)('%s is a mapping without errors, but for rules that are missing', (_, snippet) => {
    const problems = loadMapping(filledIn(snippet)).problems.filter(({ severity }) => severity === 'error');
    expect(problems.filter(({ code }) => code !== 'mapping.missing-rule')).toEqual([]);
  });

  it('those for a whole mapping lack nothing', () => {
    const whole = snippets.find(([, { prefix }]) => prefix === 'mapping')?.[1];
    expect(whole && loadMapping(filledIn(whole)).problems).toEqual([]);
  });
});
