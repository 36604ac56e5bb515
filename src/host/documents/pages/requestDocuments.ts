import type { Disposable, DocumentLink, Event, TextDocument, TextDocumentContentProvider } from 'vscode';
import { Disposable as Disposables, EventEmitter, languages, Range, Uri, workspace } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import type { OperationPlace, RequestText } from '../../../preview/requests/shownRequest';
import { commandIds, requestScheme } from '../../contributions';
import { linkTo } from '../../language/linkTo';

/** Provides the requests that would be sent: a preview. */
export interface RequestSource {
  /** The body of a request as it would be sent now; `undefined` if it no longer exists. */
  readonly text: (number: number) => Promise<RequestText | undefined>;
  /** Shows a record. */
  readonly showRecord: (record: number) => void;
}

const GONE = 'This request is not there any more. Open it again in the tab Requests of the preview of its extract.';

/**
 * Requests as they would be sent, as read-only documents: each is made when it is shown, and again when its plan changes. They contain
 * people's values, so only shown ones are kept.
 */
export class RequestDocuments implements TextDocumentContentProvider, Disposable {
  readonly #sources = new Map<string, RequestSource>();
  /** The places of operations in open documents. */
  readonly #places = new Map<string, readonly OperationPlace[]>();
  /** Documents that have been shown since they were opened. */
  readonly #shown = new Set<string>();
  readonly #changed = new EventEmitter<Uri>();

  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /** @param plan distinguishes its requests from those of other sources */
  add(plan: string, source: RequestSource): Disposable {
    this.#sources.set(plan, source);
    return new Disposables(() => {
      this.#sources.delete(plan);
      this.renew(plan);
    });
  }

  /** The requests of a source may have changed. */
  renew(plan: string): void {
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === requestScheme && planOf(uri) === plan) this.#changed.fire(uri);
  }

  /** The address of a request. */
  uriOf(plan: string, extract: string, number: number): Uri {
    const name = `Request ${number} of ${plainText(extract, 80)}.json`.replace(/[/\\]/g, '-');
    const query = new URLSearchParams({ plan, number: String(number) }).toString();
    return Uri.from({ scheme: requestScheme, path: `/${name}`, query });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const number = Number(new URLSearchParams(uri.query).get('number'));
    const request = await this.#sources.get(planOf(uri))?.text(number);
    if (request === undefined) this.#places.delete(uri.toString());
    else this.#places.set(uri.toString(), request.operations);
    return request?.text ?? GONE;
  }

  /** Whether a document is shown for the first time since it was opened. */
  isNew(uri: Uri): boolean {
    const address = uri.toString();
    const isNew = !this.#shown.has(address);
    this.#shown.add(address);
    return isNew;
  }

  /** The place of a record's operation in a document. */
  placeOf(uri: Uri, record: number): OperationPlace | undefined {
    return this.#places.get(uri.toString())?.find((place) => place.record === record);
  }

  /** The record of the operation at a place in a document. */
  recordAt({ uri }: Pick<TextDocument, 'uri'>, offset: number): number | undefined {
    return this.#places.get(uri.toString())?.find(({ span }) => span.start <= offset && offset <= span.end)?.record;
  }

  /** Shows a record in the preview that opened the document of its operation. */
  showRecord(uri: Uri, record: number): void {
    this.#sources.get(planOf(uri))?.showRecord(record);
  }

  /** From the id of each operation to its record. */
  links(document: TextDocument): readonly DocumentLink[] {
    const text = document.getText();
    const address = document.uri.toString();
    return (this.#places.get(address) ?? []).flatMap(({ record, span }) => {
      const id = `"record-${record}"`;
      const at = text.indexOf(id, span.start);
      if (at < 0 || at > span.end) return [];
      const range = new Range(document.positionAt(at + 1), document.positionAt(at + id.length - 1));
      return [linkTo(commandUri(address, record), range, 'Show the record in its preview')];
    });
  }

  forget({ uri }: TextDocument): void {
    this.#places.delete(uri.toString());
    this.#shown.delete(uri.toString());
  }

  dispose(): void {
    this.#sources.clear();
    this.#places.clear();
    this.#changed.dispose();
  }
}

function planOf({ query }: Uri): string {
  return new URLSearchParams(query).get('plan') ?? '';
}

function commandUri(address: string, record: number): Uri {
  return Uri.parse(
    `command:${commandIds.showOperationRecord}?${encodeURIComponent(JSON.stringify([address, record]))}`,
  );
}

export function registerRequestDocuments({ requests }: { readonly requests: RequestDocuments }): Disposable {
  return Disposables.from(
    workspace.registerTextDocumentContentProvider(requestScheme, requests),
    languages.registerDocumentLinkProvider(
      { scheme: requestScheme },
      { provideDocumentLinks: (document) => [...requests.links(document)] },
    ),
    workspace.onDidCloseTextDocument((document) => {
      if (document.uri.scheme === requestScheme) requests.forget(document);
    }),
  );
}
