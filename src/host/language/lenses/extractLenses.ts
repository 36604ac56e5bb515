import type { Disposable } from 'vscode';
import { CodeLens, languages, Range } from 'vscode';
import { commandIds, extractLanguageId } from '../../contributions';
import type { Services } from '../../services';

const EXTRACTS = [
  { pattern: '**/*.csv' },
  { pattern: '**/*.tsv' },
  { language: extractLanguageId, scheme: 'untitled' },
];

/** Above an extract's header: the two ways on from here. */
export function registerExtractLenses({ titles }: Services): Disposable {
  return languages.registerCodeLensProvider(EXTRACTS, {
    provideCodeLenses: ({ uri }) => [
      new CodeLens(new Range(0, 0, 0, 0), {
        title: `$(new-file) ${titles.of(commandIds.newMapping)}`,
        command: commandIds.newMapping,
        tooltip: 'A mapping whose rules are guessed from the header and the values. Nothing is sent.',
        arguments: [uri],
      }),
      new CodeLens(new Range(0, 0, 0, 0), {
        title: `$(open-preview) ${titles.of(commandIds.previewExtract)}`,
        command: commandIds.previewExtract,
        tooltip: 'What every record becomes, cell by cell.',
        arguments: [uri],
      }),
    ],
  });
}
