import { commands } from 'vscode';
import type { LocalSandbox } from '../../connections/localSandbox';
import type { RunningSandbox } from '../../sandbox/startSandbox';
import { commandIds } from '../contributions';
import { UserError } from '../userError';

/** The sandbox that runs, for commands that are about one. */
export function runningSandbox({ running }: LocalSandbox): RunningSandbox {
  if (running !== undefined) return running;
  throw new UserError(
    'No sandbox tenant is running in this window. It starts by itself when something is sent to it.',
    {
      title: 'Start Sandbox Tenant',
      run: () => commands.executeCommand(commandIds.startSandbox),
    },
  );
}
