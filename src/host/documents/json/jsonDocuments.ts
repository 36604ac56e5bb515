import type { Event, TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import { Disposable, EventEmitter, Range, workspace } from 'vscode';
import type { PayloadKind } from '../../../core/payload/document/recognisePayload';
import { payloadWindow } from '../../../core/payload/document/payloadWindow';
import { recogniseEnds } from '../../../core/payload/document/recognisePayload';
import type { DocumentAnswers } from '../../../language/shared/documentAnswers';
import { customSchemas, joinSchemas } from '../../../core/mapping/model/customSchemas';
import { knownPayloads } from '../../../language/payload/knownPayloads';
import type { Mappings } from '../mappings/mappings';
import { JobSchemaSession } from './jobSchemaSession';
import type { JsonSession } from './jsonSession';
import { JSON_LANGUAGES } from './jsonLanguages';
import { lengthOf } from './lengthOf';
import { PayloadSession } from './payloadSession';

interface OpenDocument {
  readonly kind: PayloadKind;
  readonly session: JsonSession;
}

/**
 * The JSON documents in editors that are payloads or schemas of jobs, known by what is in them, whatever their names. Any
 * other JSON is looked at once for each change, at its beginning and its end only, and left alone.
 */
export class JsonDocuments implements Disposable {
  readonly #open = new Map<TextDocument, OpenDocument>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #mappings: Mappings;
  #known = knownPayloads({});
  #listeners: Disposable | undefined;

  /** The open mappings show schemas of one's own, which payloads beside them may have. */
  constructor(mappings: Mappings) {
    this.#mappings = mappings;
  }

  /** Fired when a document was understood anew, has become one of ours, or is none any more. */
  get onDidChange(): Event<TextDocument> {
    return this.#changed.event;
  }

  get open(): readonly TextDocument[] {
    return [...this.#open.keys()];
  }

  /** What can be told of a document; nothing of one that is not ours, or that is still being read. */
  answers(document: TextDocument): DocumentAnswers | undefined {
    return this.#open.get(document)?.session.answers;
  }

  kind(document: TextDocument): PayloadKind | undefined {
    return this.#open.get(document)?.kind;
  }

  /** Follows what is opened, typed and closed. */
  start(): Disposable {
    this.#learn();
    workspace.textDocuments.forEach((document) => this.#look(document, []));
    this.#listeners = Disposable.from(
      this.#mappings.onDidChange(() => this.#learn()),
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
  }

  #look(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (!JSON_LANGUAGES.includes(document.languageId)) return;
    const kind = kindOf(document);
    const known = this.#open.get(document);
    if (known !== undefined && known.kind === kind) known.session.edited(changes);
    else {
      this.#close(document);
      if (kind === undefined) return;
      this.#open.set(document, { kind, session: this.#session(document, kind) });
    }
    this.#changed.fire(document);
  }

  #session(document: TextDocument, kind: PayloadKind): JsonSession {
    if (kind === 'jobSchema') return new JobSchemaSession(document);
    return new PayloadSession(document, this.#known, () => this.#changed.fire(document));
  }

  /** Payloads are read anew when the mappings show other schemas than before. */
  #learn(): void {
    const schemas = joinSchemas(
      this.#mappings.open.flatMap((document) => customSchemas(this.#mappings.mapping(document).loaded.model)),
    );
    const known = this.#known.knowledge.schemas ?? [];
    if (JSON.stringify(schemas) === JSON.stringify(known)) return;
    this.#known = knownPayloads({ schemas });
    for (const [document, { kind }] of [...this.#open]) {
      if (kind === 'jobSchema') continue;
      this.#close(document);
      this.#look(document, []);
    }
  }

  #close(document: TextDocument): void {
    const known = this.#open.get(document);
    if (known === undefined) return;
    known.session.dispose();
    this.#open.delete(document);
    this.#changed.fire(document);
  }
}

/** Looks at as much of a text as `recognise` does: the whole of a large one need not be put together for it. */
function kindOf(document: TextDocument): PayloadKind | undefined {
  const length = lengthOf(document);
  const read = (from: number, to: number) =>
    document.getText(new Range(document.positionAt(from), document.positionAt(to)));
  const head = Math.min(payloadWindow.head, length);
  const ends = { head: read(0, head), tail: read(Math.max(head, length - payloadWindow.tail), length) };
  return recogniseEnds(ends, document.fileName);
}
