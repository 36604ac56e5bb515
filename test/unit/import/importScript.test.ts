import { describe, expect, it } from 'vitest';
import { importPsd1 } from '../../../src/core/import/importPsd1';

const TABLE = "@{\n  externalId = 'Id'\n  userName = 'Login'\n  active = 'Enabled'\n}";

describe('a mapping that a PowerShell script assigns to a variable', () => {
  const rules = importPsd1(TABLE).text;

  it.each([
    ['by itself', `$AttributeMapping = ${TABLE}\n`],
    ['on the next line, with comments', `# ours\n<# of HR #>\n$Map =\n${TABLE}\n`],
    ['below other lines', `param($Csv)\n$limit = 5\n$Map = ${TABLE}`],
  ])('is read: %s', (_, text) => {
    expect(importPsd1(text)).toEqual({ text: rules, problems: [] });
  });

  it('is read alone, and the rest of the script is reported', () => {
    const { text, problems } = importPsd1(`$Map = ${TABLE}\n.\\CSV2SCIM.ps1 -AttributeMapping $Map\n`);
    expect(text).toBe(rules);
    expect(problems.map(({ code }) => code)).toEqual(['import.not-translated']);
  });
});
