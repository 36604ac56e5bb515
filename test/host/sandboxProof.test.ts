import assert from 'node:assert/strict';
import { LocalSandbox } from '../../src/connections/localSandbox';
import { windowSandboxConnection } from '../../src/host/connections/windowConnections';
import { bulkBody, person } from '../support/people';
import { Stranger } from '../support/stranger';

describe("a window's connection to its sandbox", () => {
  it('calls the sandbox while it runs, and sends nothing but a random number to a program that takes its port', async () => {
    const sandbox = new LocalSandbox();
    const body = bulkBody(person('1', { displayName: 'Zebulon Quartermain' }));
    const { tenant } = await windowSandboxConnection(sandbox).open();
    await tenant.upload(body);
    assert.equal(sandbox.running?.sandbox.staged, 1);
    const port = Number(new URL(sandbox.endpoint ?? '').port);
    await sandbox.stop();
    const stranger = await Stranger.listen(port);
    try {
      for (const call of [() => tenant.upload(body), () => tenant.readDomains()])
        await assert.rejects(call, { name: 'NotTheSandboxError', outcome: 'not-sent' });
      assert.equal(stranger.challenges, 2);
      assert.deepEqual(stranger.requests, []);
      assert.doesNotMatch(stranger.received, /sandbox-token-|sandbox-secret-|Authorization|Quartermain/i);
    } finally {
      await stranger.close();
    }
  });
});
