import type { Event, TextDocument, TextDocumentContentChangeEvent, Uri } from 'vscode';
import { Disposable, EventEmitter, workspace } from 'vscode';
import type { DocumentAnswers, DocumentKind } from '../../language/shared/documentAnswers';
import type { DocumentSession } from './documentSession';
import type { LanguageName, Languages } from './languages';
import { recogniseDocument } from './recogniseDocument';

/** Reports that a document of ours has changed. */
export interface DocumentChange {
  readonly document: TextDocument;
  /** Its kind, or its former kind after it was closed or became something else. */
  readonly kind: DocumentKind;
  /** `knowledge`: the text is the same, but more is known about it. */
  readonly what: 'opened' | 'text' | 'knowledge' | 'closed';
}

interface OpenDocument {
  readonly document: TextDocument;
  readonly session: DocumentSession;
}

/**
 * Every open document that we know something about: mappings, payloads and schemas of jobs. The only place that follows opening, editing
 * and closing. The kind of a document is recognised once per change; its language is loaded with the first document of it, which then
 * becomes one of ours.
 */
export class OpenDocuments implements Disposable {
  readonly #open = new Map<string, OpenDocument>();
  readonly #languages: Languages;
  readonly #failed: (error: unknown) => void;
  readonly #changed = new EventEmitter<DocumentChange>();
  readonly #othersChanged = new EventEmitter<TextDocument>();
  #listeners: Disposable | undefined;

  /** @param failed called when a language cannot be loaded */
  constructor(languages: Languages, failed: (error: unknown) => void) {
    this.#languages = languages;
    this.#failed = failed;
  }

  /** Fired when a language has been loaded, with the first document in it. */
  get onDidLoad(): Event<LanguageName> {
    return this.#languages.onDidLoad;
  }

  /** Fired when the text of a document has changed, when more is known about it, and when it becomes one of ours or no longer is. */
  get onDidChange(): Event<DocumentChange> {
    return this.#changed.event;
  }

  /** Fired when the text of another document has changed: an extract may be open as text. */
  get onDidChangeOther(): Event<TextDocument> {
    return this.#othersChanged.event;
  }

  get all(): readonly TextDocument[] {
    return [...this.#open.values()].map(({ document }) => document);
  }

  get sessions(): readonly DocumentSession[] {
    return [...this.#open.values()].map(({ session }) => session);
  }

  session({ uri }: { readonly uri: Uri }): DocumentSession | undefined {
    return this.#open.get(uri.toString())?.session;
  }

  kind(document: TextDocument): DocumentKind | undefined {
    return this.session(document)?.kind;
  }

  /** What is known of a document; nothing if it is not ours, or is still being read. */
  answers(document: TextDocument): DocumentAnswers | undefined {
    return this.session(document)?.answers;
  }

  /** Resolves once there is a session for one of our documents: its language may have to be loaded first. */
  async settle(document: TextDocument): Promise<void> {
    const kind = recogniseDocument(document);
    if (kind === undefined) return;
    await this.#languages.load(kind);
    if (this.session(document) === undefined) this.#look(document, []);
  }

  /** Opens the documents of these kinds again, because their input has changed. */
  reopen(kinds: readonly DocumentKind[]): void {
    for (const { document, session } of [...this.#open.values()]) {
      if (!kinds.includes(session.kind)) continue;
      session.dispose();
      this.#start(document, session.kind);
      this.#changed.fire({ document, kind: session.kind, what: 'knowledge' });
    }
  }

  /** Follows opening, editing and closing. */
  start(): Disposable {
    workspace.textDocuments.forEach((document) => this.#look(document, []));
    this.#listeners = Disposable.from(
      this.#languages.onDidLoad(() => {
        for (const document of workspace.textDocuments)
          if (this.session(document) === undefined) this.#look(document, []);
      }),
      workspace.onDidOpenTextDocument((document) => this.#look(document, [])),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#look(document, contentChanges);
      }),
    );
    return this.#listeners;
  }

  dispose(): void {
    this.#listeners?.dispose();
    for (const { session } of this.#open.values()) session.dispose();
    this.#changed.dispose();
    this.#othersChanged.dispose();
    this.#languages.dispose();
  }

  #look(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    const kind = recogniseDocument(document);
    const session = this.session(document);
    if (session !== undefined && session.kind === kind) {
      session.edited(changes);
      this.#changed.fire({ document, kind, what: 'text' });
      return;
    }
    this.#close(document);
    if (kind === undefined) {
      if (changes.length > 0) this.#othersChanged.fire(document);
    } else if (this.#start(document, kind)) this.#changed.fire({ document, kind, what: 'opened' });
    else this.#languages.load(kind).catch(this.#failed);
  }

  /** Whether there is a session; there is none while the language is not loaded. */
  #start(document: TextDocument, kind: DocumentKind): boolean {
    const open = this.#languages.openerOf(kind);
    if (open === undefined) return false;
    const changed = () => this.#changed.fire({ document, kind, what: 'knowledge' });
    this.#open.set(document.uri.toString(), { document, session: open(document, kind, changed) });
    return true;
  }

  #close(document: TextDocument): void {
    const session = this.session(document);
    if (session === undefined) return;
    session.dispose();
    this.#open.delete(document.uri.toString());
    this.#changed.fire({ document, kind: session.kind, what: 'closed' });
  }
}
