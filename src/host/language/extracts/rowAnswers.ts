import type { CodeLens, Hover, TextDocument } from 'vscode';
import { Range, window } from 'vscode';
import { latestOf } from '../../../core/run/account/personHistory';
import { markup } from '../../../language/shared/markdown';
import { hoverOfHistory, lineOfPerson } from '../../../views/person/personWords';
import { commandIds } from '../../contributions';
import type { Services } from '../../services';
import { lens } from '../lenses/lens';
import { toHover } from '../protocol';

/** Above the row that the cursor is in: what became of the person; nothing where no run knows the row. */
export async function rowLenses(services: Services, document: TextDocument): Promise<CodeLens[]> {
  const line = cursorLine(document);
  const found = line === undefined ? undefined : await (await services.histories()).at(document, line);
  const latest = found && latestOf(found.history);
  if (found === undefined || latest === undefined) return [];
  const shown = { ...lineOfPerson(latest, Date.now()), command: commandIds.whatHappened };
  return [lens(new Range(found.first, 0, found.first, 0), { ...shown, arguments: [document.uri, found.first] })];
}

/** What became of the person of a row, with the ways to the log entry and to the run. */
export async function rowHover(services: Services, document: TextDocument, line: number): Promise<Hover | undefined> {
  const found = await (await services.histories()).at(document, line);
  const latest = found && latestOf(found.history);
  if (found === undefined || latest === undefined) return undefined;
  const address = document.uri.toString();
  const links = {
    reveal: linkTo(address, found.first, 'runs'),
    ...(latest.person.answers.length > 0 && { explain: linkTo(address, found.first, 'page') }),
  };
  const markdown = hoverOfHistory(found.history, links, Date.now());
  return markdown && toHover({ contents: markup(markdown) }, [commandIds.whatHappened]);
}

function cursorLine(document: TextDocument): number | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document === document)?.selection.active.line;
}

function linkTo(...args: readonly unknown[]): string {
  return `command:${commandIds.whatHappened}?${encodeURIComponent(JSON.stringify(args))}`;
}
