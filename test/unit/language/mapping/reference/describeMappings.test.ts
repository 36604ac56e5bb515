import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../../../src/core/mapping/loadMapping';
import type { SETTINGS } from '../../../../../src/core/mapping/syntax/settings';
import { DECORATOR_VALUES } from '../../../../../src/language/mapping/document/mappingWords';
import { describeMappings, mappingExamples } from '../../../../../src/language/mapping/reference/describeMappings';
import { runExample } from '../../../../../src/language/mapping/reference/mappingExample';
import { MAPPING_SECTIONS, SETTING_EXAMPLES } from '../../../../../src/language/mapping/reference/mappingSections';

const page = describeMappings();

describe('the page of what a mapping holds', () => {
  it('is up to date: "npm run docs" renews it', () => {
    expect(readFileSync(new URL('../../../../../docs/mapping.md', import.meta.url), 'utf8')).toBe(page);
  });

  it.each(mappingExamples())('shows $mapping, which the language takes, or refuses as the page says', (example) => {
    const { problems, results } = runExample(example);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.length > 0, errors.map(({ message }) => message).join('\n')).toBe(example.isRefused === true);
    expect(results).toHaveLength(example.records?.length ?? 0);
  });

  it.each(MAPPING_SECTIONS)(
    'has the section "$title" with what it says and all its examples',
    ({ title, text, examples }) => {
      const words = (shown: string) => shown.replaceAll(/\s+/g, ' ');
      expect(words(page)).toContain(words(`## ${title}\n\n${text}\n\n`));
      for (const { mapping } of examples) expect(page).toContain(`\`\`\`scimmap\n${mapping}\n\`\`\``);
    },
  );

  it('shows every setting with a line that sets it', () => {
    for (const [name, line] of Object.entries(SETTING_EXAMPLES)) {
      expect(page).toContain(`| \`${name}\` |`);
      const { model } = loadMapping(`source csv {\n${line}\n}`);
      expect(Object.keys(model.source)).toContain(name);
      expect(String(model.source[name as keyof typeof SETTINGS])).not.toBe('');
    }
  });

  it.each(['empty', 'type'] as const)('shows every value that @%s takes, and no other', (name) => {
    const attribute = name === 'empty' ? 'title' : 'urn:a:b:c:x';
    const [wrong] = loadMapping(`${attribute} = [A] @${name}(nothing)`).problems.filter(
      ({ code }) => code === 'mapping.decorator-value',
    );
    expect(Object.keys(DECORATOR_VALUES[name])).toEqual(wrong?.data?.values);
    for (const value of Object.keys(DECORATOR_VALUES[name])) expect(page).toContain(`| \`${value}\` |`);
  });
});
