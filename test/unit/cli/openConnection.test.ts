import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../../src/cli/openConnection';
import type { Terminal } from '../../../src/cli/terminal/terminal';

describe('openConnection', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connection-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('shows the control characters of an unknown member, so that the terminal does not obey them', async () => {
    const file = join(folder, 'c.json');
    await writeFile(file, JSON.stringify({ kind: 'sandbox', '\u001b[31mred\u202e': 1 }));
    await expect(openConnection(file, terminal(folder))).rejects.toThrow(
      `${file} is not a connection file. Unknown member "\\u001b[31mred\\u202e". Available: kind,`,
    );
  });
});

/** A terminal that nobody reads. */
function terminal(state: string): Terminal {
  const nowhere = () => Promise.resolve();
  return {
    out: nowhere,
    outBytes: nowhere,
    err: nowhere,
    stdin: Readable.from([]),
    env: { ENTRA_INBOUND_HOME: state },
    signal: new AbortController().signal,
  };
}
