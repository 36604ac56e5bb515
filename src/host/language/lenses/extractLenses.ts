import type { Disposable } from 'vscode';
import { languages, Range } from 'vscode';
import { commandIds, extractLanguageId } from '../../contributions';
import type { Services } from '../../services';
import { lens } from './lens';

const EXTRACTS = [
  { pattern: '**/*.csv' },
  { pattern: '**/*.tsv' },
  { language: extractLanguageId, scheme: 'untitled' },
];

/** Above an extract's header: the two ways on from here. */
export function registerExtractLenses({ titles }: Services): Disposable {
  return languages.registerCodeLensProvider(EXTRACTS, {
    provideCodeLenses: ({ uri }) => [
      lens(new Range(0, 0, 0, 0), {
        icon: 'new-file',
        title: titles.of(commandIds.newMapping),
        command: commandIds.newMapping,
        tooltip: 'A mapping whose rules are guessed from the header and the values. Nothing is sent.',
        arguments: [uri],
      }),
      lens(new Range(0, 0, 0, 0), {
        icon: 'open-preview',
        title: titles.of(commandIds.previewExtract),
        command: commandIds.previewExtract,
        tooltip: 'What every record becomes, cell by cell.',
        arguments: [uri],
      }),
    ],
  });
}
