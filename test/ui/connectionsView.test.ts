import { describe, expect, it } from 'vitest';
import { tenantFile } from '../support/tenantFiles';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const PRODUCTION = tenantFile({ color: 'red' });
const TEST = tenantFile({
  name: 'Contoso test',
  production: false,
  color: 'green',
  jobId: 'API2AD.0123456789abcdef0123456789abcdef.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530',
});
const GOVERNMENT = tenantFile({ name: 'Fabrikam', cloud: 'usgov', signIn: { kind: 'azureCli' } });

describe('the connections of a window', () => {
  const vscode = vscodeForTests({ connections: [PRODUCTION, TEST, GOVERNMENT] });
  const tree = () => vscode().workbench.tree('Connections');

  it('are listed with the sandbox first', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await eventually(() => tree().rows()).toEqual([
      { label: 'Sandbox Tenant', description: 'in use · starts when it is used', level: 1 },
      { label: 'Contoso production', description: 'not checked yet · Entra ID', level: 1 },
      { label: 'Contoso test', description: 'not checked yet · Active Directory', level: 1 },
      { label: 'Fabrikam', description: 'production · not checked yet · Entra ID', level: 1 },
    ]);
  });

  it('are switched by a lens, the preview, a row and the status bar', async () => {
    const { workbench } = vscode();
    await workbench.editor.pressLens('Sandbox Tenant');
    await workbench.quickInput.waitForQuestion('Switch Connection');
    await vscode().screenshots('connections-pick');
    await workbench.quickInput.pick('Contoso production');
    await workbench.statusBarItem('Contoso production').waitFor();
    await eventually(async () => (await tree().rows())[1]?.description).toBe('in use · not checked yet · Entra ID');
    await tree().expand('Contoso production');
    await workbench.editor.text('Contoso production').waitFor();
    await workbench.openFile('contoso.scimmap');
    await workbench.editor.text('Send (sandbox only)').waitFor();
    await vscode().screenshots('connections-mapping');
    await workbench.runCommand('Inbound Provisioning: Preview Mapping as Bulk Requests');
    await workbench.webview().getByRole('button', { name: 'Contoso production' }).waitFor();
    await vscode().screenshots('connections-preview');
    await workbench.webview().getByRole('button', { name: 'Send (sandbox only)' }).click();
    const refusal = 'Nothing was sent to Contoso production: this version sends to the sandbox tenant only.';
    await workbench.messages.notification(refusal).waitFor();
    await vscode().screenshots('connections-refusal');
    await tree().row('Contoso production').locator('.monaco-tl-twistie').click();
    await tree().pressRowAction('Contoso test', 'Switch Connection');
    await workbench.statusBarItem('Contoso test').waitFor();
    await vscode().screenshots('connections-test');
    await workbench.messages.answerNotification(refusal, 'Use Sandbox Tenant');
    await workbench.statusBarItem('Contoso test').waitFor({ state: 'hidden' });
    expect(vscode().asked()).toEqual([]);
  });
});
