import type { TextDocument } from 'vscode';
import { Uri, window, workspace } from 'vscode';
import { latestOf } from '../../../core/run/account/personHistory';
import { commandIds } from '../../contributions';
import { fileArgument } from '../../documents/knownFiles';
import { openDocument } from '../../extracts/extractFile';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { PersonView } from '../../runs/showPerson';
import { explainPerson, showPerson } from '../../runs/showPerson';
import type { Services } from '../../services';
import { defineCommand } from '../command';

/**
 * Shows what became of the person of a row of an extract: selected in the tree of runs, and explained. Its arguments are the extract, the
 * line from 0 and what to show. A hover links to it with the address of the extract, which is then one that is open.
 */
export const whatHappened = defineCommand(commandIds.whatHappened, async (services, args) => {
  const [, , view] = args;
  const { document, line } = await rowOf(services, args);
  const found = await (await services.histories()).at(document, line, 'all');
  const latest = found && latestOf(found.history);
  if (latest === undefined) throw new UserError(say`No run on this machine knows this record.`);
  const { known, person } = latest;
  if (view === 'page' && person.answers.length > 0) await explainPerson(services, known.id, person);
  else await showPerson(services, known.id, person, isView(view) ? view : 'both');
});

interface Row {
  readonly document: TextDocument;
  readonly line: number;
}

async function rowOf(services: Services, [file, line]: readonly unknown[]): Promise<Row> {
  const document = typeof file === 'string' ? openDocument(Uri.parse(file)) : await documentAt(services, file);
  const editor = window.visibleTextEditors.find((shown) => shown.document === document);
  const at = typeof line === 'number' ? line : editor?.selection.active.line;
  const isLine = at !== undefined && Number.isSafeInteger(at) && at >= 0 && at < (document?.lineCount ?? 0);
  if (document === undefined || !isLine) throw new UserError(say`Open an extract, and put the cursor in a row of it.`);
  return { document, line: at };
}

async function documentAt(services: Services, file: unknown): Promise<TextDocument | undefined> {
  const uri = await fileArgument(services, file);
  return uri === undefined ? window.activeTextEditor?.document : workspace.openTextDocument(uri);
}

function isView(view: unknown): view is PersonView {
  return view === 'runs' || view === 'page' || view === 'both';
}
