import { commands, workspace } from 'vscode';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';

/** Nothing is sent from an untrusted workspace, whose files a stranger may have written. */
export function refuseUntrusted(): void {
  if (workspace.isTrusted) return;
  throw new UserError(say`Nothing is sent from a workspace that is not trusted.`, {
    action: { title: 'Manage Trust', run: () => commands.executeCommand('workbench.trust.manage') },
  });
}
