import type { TextDocument, Uri } from 'vscode';
import { commands, Range, workspace } from 'vscode';
import { loadMapping } from '../../../core/mapping/loadMapping';
import { encodingTitle } from '../../../preview/encodingTitle';
import type { PanelLink } from '../../../preview/readiness';
import { commandIds, guardSettings, viewIds } from '../../contributions';
import { fileName } from '../../extracts/extractFile';
import { mappingsFor } from '../../extracts/findMapping';
import { placeInWorkspace } from '../../extracts/placeInWorkspace';
import { choose } from '../../messages/questions';
import type { Services } from '../../services';
import { showText } from '../../showText';

/** Encodings of extracts, the most frequent first; each is offered for a file that is not UTF-8. */
const ENCODINGS = [
  'windows-1252', 'iso-8859-15', 'windows-1250', 'iso-8859-2', 'windows-1251', 'koi8-r', 'windows-1253', 'windows-1254', 'windows-1255',
  'windows-1256', 'windows-1257', 'cp437', 'cp850', 'macintosh', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr', 'utf-16le', 'utf-16be',
]; // prettier-ignore

/** The user's choice for reading an extract: another encoding, or to state it in the mapping. */
type ReadingWish = { readonly encoding: string } | { readonly opens: 'source' };

/** Asks for the encoding of an extract. @throws {CancellationError} when the user cancels */
export async function askForEncoding(extract: Uri, mapping: Uri | undefined, now: string): Promise<ReadingWish> {
  const items = ENCODINGS.map((encoding) => ({
    label: encodingTitle(encoding),
    icon: encoding === now ? 'check' : 'symbol-string',
    description: encoding === now ? 'as it is read now' : '',
    wish: { encoding },
  }));
  const state = {
    label: mapping === undefined ? '' : `State it in ${fileName(mapping)}`,
    icon: 'edit',
    description: 'its source block says how every such extract is read',
    wish: { opens: 'source' } as ReadingWish,
  };
  const title = `How ${fileName(extract)} is read`;
  const chosen = await choose(mapping === undefined ? items : [state, ...items], {
    title,
    placeHolder: 'Which encoding? Check names with accents afterwards',
  });
  return chosen.wish;
}

/** Asks for another mapping for an extract; creates one if it has none. @throws {CancellationError} when the user cancels */
export async function askForMapping(services: Services, extract: Uri, now: Uri | undefined): Promise<Uri | 'new'> {
  const { meant, all } = await mappingsFor(services, extract);
  const likely = new Set(meant.map(String));
  const sorted = [...meant, ...all.filter((uri) => !likely.has(uri.toString()))];
  const items = sorted.map((uri) => ({
    label: fileName(uri),
    icon: uri.toString() === now?.toString() ? 'check' : 'symbol-file',
    description: placeInWorkspace(uri),
    uri: uri,
  }));
  const another = {
    label: services.titles.of(commandIds.newMapping),
    icon: 'add',
    description: 'guessed from the extract',
    alwaysShow: true,
    uri: 'new' as const,
  };
  const title = `Mapping for ${fileName(extract)}`;
  return (await choose([...items, another], { title, placeHolder: 'Choose a mapping' })).uri;
}

/** Opens what resolves a reason for which an extract cannot be sent. */
export async function openLink(services: Services, link: PanelLink, mapping: Uri | undefined): Promise<void> {
  switch (link) {
    case 'limits':
      await commands.executeCommand('workbench.action.openSettings', guardSettings);
      return;
    case 'connection':
      await commands.executeCommand(commandIds.useConnection);
      return;
    case 'runs':
      await commands.executeCommand(`${viewIds.runs}.focus`);
      return;
    case 'trust':
      await commands.executeCommand('workbench.trust.manage');
      return;
    case 'statuses':
      if (mapping !== undefined) await decideStatuses(services, mapping);
      return;
    case 'source':
      if (mapping !== undefined) await showSource(mapping);
      return;
    case 'mapping':
      if (mapping !== undefined) await showText(await workspace.openTextDocument(mapping), []);
  }
}

/** The `source` block of a mapping; its beginning where it has none. */
async function showSource(mapping: Uri): Promise<void> {
  const document = await workspace.openTextDocument(mapping);
  const { statements } = loadMapping(document.getText()).parsed.tree;
  const source = statements.find(({ kind }) => kind === 'source');
  const start = document.positionAt(source?.span.start ?? 0);
  await showText(document, [new Range(start, document.lineAt(start).range.end)]);
}

/** Milliseconds to wait for the values of an extract. */
const PATIENCE = 10_000;

/**
 * Asks for the meaning of statuses. The question needs the extract's values; a mapping that was not open reads them first.
 *
 * @param word the status to ask about. Default: all undecided ones
 */
export async function decideStatuses(services: Services, mapping: Uri, word?: string): Promise<void> {
  const document = await workspace.openTextDocument(mapping);
  await services.documents.settle(document);
  await knowledgeOf(services, document);
  await commands.executeCommand(commandIds.decideStatuses, mapping, word);
}

async function knowledgeOf({ documents, mappings }: Services, mapping: TextDocument): Promise<void> {
  const isKnown = () => mappings.mapping(mapping).knowledge.extract?.values !== undefined;
  if (isKnown()) return;
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(finish, PATIENCE);
    const listening = documents.onDidChange(({ document }) => {
      if (document === mapping && isKnown()) finish();
    });
  });
}
