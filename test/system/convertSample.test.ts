import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const data = fileURLToPath(new URL('../data/csv2scim/', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The sample has no quotes, so splitting it takes nothing of ours. */
function readSample(): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(join(data, 'csv-with-1000-records.csv'), 'utf8');
  if (text.includes('"')) throw new Error('The sample has quotes: splitting at commas would not do.');
  const [header = '', ...rows] = text.split('\n').filter((line) => line !== '');
  const columns = header.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [columns[index] ?? '', cell])));
}

type Psd1 = string | readonly Psd1[] | { readonly [name: string]: Psd1 };

/** Reads the PowerShell data of AttributeMapping.psd1: hashtables, arrays, quoted names, and script blocks as their text. */
function readPsd1(text: string): Psd1 {
  let rest = text.trim();
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(rest);
    if (match === null) return undefined;
    rest = rest.slice(match[0].length).trimStart();
    return match[1] ?? match[0];
  };
  const value = (): Psd1 => {
    if (take(/^@\{/) !== undefined) {
      const table: Record<string, Psd1> = {};
      while (take(/^\}/) === undefined) {
        const name = take(/^"([^"]*)"/) ?? take(/^(\w+)/) ?? '';
        if (take(/^=/) === undefined) throw new Error(`"=" expected before ${rest.slice(0, 20)}`);
        table[name] = value();
      }
      return table;
    }
    if (take(/^@\(/) !== undefined) {
      const list: Psd1[] = [];
      while (take(/^\)/) === undefined) list.push(value());
      return list;
    }
    const text = take(/^'([^']*)'/) ?? take(/^(\{[^}]*\})/);
    if (text === undefined) throw new Error(`no value before ${rest.slice(0, 20)}`);
    return text;
  };
  return value();
}

/** What the mapping means for a record: texts are columns, blocks are a constant or a comparison. */
function applyPsd1(mapping: Psd1, record: Readonly<Record<string, string>>): unknown {
  if (typeof mapping !== 'string') {
    if (Array.isArray(mapping)) return mapping.map((item: Psd1) => applyPsd1(item, record));
    return Object.fromEntries(Object.entries(mapping).map(([name, inner]) => [name, applyPsd1(inner, record)]));
  }
  const constant = /^\{ '([^']*)' \}$/.exec(mapping)?.[1];
  if (constant !== undefined) return constant;
  const comparison = /^\{ \$_\.'(\w+)' -eq '(\w+)' \}$/.exec(mapping);
  if (comparison !== null) return record[comparison[1] ?? '']?.toLowerCase() === comparison[2]?.toLowerCase();
  const cell = record[mapping];
  if (cell === undefined) throw new Error(`no column ${mapping}`);
  return cell;
}

describe('the 1,000 records of the published sample', () => {
  const out = mkdtempSync(join(tmpdir(), 'entra-inbound-convert-'));
  const requests: {
    readonly Operations: readonly { readonly bulkId: string; readonly data: Record<string, unknown> }[];
  }[] = [];

  beforeAll(() => {
    execFileSync(
      process.execPath,
      [
        cli,
        'convert',
        join(data, 'csv-with-1000-records.csv'),
        '--mapping',
        join(data, 'AttributeMapping.scimmap'),
        '--out',
        out,
      ],
      { stdio: 'pipe' },
    );
    for (const name of readdirSync(out).sort())
      requests.push(JSON.parse(readFileSync(join(out, name), 'utf8')) as (typeof requests)[number]);
  });

  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  it('make 20 requests of 50 operations', () => {
    expect(readdirSync(out)).toHaveLength(20);
    expect(requests.map(({ Operations }) => Operations.length)).toEqual(Array.from({ length: 20 }, () => 50));
  });

  it('have bulkIds of their own', () => {
    expect(new Set(requests.flatMap(({ Operations }) => Operations.map(({ bulkId }) => bulkId))).size).toBe(1000);
  });

  it('say, attribute by attribute, what AttributeMapping.psd1 means', () => {
    const mapping = readPsd1(readFileSync(join(data, 'AttributeMapping.psd1'), 'utf8'));
    const records = readSample();
    expect(records).toHaveLength(1000);
    const operations = requests.flatMap(({ Operations }) => Operations);
    for (const [index, record] of records.entries()) {
      const { schemas, ...attributes } = operations[index]?.data ?? {};
      expect(attributes, `record ${index + 1}`).toEqual(applyPsd1(mapping, record));
      expect(schemas).toEqual(['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE]);
    }
  });

  it('and the comparison would see a difference', () => {
    const mapping = readPsd1(readFileSync(join(data, 'AttributeMapping.psd1'), 'utf8'));
    const [first] = readSample();
    expect(applyPsd1(mapping, { ...first, City: 'Elsewhere' })).not.toEqual(applyPsd1(mapping, first ?? {}));
    expect(applyPsd1(mapping, first ?? {})).toMatchObject({
      active: false,
      addresses: [{ type: 'work' }],
      [ENTERPRISE]: { manager: { value: '1684' } },
    });
  });
});
