import { commands } from 'vscode';
import type { CommandTitles } from '../commandTitles';
import type { CommandId } from '../contributions';
import type { NoticeAction } from './userError';

/** A button that runs a command, under the command's own title. */
export function commandAction(titles: CommandTitles, id: CommandId, ...args: readonly unknown[]): NoticeAction {
  return { title: titles.of(id), run: () => commands.executeCommand(id, ...args) };
}
