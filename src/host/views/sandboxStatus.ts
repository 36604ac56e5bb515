import { Disposable, StatusBarAlignment, window } from 'vscode';
import { commandIds } from '../contributions';
import type { Services } from '../services';

/** A word in the status bar while a sandbox tenant runs; there is nothing to say otherwise. */
export function registerSandboxStatus({ sandbox }: Services): Disposable {
  const item = window.createStatusBarItem('entraInbound.sandbox', StatusBarAlignment.Left);
  item.name = 'Sandbox Tenant';
  item.text = '$(beaker) Sandbox Tenant';
  item.command = { command: commandIds.stopSandbox, title: 'Stop Sandbox Tenant' };
  const refresh = () => {
    if (sandbox.address === undefined) {
      item.hide();
      return;
    }
    item.tooltip = `A sandbox tenant runs at ${sandbox.address}. It forgets everything when it stops. Click to stop it.`;
    item.show();
  };
  refresh();
  return Disposable.from(item, sandbox.onDidChange(refresh));
}
