import { commands, Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { commandIds, viewIds } from '../contributions';
import { plainLines, plainText } from '../../core/text/plainText';
import { say } from '../messages/say';
import type { Services } from '../services';

/** A word in the status bar while a sandbox tenant runs, and what it is like unless it is calm; a message when it has stopped by itself. */
export function registerSandboxStatus({ sandbox, titles, notices }: Services): Disposable {
  const item = window.createStatusBarItem('entraInbound.sandbox', StatusBarAlignment.Left);
  item.name = 'Sandbox Tenant';
  item.command = { command: `${viewIds.sandbox}.focus`, title: 'Show Sandbox Tenant' };
  const refresh = () => {
    const { running, trouble } = sandbox;
    if (running === undefined) {
      item.hide();
      return;
    }
    item.text = `$(beaker) Sandbox Tenant${trouble === undefined ? '' : `: ${plainText(trouble.title)}`}`;
    item.backgroundColor = trouble === undefined ? undefined : new ThemeColor('statusBarItem.warningBackground');
    item.tooltip = plainLines(
      [
        `A sandbox tenant runs at ${running.graph}. It forgets everything when it stops.`,
        ...(trouble === undefined ? [] : [`Scenario ${trouble.title}: ${trouble.description}`]),
      ].join('\n'),
    );
    item.show();
  };
  refresh();
  const follow = sandbox.onDidChange((change) => {
    if (change === 'started' || change === 'stopped' || change === 'idle' || change === 'scenario') refresh();
    if (change === 'idle') void tellIdle(notices, titles.of(commandIds.startSandbox));
  });
  return Disposable.from(item, follow);
}

async function tellIdle(notices: Services['notices'], start: string): Promise<void> {
  await notices.inform(
    say`The sandbox tenant has stopped: nobody has called it for a long time. Its people and its log are gone.`,
    { title: start, run: () => commands.executeCommand(commandIds.startSandbox) },
  );
}
