import type { ExtractPlace } from '../../../src/extract/index/extractPlace';
import { momentNow } from '../../../src/extract/momentNow';
import { jobFlowOf, knownFlow } from '../../../src/host/preview/card/jobFlow';
import type { PageLayout } from '../../../src/preview/pageLayout';
import type { FromPage, ToPage } from '../../../src/preview/protocol';
import { parseFromPage } from '../../../src/preview/protocol';
import type { PreviewPrediction, PreviewRow, PreviewState } from '../../../src/preview/previewState';
import { WHOLE_LIST } from '../../../src/preview/previewState';
import { OpenConversions } from '../../../src/worker/openConversions';
import type { ShownComparison } from './pageComparison';
import { PageComparison } from './pageComparison';

const KEY = 'preview';

/** An extract as it is shown, and the mapping that it is shown with. */
export interface ShownExtract {
  /** What it says, or where it is. */
  readonly text: string | { readonly path: string };
  readonly mapping?: string;
  /** Further messages to the page about a record that it selects. */
  readonly beside?: (record: number) => readonly ToPage[];
  /** What would happen to everybody. Default: not known. */
  readonly prediction?: PreviewPrediction;
  /** What it is compared with; left out: nothing. */
  readonly comparison?: ShownComparison;
}

function placeOf(text: ShownExtract['text']): ExtractPlace {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** What a panel knows besides what is read. */
type Besides = Partial<Omit<Extract<PreviewState, { readonly kind: 'ready' }>, 'kind' | 'content'>>;

/** Answers the preview's page out of what the worker makes of an extract, as the panel does in VS Code. */
export class PageHost {
  readonly #conversions = new OpenConversions();
  readonly #send: (message: ToPage) => Promise<void>;
  #shown: ShownExtract;
  /** What the panel remembers of the last page. */
  readonly #layout: PageLayout;
  /** Counts what was opened, as the editions that the page gets. */
  #edition = 0;
  #readings = 0;
  /** Of a page that is restored it may come before anything is read. */
  #request = WHOLE_LIST;
  #last: PreviewState | undefined;
  /** The record that was asked for last. */
  #chosen: PreviewRow | undefined;
  #besides: Besides = {};
  /** What its comparison is. */
  readonly comparison: PageComparison;
  /** All that the page has asked for. */
  readonly asked: FromPage[] = [];

  constructor(shown: ShownExtract, layout: PageLayout, send: (message: ToPage) => Promise<void>) {
    this.#layout = layout;
    this.#shown = shown;
    this.#send = send;
    const { text, mapping = '', comparison } = shown;
    this.comparison = new PageComparison({ bytes: placeOf(text), mapping }, comparison, send);
  }

  async take(message: unknown): Promise<void> {
    const request = parseFromPage(message);
    if (request === undefined) throw new Error(`The page says what nobody understands: ${JSON.stringify(message)}`);
    this.asked.push(request);
    const conversion = this.#conversions.get(KEY);
    switch (request.type) {
      case 'ready':
        await this.#send({ type: 'origin', extract: 'file:///people.csv', layout: this.#layout });
        await this.#send({ type: 'flow', flow: jobFlowOf(knownFlow(undefined, '')) });
        return this.#follow();
      case 'filter':
        this.#request = request.request;
        conversion?.narrow(request.request);
        return;
      case 'rows': {
        const { id, view, from, count, cells } = request;
        const rows = await conversion?.rows(view, from, count, cells);
        return this.#send(
          rows === undefined ? { type: 'failed', id, message: 'other rows' } : { type: 'rows', id, rows },
        );
      }
      case 'select': {
        const { id } = request;
        const known = request.follows === true && this.#chosen?.record === request.record ? this.#chosen : undefined;
        const record =
          (known && (await conversion?.recordOfId({ id: known.id, near: known.record }))) ?? request.record;
        const detail = await this.#conversions.detail(KEY, record);
        this.#chosen = detail?.row;
        await this.#send(
          detail === undefined ? { type: 'failed', id, message: 'no such record' } : { type: 'detail', id, detail },
        );
        for (const said of this.#shown.beside?.(record) ?? []) await this.#send(said);
        return;
      }
      case 'requests': {
        const { id, from, count } = request;
        const requests = (await conversion?.requests(from, count)) ?? [];
        return this.#send({ type: 'requests', id, requests });
      }
      case 'predict':
        return this.#send({
          type: 'prediction',
          id: request.id,
          prediction: this.#shown.prediction ?? { kind: 'none' },
        });
      case 'compare':
        return this.comparison.begin();
      case 'comparedFilter':
        this.comparison.narrow(request.request);
        return;
      case 'comparedRows':
        return this.comparison.rows(request);
      case 'comparedDetail':
        return this.comparison.detail(request);
      default:
    }
  }

  /** Shows what a panel knows besides what is read. */
  async show(besides: Besides): Promise<void> {
    this.#besides = besides;
    if (this.#last !== undefined) await this.#sendState(this.#last);
  }

  /** The mapping, or the extract, is another one by now; resolves once that is not shown any more. */
  async edit(changes: Pick<ShownExtract, 'mapping'> | Pick<ShownExtract, 'text'>): Promise<void> {
    this.#shown = { ...this.#shown, ...changes };
    await this.#follow();
  }

  /** Shows what sending would come to. */
  predict({ outcomes, pilot = 0 }: { readonly outcomes?: Uint8Array; readonly pilot?: number }): void {
    this.#conversions.get(KEY)?.predict({ pilot, ...(outcomes !== undefined && { outcomes }) }, ++this.#edition);
  }

  close(): void {
    this.#conversions.drop(KEY);
    this.comparison.close();
  }

  /** Tells the page each state, as more is read or found, until the page is closed. */
  async #follow(): Promise<void> {
    const { text, mapping } = this.#shown;
    this.#readings++;
    const status = await this.#conversions.open(KEY, {
      bytes: placeOf(text),
      moment: momentNow(),
      request: this.#request,
      edition: ++this.#edition,
      ...(mapping !== undefined && { mapping }),
    });
    const conversion = this.#conversions.get(KEY);
    for (let next = status; next !== undefined; next = await conversion?.statusAfter(next.version)) {
      this.#last = this.#stateOf(next);
      await this.#sendState(this.#last);
    }
  }

  async #sendState(state: PreviewState): Promise<void> {
    await this.#send({ type: 'state', state: state.kind === 'ready' ? { ...state, ...this.#besides } : state });
  }

  #stateOf(status: NonNullable<Awaited<ReturnType<OpenConversions['open']>>>): PreviewState {
    const names = { extract: 'people.csv', mapping: this.#shown.mapping === undefined ? '' : 'people.scimmap' };
    if (status.kind === 'ready') {
      const connection = { name: 'Sandbox Tenant', sendTitle: 'Send to Sandbox Tenant', sendTooltip: 'Send' };
      return { kind: 'ready', content: { ...status.content, ...names, connection, reading: this.#readings } };
    }
    const problems = status.kind === 'problems' ? status.problems : [];
    return { kind: 'problems', ...names, problems: problems.map(({ message }) => ({ text: message, columns: [] })) };
  }
}
