import { Disposable, EventEmitter, languages } from 'vscode';
import { inlayHints } from '../../language/inlayHints';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toInlayHint, toProtocolRange } from './protocol';

/** At the end of each rule what it gives for the current record. */
export function registerRecordValues({ mappings, settings, valuesShown }: Services): Disposable {
  const changed = new EventEmitter<void>();
  const refresh = () => changed.fire();
  return Disposable.from(
    changed,
    mappings.onDidChange(refresh),
    settings.onDidChange(refresh),
    valuesShown.onDidChange(refresh),
    languages.registerInlayHintsProvider(mappingLanguageId, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: (document, range) =>
        valuesShown.now ? inlayHints(mappings.mapping(document), toProtocolRange(range)).map(toInlayHint) : [],
    }),
  );
}
