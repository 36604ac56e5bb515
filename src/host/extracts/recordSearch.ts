import type { Uri } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import { momentNow } from '../../extract/momentNow';
import type { PreviewRow } from '../../preview/previewState';
import { WHOLE_LIST } from '../../preview/previewState';
import type { ConversionStatus } from '../../worker/protocol';
import type { Services } from '../services';
import { extractPlace } from './extractFile';

/** Number of records in a list; to see others the user types more. */
const SHOWN = 100;

let searches = 0;

/** Finds records of an extract by the name and id that a mapping gives them, in the worker, as the preview does. */
export class RecordSearch {
  readonly #key = `record search ${++searches}`;
  readonly #services: Pick<Services, 'conversions' | 'settings'>;
  readonly #extract: Uri;
  readonly #mapping: string;
  #opening: Promise<ConversionStatus | undefined> | undefined;
  #view = 0;

  /** @param mapping its text; if it has errors the cells of a record are searched instead */
  constructor(services: Pick<Services, 'conversions' | 'settings'>, extract: Uri, mapping: string) {
    this.#services = services;
    this.#extract = extract;
    this.#mapping = mapping;
  }

  /** The first records that contain a text, again each time there are more of them; ends with the next search. */
  async *find(text: string): AsyncGenerator<readonly PreviewRow[]> {
    const { conversions } = this.#services;
    const view = ++this.#view;
    const key = this.#key;
    let status = await (this.#opening ??= this.#open());
    const request = { view, filter: { text } };
    await conversions.ask('narrow', { key, request });
    let known = -1;
    while (status?.kind === 'ready' && view === this.#view) {
      const { view: list } = status.content;
      if (list.view === view && list.count !== known) {
        known = list.count;
        const rows = await conversions.ask('rows', { key, view, from: 0, count: SHOWN });
        if (rows !== undefined) yield rows;
      }
      const isOver = list.view === view && (list.isComplete || list.count >= SHOWN);
      if (isOver) return;
      status = await conversions.ask('status', { key, version: list.view === view ? status.version : 0 });
    }
  }

  async close(): Promise<void> {
    this.#view++;
    await this.#services.conversions.ask('drop', { key: this.#key });
  }

  async #open(): Promise<ConversionStatus | undefined> {
    const { conversions, settings } = this.#services;
    return conversions.ask('open', {
      key: this.#key,
      bytes: await extractPlace(this.#extract),
      moment: momentNow(),
      limits: settings.current.limits,
      request: WHOLE_LIST,
      edition: 1,
      ...(isUsable(loadMapping(this.#mapping)) ? { mapping: this.#mapping } : {}),
    });
  }
}
