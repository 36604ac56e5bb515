import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { confirmEveryPlan } from './dialogs';
import { sample, writeSmallExtract } from './support';

const { executeCommand } = vscode.commands;
const { fs } = vscode.workspace;

const USERS = JSON.stringify({
  value: [
    { id: 'u1', displayName: 'Zoë Zimmer', userPrincipalName: 'zoe@contoso.com', accountEnabled: true },
    { displayName: 'Nobody' },
    { id: 'u2', displayName: 'Ann Abbot', userPrincipalName: 'ann@contoso.com', accountEnabled: 'yes' },
  ],
});

async function copied(form: string): Promise<string> {
  await vscode.env.clipboard.writeText('');
  await executeCommand('entraInbound.sandbox.copyEndpoint', undefined, form);
  return vscode.env.clipboard.readText();
}

async function users(): Promise<readonly { readonly id: string }[]> {
  const file = sample('saved.json');
  if ((await executeCommand('entraInbound.sandbox.saveUsers', file)) === undefined) return [];
  const { value } = JSON.parse(new TextDecoder().decode(await fs.readFile(file))) as { value: { id: string }[] };
  await fs.delete(file);
  return value;
}

const scenario = (name: string) => executeCommand<string | undefined>('entraInbound.sandbox.chooseScenario', name);
const reset = () => executeCommand('entraInbound.sandbox.reset', { ask: false });
const send = () => executeCommand<string>('entraInbound.extract.send', sample('small.csv'), sample('contoso.scimmap'));

describe('the sandbox tenant', () => {
  confirmEveryPlan();
  before(async () => {
    await writeSmallExtract();
    await executeCommand('entraInbound.sandbox.start');
    await reset();
  });
  afterEach(async () => {
    await scenario('healthy');
    await reset();
  });

  it('starts once, and its addresses are copied for other clients', async () => {
    const address = await copied('graph');
    await executeCommand('entraInbound.sandbox.start');
    assert.equal(await copied('graph'), address);
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
    const endpoint = await copied('endpoint');
    assert.ok(endpoint.startsWith(`${address}/v1.0/servicePrincipals/`) && endpoint.endsWith('/bulkUpload'), endpoint);
    assert.match(await copied('curl'), /^TOKEN=\$\(curl .*oauth2\/v2\.0\/token/);
    assert.match(await copied('powershell'), /^\$env:TOKEN = /);
    await scenario('agent-down');
    assert.match(await copied('endpoint'), /\/jobs\/API2AD\./);
  });

  it('takes users from JSON and CSV, gives them back, and forgets them on reset', async () => {
    const json = sample('users.json');
    const csv = sample('users.csv');
    await fs.writeFile(json, new TextEncoder().encode(USERS));
    await fs.writeFile(csv, new TextEncoder().encode('id,displayName,accountEnabled\nu3,Bo,TRUE\n'));
    assert.equal(await executeCommand('entraInbound.sandbox.loadUsers', json), 2);
    assert.equal(await executeCommand('entraInbound.sandbox.loadUsers', csv), 1);
    assert.deepEqual(
      (await users()).map(({ id }) => id),
      ['u1', 'u2', 'u3'],
    );
    await reset();
    assert.deepEqual(await users(), []);
    await fs.writeFile(json, Uint8Array.of(0xff, 0xfe, 0x41));
    assert.equal(await executeCommand('entraInbound.sandbox.loadUsers', json), undefined);
    await fs.delete(json);
    await fs.delete(csv);
  });

  it('refuses a scenario that is not its own', async () => {
    assert.equal(await scenario('paused-job'), 'paused-job');
    assert.equal(await scenario('sunny'), undefined);
  });

  it('without a permission refuses the request, and nobody is there', async () => {
    await scenario('missing-permission');
    assert.equal(await send(), '2 request rejected');
    assert.deepEqual(await users(), []);
  }).timeout(60_000);

  it('has a log that is read, filtered and counted for people of any sender', async () => {
    assert.equal(await send(), '2 created');
    assert.equal(await executeCommand('entraInbound.log.refresh'), 2);
    const filter = (wanted: object) => executeCommand('entraInbound.log.filter', wanted);
    assert.equal(await filter({ statuses: ['failure'] }), 0);
    assert.equal(await filter({ actions: ['create'], sneaky: true }), 2);
    assert.equal(await executeCommand('entraInbound.log.clearFilter'), 2);
    await executeCommand('entraInbound.log.statistics');
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(shown, /^CycleId: \S+\nTimespan: .*\nTotal Changes: \d\nTotal Users: \d\n\nAction +Success Failure /);
    assert.match(shown, /^Create +[12] +0 +0 +0 +[12]$/m);
    // Rows that no tree of ours has shown are nobody's
    await executeCommand('entraInbound.log.loadMore', { kind: 'more', parent: '' });
    await reset();
    await executeCommand('workbench.action.closeActiveEditor');
  }).timeout(60_000);

  it('whose answer is lost is asked what became of them, and has taken them', async () => {
    assert.equal(await send(), '2 created');
    await scenario('lost-answers');
    assert.equal(await send(), '2 unchanged');
    assert.equal(await send(), '2 unchanged');
  }).timeout(60_000);
});
