import type { Disposable, Event } from 'vscode';
import { EventEmitter } from 'vscode';
import type { DocumentKind } from '../../language/shared/documentAnswers';
import type { OpenSession } from './documentSession';

/** The parts of a loaded language. */
export type LanguageName = 'mappings' | 'payloads' | 'jobSchemas';

/** The language of each kind of document. */
const languageOf: Readonly<Record<DocumentKind, LanguageName>> = {
  mapping: 'mappings',
  bulkRequest: 'payloads',
  user: 'payloads',
  jobSchema: 'jobSchemas',
};

/** How each language is loaded; the result opens its documents. */
export type LanguageLoaders = Readonly<Record<LanguageName, () => Promise<OpenSession>>>;

/** The languages of documents; each is loaded with its first document. */
export class Languages implements Disposable {
  readonly #loaders: LanguageLoaders;
  readonly #loading = new Map<LanguageName, Promise<void>>();
  readonly #openers = new Map<LanguageName, OpenSession>();
  readonly #loaded = new EventEmitter<LanguageName>();

  constructor(loaders: LanguageLoaders) {
    this.#loaders = loaders;
  }

  /** Fired when documents in a language can be opened. */
  get onDidLoad(): Event<LanguageName> {
    return this.#loaded.event;
  }

  /** What opens documents of a kind; `undefined` while its language is not loaded. */
  openerOf(kind: DocumentKind): OpenSession | undefined {
    return this.#openers.get(languageOf[kind]);
  }

  /**
   * Resolves once documents of a kind can be opened, and the listeners have been notified. A language that failed to load is
   * tried again the next time.
   */
  load(kind: DocumentKind): Promise<void> {
    const name = languageOf[kind];
    let loading = this.#loading.get(name);
    if (loading === undefined) {
      loading = this.#load(name);
      this.#loading.set(name, loading);
    }
    return loading;
  }

  dispose(): void {
    this.#loaded.dispose();
  }

  async #load(name: LanguageName): Promise<void> {
    try {
      this.#openers.set(name, await this.#loaders[name]());
    } catch (error) {
      this.#loading.delete(name);
      throw error;
    }
    this.#loaded.fire(name);
  }
}
