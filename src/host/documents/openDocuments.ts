import type { Event, TextDocument, TextDocumentContentChangeEvent, Uri } from 'vscode';
import { Disposable, EventEmitter, workspace } from 'vscode';
import type { DocumentAnswers, DocumentKind } from '../../language/shared/documentAnswers';
import type { DocumentSession, OpenSession } from './documentSession';
import { recogniseDocument } from './recogniseDocument';

/** That a document of ours has become another. */
export interface DocumentChange {
  readonly document: TextDocument;
  /** What it is, or was before it was closed or became something else. */
  readonly kind: DocumentKind;
  /** `knowledge`: the text is the same, and more is known of it. */
  readonly what: 'opened' | 'text' | 'knowledge' | 'closed';
}

interface OpenDocument {
  readonly document: TextDocument;
  readonly session: DocumentSession;
}

/**
 * Every document in an editor that we know something about: mappings, payloads and schemas of jobs. The only place that
 * follows what is opened, typed and closed. What a document is is recognised once for each change.
 */
export class OpenDocuments implements Disposable {
  readonly #open = new Map<string, OpenDocument>();
  readonly #openSession: OpenSession;
  readonly #changed = new EventEmitter<DocumentChange>();
  readonly #othersChanged = new EventEmitter<TextDocument>();
  #listeners: Disposable | undefined;

  constructor(openSession: OpenSession) {
    this.#openSession = openSession;
  }

  /** Fired when the text of a document has changed, when more is known of it, and when it becomes one of ours or no longer is. */
  get onDidChange(): Event<DocumentChange> {
    return this.#changed.event;
  }

  /** Fired when the text of a document that is none of ours has changed: an extract may be open as text. */
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

  /** What is known of a document; nothing of one that is not ours, or that is still being read. */
  answers(document: TextDocument): DocumentAnswers | undefined {
    return this.session(document)?.answers;
  }

  /** Opens the documents of these kinds again, for what they are read by has changed. */
  reopen(kinds: readonly DocumentKind[]): void {
    for (const { document, session } of [...this.#open.values()]) {
      if (!kinds.includes(session.kind)) continue;
      session.dispose();
      this.#start(document, session.kind);
      this.#changed.fire({ document, kind: session.kind, what: 'knowledge' });
    }
  }

  /** Follows what is opened, typed and closed. */
  start(): Disposable {
    workspace.textDocuments.forEach((document) => this.#look(document, []));
    this.#listeners = Disposable.from(
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
    if (kind !== undefined) {
      this.#start(document, kind);
      this.#changed.fire({ document, kind, what: 'opened' });
    } else if (changes.length > 0) this.#othersChanged.fire(document);
  }

  #start(document: TextDocument, kind: DocumentKind): void {
    const changed = () => this.#changed.fire({ document, kind, what: 'knowledge' });
    this.#open.set(document.uri.toString(), { document, session: this.#openSession(document, kind, changed) });
  }

  #close(document: TextDocument): void {
    const session = this.session(document);
    if (session === undefined) return;
    session.dispose();
    this.#open.delete(document.uri.toString());
    this.#changed.fire({ document, kind: session.kind, what: 'closed' });
  }
}
