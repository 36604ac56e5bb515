import type { CodeLens, TextDocument } from 'vscode';
import { Range } from 'vscode';
import { commandIds, requestScheme } from '../../contributions';
import { toRange } from '../protocol';
import type { Services } from '../../services';
import type { Lens } from './lens';
import { lens } from './lens';
import { useLens } from './useLens';
import { lookOfSending } from '../../../views/connectionLook';
import type { Connection } from '../../../connections/connection';

/** Maximum number of people with a lens each; with more, the user would only see lenses. */
const WITH_OWN_LENS = 50;

const SHOW_RECORD: Lens = {
  title: 'Show record at the cursor',
  command: commandIds.showOperationRecord,
  tooltip:
    'The record in the preview that the operation at the cursor is made from. The id of each operation leads there, too.',
  arguments: [],
};

/** Above a payload: the connection in use, the prediction, and other ways to send it. */
export function payloadLenses({ documents, connections }: Services, document: TextDocument): readonly CodeLens[] {
  const answers = documents.answers(document);
  if (answers === undefined) return [];
  const top = new Range(0, 0, 0, 0);
  const people = answers.kind === 'bulkRequest' ? answers.symbols() : [];
  const isOwnLine = people.every(({ range }, index) => range.start.line > (people[index - 1]?.range.start.line ?? -1));
  // Above a single line they would all be in a row and look alike
  const own = people.length > 1 && people.length <= WITH_OWN_LENS && isOwnLine ? people : [];
  return [
    ...(document.uri.scheme === requestScheme ? [lens(top, SHOW_RECORD)] : [useLens(top, connections.active)]),
    ...ofWhole(document, connections.active).map((command) => lens(top, command)),
    ...own.map(({ range }, index) =>
      lens(toRange({ start: range.start, end: range.start }), predict(document, index + 1)),
    ),
  ];
}

function ofWhole({ uri }: TextDocument, connection: Connection): readonly Lens[] {
  const send = { ...lookOfSending(connection), command: commandIds.sendPayload, arguments: [uri] };
  return [
    // A request of a plan is sent with its plan
    ...(uri.scheme === requestScheme ? [] : [send]),
    predict({ uri }),
    {
      title: 'Copy as curl / .http / PowerShell',
      command: commandIds.copyPayloadAs,
      tooltip: 'What sends this payload by other means, with a place for the token.',
      arguments: [uri],
    },
  ];
}

function predict({ uri }: Pick<TextDocument, 'uri'>, operation?: number): Lens {
  return {
    title: 'What would Entra do?',
    command: commandIds.predictPayload,
    tooltip: 'Predicted with a copy of the directory of the connection in use. Nothing is sent.',
    arguments: operation === undefined ? [uri] : [uri, operation],
  };
}
