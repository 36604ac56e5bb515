import type { TextDocument } from 'vscode';
import { Position, Uri, window, workspace } from 'vscode';
import { latestOf } from '../../../core/run/account/personHistory';
import { commandIds } from '../../contributions';
import { fileArgument } from '../../documents/knownFiles';
import { openDocument } from '../../extracts/extractFile';
import type { RowHistory } from '../../runs/rowHistory';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { PersonView } from '../../runs/showPerson';
import { explainPerson, showPerson } from '../../runs/showPerson';
import type { Services } from '../../services';
import { defineCommand } from '../command';

/**
 * Shows the result of the person in a row of an extract or an operation of a payload, selected in the tree of runs. Its arguments are the
 * document, the line from 0, what to show, and for a payload the number of the operation. A hover links to it with the address of the
 * extract, which is then open.
 */
export const whatHappened = defineCommand(commandIds.whatHappened, async (services, args) => {
  const [, , view] = args;
  const found = await historyOf(services, args);
  const latest = found && latestOf(found.history);
  if (latest === undefined) throw new UserError(say`No run on this machine knows this record.`);
  const { known, person } = latest;
  if (view === 'page' && person.answers.length > 0) await explainPerson(services, known.id, person);
  else await showPerson(services, known.id, person, isView(view) ? view : 'both');
});

async function historyOf(
  services: Services,
  args: readonly unknown[],
): Promise<Pick<RowHistory, 'history'> | undefined> {
  const { document, line, character } = await rowOf(services, args);
  const operations = await services.operationHistories();
  if (!operations.isPayload(document)) return (await services.histories()).at(document, line, 'all');
  const [, , , named] = args;
  const operation = typeof named === 'number' ? named : operations.operationAt(document, new Position(line, character));
  return operation === undefined ? undefined : operations.of(document, operation, 'all');
}

interface Row {
  readonly document: TextDocument;
  readonly line: number;
  readonly character: number;
}

async function rowOf(services: Services, [file, line]: readonly unknown[]): Promise<Row> {
  const document = typeof file === 'string' ? openDocument(Uri.parse(file)) : await documentAt(services, file);
  const editor = window.visibleTextEditors.find((shown) => shown.document === document);
  const at = typeof line === 'number' ? line : editor?.selection.active.line;
  const isLine = at !== undefined && Number.isSafeInteger(at) && at >= 0 && at < (document?.lineCount ?? 0);
  if (document === undefined || !isLine)
    throw new UserError(say`Open an extract or a bulk request, and put the cursor on a person.`);
  return { document, line: at, character: typeof line === 'number' ? 0 : (editor?.selection.active.character ?? 0) };
}

async function documentAt(services: Services, file: unknown): Promise<TextDocument | undefined> {
  const uri = await fileArgument(services, file);
  return uri === undefined ? window.activeTextEditor?.document : workspace.openTextDocument(uri);
}

function isView(view: unknown): view is PersonView {
  return view === 'runs' || view === 'page' || view === 'both';
}
