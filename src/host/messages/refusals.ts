import { commands } from 'vscode';
import { FileError } from '../../files/fileError';
import { JournalError } from '../../runs/journalError';
import { RunRefusal } from '../../runs/runRefusal';
import { SendingRefusal } from '../../sending/sendingRefusal';
import type { CommandTitles } from '../commandTitles';
import { commandIds, viewIds } from '../contributions';
import { commandAction } from './commandAction';
import type { Said } from './say';
import { relayed, sentences } from './say';
import type { NoticeAction } from './userError';

/** Reasons for a refusal before anything was sent. */
interface Refusal {
  readonly words: Said;
  readonly actions: readonly NoticeAction[];
}

/** A refusal before anything was sent, with its remedy. */
export function refusalOf(error: unknown, { titles }: { readonly titles: CommandTitles }): Refusal | undefined {
  if (error instanceof FileError) return { words: relayed(error.message), actions: [] };
  if (error instanceof RunRefusal || error instanceof JournalError)
    return { words: sentences(relayed(error.message), relayed(error.remedy)), actions: [] };
  if (!(error instanceof SendingRefusal)) return undefined;
  const { message, remedy, run, reason } = error;
  const isAboutRun = run !== undefined || reason === 'busy' || reason === 'unsettled';
  const show = { title: 'Show Runs', run: () => commands.executeCommand(`${viewIds.runs}.focus`) };
  return {
    words: sentences(relayed(message), relayed(remedy)),
    actions: [...(error.offersRest ? [commandAction(titles, commandIds.sendRest)] : []), ...(isAboutRun ? [show] : [])],
  };
}
