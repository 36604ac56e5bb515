import type { CodeLensProvider } from 'vscode';
import { Disposable, EventEmitter, languages, Range } from 'vscode';
import { commandIds } from '../../contributions';
import type { Services } from '../../services';
import { EXTRACTS } from '../extracts/extractDocuments';
import { lens } from './lens';
import { useLens } from './useLens';

/** Above an extract's header: the next steps, and the connection in use. */
export function registerExtractLenses({ titles, connections }: Services): Disposable {
  const changed = new EventEmitter<void>();
  const top = new Range(0, 0, 0, 0);
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: ({ uri }) => [
      useLens(top, connections.active),
      lens(top, {
        icon: 'new-file',
        title: titles.of(commandIds.newMapping),
        command: commandIds.newMapping,
        tooltip: 'A mapping whose rules are guessed from the header and the values. Nothing is sent.',
        arguments: [uri],
      }),
      lens(top, {
        icon: 'open-preview',
        title: titles.of(commandIds.previewExtract),
        command: commandIds.previewExtract,
        tooltip: 'What every record becomes, cell by cell.',
        arguments: [uri],
      }),
      lens(top, {
        icon: 'checklist',
        title: titles.of(commandIds.checkExtract),
        command: commandIds.checkExtract,
        tooltip: 'Run the mapping over every record, and mark the cells that are wrong. Nothing is sent.',
        arguments: [uri],
      }),
    ],
  };
  return Disposable.from(
    changed,
    connections.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider([...EXTRACTS], provider),
  );
}
