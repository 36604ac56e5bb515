import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/command';
import { readGuardLimits } from '../../../src/cli/guardLimits';
import { guardLimits } from '../../../src/core/guards/limitTable';

describe('the limits of the command line', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'entra-inbound-limits-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });
  const read = () => readGuardLimits({ ENTRA_INBOUND_HOME: home });
  const refusal = async () => {
    const error: unknown = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  };
  const write = (text: string | Uint8Array) => {
    writeFileSync(join(home, 'limits.json'), text);
  };

  it('are the standard ones where there is no file, and no folder', async () => {
    expect(await read()).toEqual(guardLimits());
    expect(await readGuardLimits({ ENTRA_INBOUND_HOME: join(home, 'none') })).toEqual(guardLimits());
  });

  it('are those of limits.json', async () => {
    write('{ "disable.stop.count": 900, "pilot": 0 }');
    expect(await read()).toEqual(guardLimits({ 'disable.stop.count': 900, pilot: 0 }));
  });

  it.each([
    ['{ "pilots": 3 }', /limits\.json cannot be used\. Unknown limit "pilots"\. Did you mean "pilot"\?$/],
    ['{ "pilots": 3, "pilot": -1, "shrink.stop": 300 }', /Did you mean "pilot"\? It has 2 more: correct them too\.$/],
    ['{', /limits\.json cannot be used\. Line 1, column 1: /],
    [Uint8Array.of(0x7b, 0xff, 0x7d), /limits\.json cannot be read: it is not UTF-8 text/],
    [' '.repeat(2 ** 20 + 1), /limits\.json/],
  ])('are not guessed: %j', async (text, expected) => {
    write(text);
    expect(await refusal()).toMatch(expected);
  });

  it('are not the standard ones where the file is a folder, or a link to nothing', async () => {
    symlinkSync(join(home, 'nothing'), join(home, 'limits.json'));
    expect(await refusal()).toMatch(/limits\.json cannot be read: there is no such file/);
    rmSync(join(home, 'limits.json'));
    mkdirSync(join(home, 'limits.json'));
    expect(await refusal()).toMatch(/limits\.json cannot be read: it is a folder/);
  });

  it('are not the standard ones where the state folder is none', async () => {
    write('{}');
    const error: unknown = await readGuardLimits({ ENTRA_INBOUND_HOME: join(home, 'limits.json') }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
  });
});
