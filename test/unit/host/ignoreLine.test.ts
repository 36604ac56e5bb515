import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ignoreLine, withIgnoreLine } from '../../../src/host/git/ignoreLine';

const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-ignored-'));
execFileSync('git', ['init', '--quiet'], { cwd: folder });
mkdirSync(join(folder, 'nightly'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isIgnored = (path: string) => spawnSync('git', ['check-ignore', '--quiet', path], { cwd: folder }).status === 0;

describe('a line of .gitignore', () => {
  it.each([
    ['staff.csv', 'nightly/staff.csv'],
    ['nightly/staff.csv', 'staff.csv'],
    ['#staff.csv', 'staff.csv'],
    ['!staff.csv', 'staff.csv'],
    ['staff*.csv', 'staff1.csv'],
    ['staff?.csv', 'staff1.csv'],
    ['staff[1].csv', 'staff1.csv'],
    ['staff 1.csv', 'staff1.csv'],
    ['staff.csv  ', 'staff.csv'],
    ['Müller.csv', 'Muller.csv'],
  ])('means %j and not %j', (path, other) => {
    writeFileSync(join(folder, '.gitignore'), withIgnoreLine('', ignoreLine(path)));
    expect([isIgnored(path), isIgnored(other)]).toEqual([true, false]);
  });

  it('goes on a line of its own, in the line ends of the file', () => {
    expect(withIgnoreLine('a\nb', '/c')).toBe('a\nb\n/c\n');
    expect(withIgnoreLine('a\r\n', '/c')).toBe('a\r\n/c\r\n');
    expect(withIgnoreLine('', '/c')).toBe('/c\n');
  });
});
