import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import { signatureHelp } from '../../language/mapping/signatureHelp';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toSignatureHelp } from './protocol';

export function registerSignatureHelp({ mappings }: Services): Disposable {
  return languages.registerSignatureHelpProvider(
    mappingLanguageId,
    {
      provideSignatureHelp: (document, position) => {
        const help = signatureHelp(mappings.mapping(document), document.offsetAt(position));
        return help === undefined ? undefined : toSignatureHelp(help);
      },
    },
    '(',
    ',',
  );
}
