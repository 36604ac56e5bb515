import type { Command, TextDocument } from 'vscode';
import { CodeLens, Disposable, EventEmitter, languages, Range } from 'vscode';
import type { DocumentAnswers } from '../../../language/shared/documentAnswers';
import { commandIds } from '../../contributions';
import { toRange } from '../../language/protocol';
import type { Services } from '../../services';
import { lookOfSending } from '../../../views/connectionLook';
import type { Connection } from '../../../connections/connection';
import { jsonDocuments } from './jsonLanguages';

/** Up to so many people each has a lens of their own; above, lenses would be all that one sees. */
const WITH_OWN_LENS = 50;

/** Above a payload: where it would go, what would become of it, and how it is sent by other means. */
export function registerPayloadLenses({ json, connections }: Services): Disposable {
  const changed = new EventEmitter<void>();
  return Disposable.from(
    changed,
    json.onDidChange(() => changed.fire()),
    connections.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider(jsonDocuments, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => {
        const answers = json.answers(document);
        return answers === undefined || answers.kind === 'jobSchema'
          ? []
          : lensesOf(document, answers, connections.active);
      },
    }),
  );
}

function lensesOf(document: TextDocument, answers: DocumentAnswers, connection: Connection): CodeLens[] {
  const top = new Range(0, 0, 0, 0);
  const people = answers.kind === 'bulkRequest' ? answers.symbols() : [];
  const own = people.length > 1 && people.length <= WITH_OWN_LENS ? people : [];
  return [
    ...ofWhole(document, connection).map((command) => new CodeLens(top, command)),
    ...own.map(
      ({ range }, index) =>
        new CodeLens(toRange({ start: range.start, end: range.start }), predict(document, index + 1)),
    ),
  ];
}

function ofWhole({ uri }: TextDocument, connection: Connection): readonly Command[] {
  return [
    {
      ...lookOfSending(connection),
      command: commandIds.sendPayload,
      arguments: [uri],
    },
    predict({ uri }),
    {
      title: 'Copy as curl / .http / PowerShell',
      command: commandIds.copyPayloadAs,
      tooltip: 'What sends this payload by other means, with a place for the token.',
      arguments: [uri],
    },
  ];
}

function predict({ uri }: Pick<TextDocument, 'uri'>, operation?: number): Command {
  return {
    title: 'What would Entra do?',
    command: commandIds.predictPayload,
    tooltip: 'Predicted with a copy of the directory of the connection in use. Nothing is sent.',
    arguments: operation === undefined ? [uri] : [uri, operation],
  };
}
