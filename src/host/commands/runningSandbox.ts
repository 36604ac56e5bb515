import { commands } from 'vscode';
import type { RunningSandbox } from '../../sandbox/startSandbox';
import { commandIds } from '../contributions';
import type { Services } from '../services';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';

/** The running sandbox, for commands on it. */
export function runningSandbox({ sandbox, titles }: Pick<Services, 'sandbox' | 'titles'>): RunningSandbox {
  const { running } = sandbox;
  if (running !== undefined) return running;
  throw new UserError(
    say`No sandbox tenant is running in this window. It starts by itself when something is sent to it.`,
    {
      action: {
        title: titles.of(commandIds.startSandbox),
        run: () => commands.executeCommand(commandIds.startSandbox),
      },
    },
  );
}
