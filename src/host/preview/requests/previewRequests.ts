import { randomUUID } from 'node:crypto';
import type { Disposable, TextDocument, Uri } from 'vscode';
import { commands, Range, workspace } from 'vscode';
import type { ToPage } from '../../../preview/protocol';
import type { RequestsFromPage } from '../../../preview/requests/requestsProtocol';
import type { RequestText } from '../../../preview/requests/shownRequest';
import { fileName } from '../../extracts/extractFile';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { showText } from '../../showText';
import type { PreviewReading } from '../previewReading';
import { saveRequests } from './saveRequests';

/** The parts of a preview that its requests need. */
interface RequestsPreview {
  readonly extract: Uri;
  readonly reading: PreviewReading;
  /** The current number of requests; 0 if nothing can be sent. */
  readonly count: () => number;
  readonly send: (message: ToPage) => void;
  readonly showRecord: (record: number) => void;
  /** Aborted when the preview is closed. */
  readonly closed: AbortSignal;
}

type Answers = {
  readonly [Type in RequestsFromPage['type']]: (
    request: Extract<RequestsFromPage, { readonly type: Type }>,
  ) => Promise<void>;
};

const NOT_THERE = say`This request is not there any more: the extract or the mapping has changed.`;

/** The requests in a preview: listed for its page, opened as documents and written to files. */
export class PreviewRequests implements Disposable {
  readonly #services: Services;
  readonly #preview: RequestsPreview;
  readonly #plan = randomUUID();
  readonly #source: Disposable;
  #shown = '';

  constructor(services: Services, preview: RequestsPreview) {
    this.#services = services;
    this.#preview = preview;
    this.#source = services.requests.add(this.#plan, {
      text: (number) => this.#text(number),
      showRecord: (record) => preview.showRecord(record),
    });
  }

  readonly answers: Answers = {
    requests: async ({ id, from, count }) => {
      const requests = (await this.#preview.reading.requests(from, count)) ?? [];
      this.#preview.send({ type: 'requests', id, requests });
    },
    openRequest: ({ number }) => this.#open(number),
    openOperation: async ({ record }) => {
      const number = await this.#preview.reading.requestOf(record);
      if (number === undefined) throw new UserError(NOT_THERE);
      await this.#open(number, record);
    },
    saveRequest: async ({ number }) => {
      const { extract } = this.#preview;
      const bodies = () => this.#one(number);
      await saveRequests(this.#services, extract, { suffix: `request-${number}.json`, label: 'JSON', bodies });
    },
    saveRequests: async () => {
      const { extract } = this.#preview;
      const bodies = () => this.#all();
      await saveRequests(this.#services, extract, { suffix: 'requests.jsonl', label: 'JSON Lines', bodies });
    },
  };

  dispose(): void {
    this.#source.dispose();
  }

  /** @param shown a change of it means that the requests may have changed */
  renew(shown: string): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#services.requests.renew(this.#plan);
  }

  async #text(number: number): Promise<RequestText | undefined> {
    return this.#preview.count() === 0 ? undefined : this.#preview.reading.request(number);
  }

  /** @param record whose operation should be in sight */
  async #open(number: number, record?: number): Promise<void> {
    const { requests } = this.#services;
    const uri = requests.uriOf(this.#plan, fileName(this.#preview.extract), number);
    const document = await workspace.openTextDocument(uri);
    const place = record === undefined ? undefined : requests.placeOf(uri, record);
    const range = place && new Range(document.positionAt(place.span.start), document.positionAt(place.span.end));
    if (requests.isNew(uri)) await wrapped(document);
    await showText(document, range === undefined ? [] : [range]);
  }

  async *#one(number: number): AsyncGenerator<Uint8Array, void, undefined> {
    const request = await this.#text(number);
    if (request === undefined) throw new UserError(NOT_THERE);
    yield Buffer.from(request.text);
  }

  /** All bodies, each followed by a line end; ends with an error if they change meanwhile. */
  async *#all(): AsyncGenerator<Uint8Array, void, undefined> {
    const shown = this.#shown;
    const count = this.#preview.count();
    for (let from = 0; from < count; from += AT_ONCE) {
      const bodies = await this.#preview.reading.bodies(from, AT_ONCE);
      this.#preview.closed.throwIfAborted();
      if (bodies === undefined || shown !== this.#shown)
        throw new UserError(say`Nothing was written: the extract or the mapping has changed. Save the requests again.`);
      yield bodies;
    }
  }
}

/** A body is one long line that mostly would be out of sight. VS Code remembers the setting until the document is closed. */
async function wrapped(document: TextDocument): Promise<void> {
  const setting = workspace.getConfiguration('editor', document).get('wordWrap');
  await showText(document, []);
  if (setting === 'off') await commands.executeCommand('editor.action.toggleWordWrap');
}

/** Number of requests that are made again at once. */
const AT_ONCE = 64;
