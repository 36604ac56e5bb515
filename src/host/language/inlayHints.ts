import { Disposable, EventEmitter, languages } from 'vscode';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toInlayHint, toProtocolRange } from './protocol';

/** Milliseconds after which a change is announced once more. */
const AGAIN = 500;

/** At the end of each rule what it gives for the current record. */
export function registerInlayHints(
  { documents, settings, valuesShown }: Services,
  language: EditorLanguage,
): Disposable {
  const changed = new EventEmitter<void>();
  // The editor listens once its first question is answered, and what becomes known in that moment it would never hear of
  const again = throttleTrailing(AGAIN, () => changed.fire());
  const refresh = () => {
    changed.fire();
    again.call();
  };
  return Disposable.from(
    changed,
    again,
    // After a change of the text the editor asks by itself
    documents.onDidChange(({ what }) => {
      if (what !== 'text') refresh();
    }),
    settings.onDidChange(refresh),
    valuesShown.onDidChange(refresh),
    languages.registerInlayHintsProvider(language.documents, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: (document, range) =>
        valuesShown.now ? documents.answers(document)?.inlayHints?.(toProtocolRange(range)).map(toInlayHint) : [],
    }),
  );
}
