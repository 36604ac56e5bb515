import { commands, Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { commandIds, viewIds } from '../contributions';
import type { Services } from '../services';

/** A word in the status bar while a sandbox tenant runs, and what it is like unless it is calm; a message when it has stopped by itself. */
export function registerSandboxStatus({ sandbox, titles }: Services): Disposable {
  const item = window.createStatusBarItem('entraInbound.sandbox', StatusBarAlignment.Left);
  item.name = 'Sandbox Tenant';
  item.command = { command: `${viewIds.sandbox}.focus`, title: 'Show Sandbox Tenant' };
  const refresh = () => {
    const { running, trouble } = sandbox;
    if (running === undefined) {
      item.hide();
      return;
    }
    item.text = `$(beaker) Sandbox Tenant${trouble === undefined ? '' : `: ${trouble.title}`}`;
    item.backgroundColor = trouble === undefined ? undefined : new ThemeColor('statusBarItem.warningBackground');
    item.tooltip = [
      `A sandbox tenant runs at ${running.graph}. It forgets everything when it stops.`,
      ...(trouble === undefined ? [] : [`Scenario ${trouble.title}: ${trouble.description}`]),
    ].join('\n');
    item.show();
  };
  refresh();
  const follow = sandbox.onDidChange((change) => {
    if (change === 'started' || change === 'stopped' || change === 'idle' || change === 'scenario') refresh();
    if (change === 'idle') void tellIdle(titles.of(commandIds.startSandbox));
  });
  return Disposable.from(item, follow);
}

async function tellIdle(start: string): Promise<void> {
  const words =
    'The sandbox tenant has stopped: nobody has called it for a long time. Its people and its log are gone.';
  if ((await window.showInformationMessage(words, start)) === start)
    await commands.executeCommand(commandIds.startSandbox);
}
