import { Disposable, EventEmitter, languages } from 'vscode';
import { inlayHints } from '../../language/mapping/inlayHints';
import { mappingLanguageId } from '../contributions';
import { latest } from '../latest';
import type { Services } from '../services';
import { toInlayHint, toProtocolRange } from './protocol';

/** Milliseconds after which a change is told once more. */
const AGAIN = 500;

/** At the end of each rule what it gives for the current record. */
export function registerRecordValues({ mappings, settings, valuesShown }: Services): Disposable {
  const changed = new EventEmitter<void>();
  // The editor listens once its first question is answered, and what becomes known in that moment it would never hear of
  const again = latest(AGAIN, () => changed.fire());
  const refresh = () => {
    changed.fire();
    again.call();
  };
  return Disposable.from(
    changed,
    again,
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
