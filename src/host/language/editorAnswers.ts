import { Disposable } from 'vscode';
import type { LanguageName } from '../documents/languages';
import type { Services } from '../services';
import { registerDiagnostics } from './diagnostics';
import type { EditorLanguage } from './editorLanguage';
import { editorLanguages } from './editorLanguages';

/** Answers the editor's questions about documents, and shows their problems. Loaded with the first language. */
export class EditorAnswers implements Disposable {
  readonly #services: Services;
  readonly #diagnostics: Disposable;
  readonly #registered = new Map<EditorLanguage, Disposable>();

  constructor(services: Services) {
    this.#services = services;
    this.#diagnostics = registerDiagnostics(services);
  }

  /** Answers for a language from now on. The registration changes, so the editor asks again about open documents. */
  answerFor(name: LanguageName): void {
    for (const language of editorLanguages) {
      if (!language.names.includes(name)) continue;
      this.#registered.get(language)?.dispose();
      const questions = language.questions.map((register) => register(this.#services, language));
      this.#registered.set(language, Disposable.from(...questions));
    }
  }

  dispose(): void {
    this.#diagnostics.dispose();
    Disposable.from(...this.#registered.values()).dispose();
  }
}
