import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import { hoverMapping } from '../../language/mapping/hover/hoverMapping';
import { commandIds, mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toHover } from './protocol';

export function registerHover({ mappings }: Services): Disposable {
  return languages.registerHoverProvider(mappingLanguageId, {
    provideHover: (document, position) => {
      const hover = hoverMapping(mappings.mapping(document), document.offsetAt(position));
      return hover === undefined ? undefined : toHover(hover, [commandIds.showCell]);
    },
  });
}
