import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../../src/cli/openConnection';
import { silentTerminal } from '../../support/silentTerminal';

describe('openConnection', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connection-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('shows the control characters of an unknown member, so that the terminal does not obey them', async () => {
    const file = join(folder, 'c.json');
    await writeFile(file, JSON.stringify({ kind: 'sandbox', '\u001b[31mred\u202e': 1 }));
    const terminal = silentTerminal({ env: { ENTRA_INBOUND_HOME: folder } });
    await expect(openConnection(file, terminal, () => Promise.resolve())).rejects.toThrow(
      `${file} is not a connection file. Unknown member "\\u001b[31mred\\u202e". Available: kind,`,
    );
  });
});
