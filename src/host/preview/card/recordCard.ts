import type { Uri } from 'vscode';
import { Disposable, workspace } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import type { PreviewDetail, PreviewRow } from '../../../preview/previewState';
import type { FromPage, ToPage } from '../../../preview/protocol';
import type { WindowRun } from '../../runs/windowRun';
import { runCommand } from '../../runCommand';
import type { Services } from '../../services';
import { showText } from '../../showText';
import { CursorLink } from './cursorLink';
import type { PreviewReading } from '../previewReading';
import { RecordHistory } from './recordHistory';
import { RecordRepair } from './recordRepair';
import { contentKey, rangeOf, ShownFlow } from './shownFlow';

/** The parts of a preview that the card of a record needs. */
interface CardPreview {
  readonly extract: Uri;
  readonly reading: PreviewReading;
  readonly mapping: () => Uri | undefined;
  /** The run that was started from the shown content. */
  readonly run: () => WindowRun | undefined;
  readonly send: (message: ToPage) => void;
}

/** The requests of the page about the record that it shows. */
export type CardRequest = Extract<
  FromPage,
  { readonly type: 'showRule' | 'showAttribute' | 'showMapping' | 'showResult' | 'lookBack' | 'fix' | 'chosen' }
>;

/** The record that a preview shows as a card: its fixes, its history, and the links to where its values come from and go to. */
export class RecordCard implements Disposable {
  readonly #services: Services;
  readonly #preview: CardPreview;
  readonly #repair: RecordRepair;
  readonly #history: RecordHistory;
  readonly #flow = new ShownFlow();
  readonly #cursor: CursorLink;
  readonly #disposables: Disposable;
  /** The record that is shown. */
  #shown: PreviewRow | undefined;

  constructor(services: Services, preview: CardPreview) {
    this.#services = services;
    this.#preview = preview;
    this.#repair = new RecordRepair(services, (record, fixes) => preview.send({ type: 'fixes', record, fixes }));
    this.#history = new RecordHistory(services, preview.extract);
    this.#cursor = new CursorLink(preview.extract, services.settings, (line) => {
      void runCommand('Preview', services, () => this.#followCursor(line));
    });
    const subscriptions = [
      services.connections.onDidChange(() => this.renewFlow()),
      services.runs.onDidChange(() => this.#history.forget()),
    ];
    this.#disposables = Disposable.from(this.#repair, this.#cursor, ...subscriptions);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The shown record, as it was when it was read. */
  get shown(): PreviewRow | undefined {
    return this.#shown;
  }

  /** The page is ready: it gets what it cannot request. */
  start(): void {
    this.#flow.renew(this.#services.connections.active);
    this.#preview.send({ type: 'flow', flow: this.#flow.current });
  }

  /** The schema of the job may have been read by now. */
  renewFlow(): void {
    const flow = this.#flow.renew(this.#services.connections.active);
    if (flow !== undefined) this.#preview.send({ type: 'flow', flow });
  }

  /** Reports about a shown record what takes longer than reading it. */
  async show(detail: PreviewDetail): Promise<void> {
    this.#shown = detail.row;
    await this.#repair.show(detail, this.#preview.mapping());
    await this.#tellHistory(detail.row);
  }

  async answer(request: CardRequest): Promise<void> {
    switch (request.type) {
      case 'showRule':
        await this.#showRule(request.offset);
        return;
      case 'showAttribute':
        await this.#showAttribute(request);
        return;
      case 'showMapping':
        await this.#flow.show(this.#services, request.attribute);
        return;
      case 'showResult':
        await this.#history.reveal(request.record);
        return;
      case 'lookBack':
        this.#history.lookBack();
        if (this.#shown?.record === request.record) await this.#tellHistory(this.#shown);
        return;
      case 'fix':
        await this.#repair.make(request.record, request.fix);
        return;
      case 'chosen':
        this.#cursor.moveTo(request.line);
    }
  }

  async #tellHistory(row: PreviewRow): Promise<void> {
    const { fingerprint } = this.#preview.reading;
    const happened = await this.#history.of(row, this.#preview.run(), fingerprint);
    if (this.#shown !== row) return;
    this.#preview.send({ type: 'happened', record: row.record, ...(happened !== undefined && { happened }) });
  }

  async #followCursor(line: number): Promise<void> {
    const record = await this.#preview.reading.recordAtLine(line);
    if (record !== undefined && record !== this.#shown?.record) this.#preview.send({ type: 'cursor', record });
  }

  async #showRule(offset: number): Promise<void> {
    const mapping = this.#preview.mapping();
    if (mapping === undefined) return;
    const document = await workspace.openTextDocument(mapping);
    await showText(document, [document.lineAt(document.positionAt(offset)).range]);
  }

  /** The operation on the page, as a document. */
  async #showAttribute({ record, rule }: Extract<CardRequest, { type: 'showAttribute' }>): Promise<void> {
    const detail = await this.#preview.reading.detail(record);
    if (detail === undefined || detail.operation === '') return;
    const { operation, row, rules } = detail;
    const key = { record: String(record), content: contentKey(operation) };
    const uri = this.#services.operations.keepText(`${plainText(row.id, 80)} operation.json`, key, operation);
    const document = await workspace.openTextDocument(uri);
    const span = rules[rule]?.span;
    await showText(document, span === undefined ? [] : [rangeOf(document, span)]);
  }
}
