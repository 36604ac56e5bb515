import type { StatusBarItem } from 'vscode';
import { commands, Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { CONNECTION_STATE_LABELS, NOT_CHECKED } from '../../connections/state/connectionState';
import { stateKey } from '../../connections/state/connectionStates';
import type { Connection } from '../../connections/connection';
import { shownName } from '../../connections/file/shownName';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { plainLines, plainText } from '../../core/text/plainText';
import { commandIds, viewIds } from '../contributions';
import { throttleTrailing } from '../throttleTrailing';
import { say } from '../messages/say';
import { connectionColour } from './connectionColour';
import type { Services } from '../services';

/**
 * The connection in use, in the status bar: if it is not the sandbox, or while the sandbox tenant runs. A sandbox that runs beside a
 * tenant has a separate item. A message reports that the sandbox has stopped by itself.
 */
export function registerConnectionStatus(services: Services): Disposable {
  const { sandbox, titles, notices, connections, connectionStates } = services;
  const active = window.createStatusBarItem('entraInbound.connection', StatusBarAlignment.Left);
  active.name = 'Connection';
  active.command = titles.command(commandIds.useConnection);
  const beside = window.createStatusBarItem('entraInbound.sandbox', StatusBarAlignment.Left);
  beside.name = 'Sandbox Tenant';
  beside.command = { command: `${viewIds.sandbox}.focus`, title: 'Show Sandbox Tenant' };
  const refresh = () => {
    const { file } = connections.active;
    if (file === undefined) showSandbox(active, services);
    else showTenant(active, connections.active, file, connectionStates);
    if (file === undefined) beside.hide();
    else showSandbox(beside, services);
  };
  refresh();
  const soon = throttleTrailing(100, refresh);
  const follow = sandbox.onDidChange((change) => {
    if (change === 'started' || change === 'stopped' || change === 'idle' || change === 'scenario') refresh();
    if (change === 'idle') void tellIdle(notices, titles.of(commandIds.startSandbox));
  });
  return Disposable.from(
    active,
    beside,
    soon,
    follow,
    connections.onDidChange(refresh),
    connectionStates.onDidChange(soon.call),
  );
}

function showSandbox(item: StatusBarItem, { sandbox, connections }: Services): void {
  const { running, trouble } = sandbox;
  const isActive = connections.active.file === undefined;
  if (running === undefined) {
    if (isActive && connections.all.length > 1) showIdleSandbox(item);
    else item.hide();
    return;
  }
  item.text = `$(beaker) Sandbox Tenant${trouble === undefined ? '' : `: ${plainText(trouble.title)}`}`;
  item.color = undefined;
  item.backgroundColor = trouble === undefined ? undefined : new ThemeColor('statusBarItem.warningBackground');
  item.tooltip = plainLines(
    [
      `A sandbox tenant runs at ${running.graph}. It forgets everything when it stops.`,
      ...(trouble === undefined ? [] : [`Scenario ${trouble.title}: ${trouble.description}`]),
      isActive ? 'This connection is in use. Click to switch.' : 'This connection is not in use.',
    ].join('\n'),
  );
  item.show();
}

function showIdleSandbox(item: StatusBarItem): void {
  item.text = '$(beaker) Sandbox Tenant';
  item.color = undefined;
  item.backgroundColor = undefined;
  item.tooltip = 'The sandbox tenant is in use; it starts when it is needed. Click to switch.';
  item.show();
}

function showTenant(
  item: StatusBarItem,
  connection: Connection,
  { name, tenantId, jobId, production, color }: TenantConnectionFile,
  states: Services['connectionStates'],
): void {
  const known = states.get(stateKey(connection));
  const state = known === undefined ? NOT_CHECKED : CONNECTION_STATE_LABELS[known.state];
  item.text = `$(plug) ${plainText(shownName(connection), 60)}`;
  // On the warning background of production the editor chooses a readable text colour
  item.color = color === undefined ? undefined : connectionColour(color);
  item.backgroundColor = production ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.tooltip = plainLines(
    [
      `Connection in use: ${name}${production ? ' (production)' : ''}`,
      `Tenant: ${tenantId}`,
      `Job: ${jobId}`,
      `State: ${state}`,
      'Click to switch.',
    ].join('\n'),
  );
  item.accessibilityInformation = {
    label: plainText(`Connection ${name}${production ? ', production' : ''}, ${state}`),
  };
  item.show();
}

async function tellIdle(notices: Services['notices'], start: string): Promise<void> {
  await notices.inform(
    say`The sandbox tenant has stopped: nobody has called it for a long time. Its people and its log are gone.`,
    { title: start, run: () => commands.executeCommand(commandIds.startSandbox) },
  );
}
