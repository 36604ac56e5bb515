import type { CodeLens, Hover, TextDocument } from 'vscode';
import { Position, Range, window } from 'vscode';
import type { PersonInRun } from '../../../core/run/account/personHistory';
import { latestOf } from '../../../core/run/account/personHistory';
import type { Markdown } from '../../../language/shared/markdown';
import { markup } from '../../../language/shared/markdown';
import { hoverOfHistory, lineOfPerson } from '../../../views/person/personWords';
import { commandIds } from '../../contributions';
import type { Services } from '../../services';
import { lens } from '../lenses/lens';
import { toHover } from '../protocol';

/** Above the row or the operation at the cursor: the result of the person; nothing if no run has it. */
export async function rowLenses(services: Services, document: TextDocument): Promise<CodeLens[]> {
  const position = cursorIn(document);
  const found = position === undefined ? undefined : await historyAt(services, document, position);
  const latest = found && latestOf(found.history);
  if (found === undefined || latest === undefined) return [];
  const { start, operation } = found;
  const shown = { ...lineOfPerson(latest, Date.now()), command: commandIds.whatHappened };
  const args = [document.uri, start.line, 'both', ...operation];
  return [lens(new Range(start, start), { ...shown, arguments: args })];
}

/** The result of the person of a row or an operation, with links to the log entry and to the run. */
export async function rowHistory(
  services: Services,
  document: TextDocument,
  position: Position,
): Promise<Markdown | undefined> {
  const found = await historyAt(services, document, position);
  const latest = found && latestOf(found.history);
  if (found === undefined || latest === undefined) return undefined;
  const { start, operation } = found;
  const linkTo = (view: string): string => link(document.uri.toString(), start.line, view, ...operation);
  const links = {
    reveal: linkTo('runs'),
    ...(latest.person.answers.length > 0 && { explain: linkTo('page') }),
  };
  return hoverOfHistory(found.history, links, Date.now());
}

/** The same as a separate hover. */
export function hoverOf(history: Markdown): Hover {
  return toHover({ contents: markup(history) }, [commandIds.whatHappened]);
}

interface FoundHistory {
  readonly history: readonly PersonInRun[];
  readonly start: Position;
  /** In a payload, the number of the operation, for the command. */
  readonly operation: readonly number[];
}

async function historyAt(
  services: Services,
  document: TextDocument,
  position: Position,
): Promise<FoundHistory | undefined> {
  const operations = await services.operationHistories();
  if (!operations.isPayload(document)) {
    const row = await (await services.histories()).at(document, position.line);
    return row && { history: row.history, start: new Position(row.first, 0), operation: [] };
  }
  const number = operations.operationAt(document, position);
  const found = number === undefined ? undefined : await operations.of(document, number);
  if (found === undefined) return undefined;
  const { line, character } = found.start;
  return { history: found.history, start: new Position(line, character), operation: [found.operation] };
}

function cursorIn(document: TextDocument): Position | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document === document)?.selection.active;
}

function link(...args: readonly unknown[]): string {
  return `command:${commandIds.whatHappened}?${encodeURIComponent(JSON.stringify(args))}`;
}
