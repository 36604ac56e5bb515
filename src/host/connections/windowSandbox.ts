import type { LogOutputChannel } from 'vscode';
import { LocalSandbox } from '../../connections/localSandbox';
import type { SettingsStore } from '../settings';

/** The sandbox tenant of this window. Its events go to the log. */
export function createWindowSandbox(output: LogOutputChannel, settings: SettingsStore): LocalSandbox {
  const sandbox = new LocalSandbox(() => ({
    idleStop: settings.current.sandboxIdleStop,
    ...(settings.current.defaultDomain === undefined ? {} : { defaultDomain: settings.current.defaultDomain }),
    onFault: (error) => {
      output.error('The sandbox tenant has a fault.', error);
    },
  }));
  sandbox.onDidChange((change) => {
    if (change === 'started') output.info(`Sandbox tenant started at ${sandbox.running?.graph ?? ''}`);
    if (change === 'idle') output.info('The sandbox tenant has stopped: nobody has called it for a long time.');
  });
  return sandbox;
}
