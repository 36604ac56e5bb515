import type { Disposable } from 'vscode';
import { commands, Uri } from 'vscode';
import type { ComparedRequest } from '../../../preview/comparison/comparedPeople';
import { ALL_COMPARED } from '../../../preview/comparison/comparedPeople';
import type { ComparedOther, CompareState, CompareWish } from '../../../preview/comparison/compareState';
import type { FromPage, ToPage } from '../../../preview/protocol';
import type { OtherInput } from '../../../worker/comparing/protocol';
import { commandIds } from '../../contributions';
import { notePicked } from '../../documents/knownFiles';
import { extractPlace, fileName, mappingText } from '../../extracts/extractFile';
import { showCells } from '../../extracts/showCells';
import { runCommand } from '../../runCommand';
import type { Services } from '../../services';
import { throttleTrailing } from '../../throttleTrailing';
import type { PreviewReading } from '../previewReading';
import { ChosenOthers, LAST_SENT } from './chosenOthers';
import { comparedContent } from './comparedContent';
import type { HowFar } from './comparisonStates';
import { readingState, unusableState } from './comparisonStates';
import { askForOther, otherInput } from './otherSide';
import { watchExtract } from './watchExtract';

/** Milliseconds after a change before it is compared again: changes come in bursts. */
const PATIENCE = 400;

/** Number of comparisons so far, for unique keys. */
let comparisons = 0;

interface ComparedPreview {
  readonly extract: Uri;
  readonly mapping: () => Uri | undefined;
  readonly reading: Pick<PreviewReading, 'moment' | 'chosenEncoding'>;
  readonly send: (message: ToPage) => void;
}

/** The other side of a preview's extract, and the comparison: it is repeated whenever one of them changes, if it is visible. */
export class FollowedComparison implements Disposable {
  readonly #services: Services;
  readonly #preview: ComparedPreview;
  readonly #key = `compare ${++comparisons}`;
  readonly #others: ChosenOthers;
  readonly #soon: ReturnType<typeof throttleTrailing>;
  readonly #disposables: { dispose(): unknown }[];
  #watched: { readonly uri: Uri; readonly watching: Disposable } | undefined;
  #request: ComparedRequest = ALL_COMPARED;
  /** Whether it has been visible, and whether the preview's content is complete. */
  #isWanted = false;
  #isRead = false;
  /** Whether a new page shows it at once. */
  #isToBeSeen = false;
  #stop: AbortController | undefined;
  #state: CompareState | undefined;
  #edition = 0;

  constructor(services: Services, preview: ComparedPreview) {
    this.#services = services;
    this.#preview = preview;
    this.#others = new ChosenOthers(services.layoutMemory.workspace);
    this.#soon = throttleTrailing(PATIENCE, () => {
      this.#begin();
    });
    this.#disposables = [
      this.#soon,
      this.#others.onDidChoose(({ extract, isShown }) => {
        if (extract === preview.extract.toString()) this.#chosenAgain(isShown);
      }),
      services.settings.onDidChange(() => {
        this.#again();
      }),
      services.runs.onDidChange((run) => {
        // What the job was last sent has changed
        if (run?.active === undefined && this.#chosen === LAST_SENT) this.#again();
      }),
    ];
  }

  dispose(): void {
    this.#stop?.abort();
    this.#watched?.watching.dispose();
    for (const each of this.#disposables) each.dispose();
    void this.#drop();
  }

  /** The page is new, and shows everybody. */
  async start(): Promise<void> {
    this.#isWanted = false;
    await this.narrow(ALL_COMPARED);
    if (this.#isToBeSeen) this.#preview.send({ type: 'tab', tab: 'compare' });
  }

  /** It is visible now. */
  look(): void {
    this.#isToBeSeen = false;
    this.#isWanted = true;
    this.#post();
    this.#begin();
  }

  /** The preview has read another content completely. */
  follow(): void {
    this.#isRead = true;
    this.#again();
  }

  async wish(wish: CompareWish): Promise<void> {
    switch (wish) {
      case 'extract': {
        const other = await askForOther(this.#preview.extract, this.#preview.mapping());
        await this.#choose(other.toString());
        return;
      }
      case 'baseline':
        await this.#choose(LAST_SENT);
        return;
      case 'nothing':
        await this.#choose(undefined);
        return;
      case 'swap':
        await this.#swap();
        return;
      case 'stop':
        await this.#stopReading();
        return;
      case 'again':
        this.#begin();
        return;
      case 'readAs':
        await this.#readAs();
    }
  }

  /** Filters the list of people. */
  async narrow(request: ComparedRequest): Promise<void> {
    this.#request = request;
    await this.#services.conversions.ask('narrowCompared', { key: this.#key, request });
  }

  async rows({ id, ...place }: Extract<FromPage, { readonly type: 'comparedRows' }>): Promise<void> {
    const { view, from, count } = place;
    const rows = await this.#services.conversions.ask('comparedRows', { key: this.#key, view, from, count });
    this.#preview.send(
      rows === undefined
        ? { type: 'failed', id, message: 'The list has changed since these rows were requested.' }
        : { type: 'comparedRows', id, rows },
    );
  }

  async detail({ id, record }: Extract<FromPage, { readonly type: 'comparedDetail' }>): Promise<void> {
    const detail = await this.#services.conversions.ask('comparedDetail', { key: this.#key, record });
    this.#preview.send(
      detail === undefined
        ? { type: 'failed', id, message: 'The comparison no longer contains this person.' }
        : { type: 'comparedDetail', id, detail },
    );
  }

  /** Shows cells of the other extract. */
  async showOther(place: { readonly line: number; readonly columns: readonly string[] }): Promise<void> {
    const [other, mapping] = [this.#otherExtract, this.#preview.mapping()];
    if (other === undefined) return;
    const text = mapping === undefined ? undefined : await mappingText(mapping);
    await showCells(this.#services, other, place, { mapping: text, encoding: this.#services.encodings.of(other) });
  }

  /** The address of another extract, or the constant for what was last sent. */
  get #chosen(): string | undefined {
    return this.#others.of(this.#preview.extract);
  }

  get #otherExtract(): Uri | undefined {
    const chosen = this.#chosen;
    return chosen === undefined || chosen === LAST_SENT ? undefined : Uri.parse(chosen);
  }

  async #choose(other: string | undefined): Promise<void> {
    const uri = other === undefined || other === LAST_SENT ? undefined : Uri.parse(other);
    notePicked(uri);
    await this.#others.keep(this.#preview.extract, other);
  }

  /** The other side has changed, by the user or another preview. */
  #chosenAgain(isShown: boolean): void {
    this.#state = undefined;
    this.#begin();
    this.#isToBeSeen = isShown;
    if (isShown) this.#preview.send({ type: 'tab', tab: 'compare' });
  }

  /** Opens a preview for the other extract, which compares it with this one. */
  async #swap(): Promise<void> {
    const [other, mapping] = [this.#otherExtract, this.#preview.mapping()];
    if (other === undefined || mapping === undefined) return;
    notePicked(other, mapping);
    await commands.executeCommand(commandIds.previewExtract, other, mapping);
    await this.#others.keep(other, this.#preview.extract.toString(), true);
  }

  async #stopReading(): Promise<void> {
    const other = this.#describe();
    this.#stop?.abort();
    await this.#drop();
    if (other !== undefined) this.#show({ kind: 'stopped', other });
  }

  async #readAs(): Promise<void> {
    const encoding = this.#state?.kind === 'unusable' ? this.#state.readAs : undefined;
    const other = this.#otherExtract;
    if (encoding === undefined || other === undefined) return;
    await this.#services.encodings.choose(other, encoding);
    this.#begin();
  }

  get #own(): string {
    return fileName(this.#preview.extract);
  }

  #describe(): ComparedOther | undefined {
    const other = this.#otherExtract;
    if (other !== undefined) return { kind: 'extract', name: fileName(other) };
    if (this.#chosen === undefined) return undefined;
    return { kind: 'baseline', connection: this.#services.connections.active.name };
  }

  /** One of the sides has changed. */
  #again(): void {
    if (this.#isWanted && this.#state?.kind !== 'stopped') this.#soon.call();
  }

  #begin(): void {
    this.#stop?.abort();
    if (!this.#isWanted || !this.#isRead) return;
    const stop = new AbortController();
    this.#stop = stop;
    void runCommand('Comparison', this.#services, () => this.#compare(stop.signal));
  }

  async #compare(signal: AbortSignal): Promise<void> {
    const [other, mapping] = [this.#describe(), this.#preview.mapping()];
    this.#watch();
    if (other === undefined || mapping === undefined) {
      await this.#drop();
      this.#show({ kind: 'none', connection: this.#services.connections.active.name });
      return;
    }
    this.#showReading(other, { side: 'other', share: 0 });
    const input = await otherInput(this.#services, other, { extract: this.#otherExtract, signal });
    if (signal.aborted) return;
    if ('unusable' in input) {
      this.#show({ kind: 'unusable', other, text: input.unusable, problems: [] });
      return;
    }
    await this.#follow(other, { mapping: await mappingText(mapping), input }, signal);
  }

  async #follow(
    other: ComparedOther,
    { mapping, input }: { readonly mapping: string; readonly input: OtherInput },
    signal: AbortSignal,
  ): Promise<void> {
    const { conversions, settings } = this.#services;
    const { extract, reading } = this.#preview;
    const { moment, chosenEncoding } = reading;
    let status = await conversions.ask('compare', {
      key: this.#key,
      name: this.#own,
      bytes: await extractPlace(extract),
      mapping,
      moment,
      limits: settings.current.limits,
      other: input,
      request: this.#request,
      ...(chosenEncoding !== undefined && { encoding: chosenEncoding }),
    });
    this.#edition++;
    const { limits } = (await this.#services.sending()).context();
    const { kind } = this.#services.connections.active;
    while (status !== undefined && !signal.aborted) {
      if (status.kind === 'reading') this.#showReading(other, status);
      else if (status.kind === 'compared') {
        const content = comparedContent(status, { other, kind, limits, edition: this.#edition });
        this.#show({ kind: 'compared', other, content, isRenewed: false });
      } else {
        if (status.kind === 'changed') this.#again();
        else this.#show(unusableState(other, this.#own, status));
        return;
      }
      status = await conversions.ask('compareStatus', { key: this.#key, version: status.version });
    }
  }

  #showReading(other: ComparedOther, status: HowFar): void {
    // The old comparison stays until the new one is ready
    if (this.#state?.kind === 'compared') {
      if (!this.#state.isRenewed) this.#show({ ...this.#state, isRenewed: true });
      return;
    }
    this.#show(readingState(other, this.#own, status));
  }

  #show(state: CompareState): void {
    this.#state = state;
    this.#post();
  }

  #post(): void {
    if (this.#state !== undefined) this.#preview.send({ type: 'comparison', state: this.#state });
  }

  /** Follows the other extract, including changes by other programs. */
  #watch(): void {
    const uri = this.#otherExtract;
    if (uri?.toString() === this.#watched?.uri.toString()) return;
    this.#watched?.watching.dispose();
    this.#watched = undefined;
    if (uri === undefined) return;
    const watching = watchExtract(uri, () => {
      this.#again();
    });
    this.#watched = { uri, watching };
  }

  async #drop(): Promise<void> {
    await this.#services.conversions.ask('drop', { key: this.#key }).catch(() => {
      // The worker has ended, and its data is lost
    });
  }
}
