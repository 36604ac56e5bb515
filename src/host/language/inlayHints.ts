import { Disposable, EventEmitter, languages } from 'vscode';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toInlayHint, toProtocolRange } from './protocol';

/** Milliseconds after which a change is announced once more. */
const AGAIN = 500;

/** Each rule's result for the current record, at the end of the rule. */
export function registerInlayHints(
  { documents, settings, valuesShown }: Services,
  language: EditorLanguage,
): Disposable {
  const changed = new EventEmitter<void>();
  // The editor listens only after its first question is answered, so it would miss a change in that moment
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
