import type { Event, Uri, WebviewPanel } from 'vscode';
import { Disposable, EventEmitter } from 'vscode';
import type { PreviewRun, PreviewState } from '../../preview/previewState';
import type { ToPage } from '../../preview/protocol';
import { notePicked } from '../documents/knownFiles';
import { fileName, mappingText } from '../extracts/extractFile';
import { throttleTrailing } from '../throttleTrailing';
import type { WindowRun } from '../runs/windowRun';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { answerTo } from './answers/answerTo';
import { FollowedComparison } from './comparison/followedComparison';
import { followChanges } from './followChanges';
import { FollowedOutlook } from './followedOutlook';
import { PreviewLayouts } from './previewLayouts';
import { previewAnswers } from './answers/previewAnswers';
import { createPreviewPage } from './previewPage';
import type { Shown } from './previewReading';
import { PreviewRequests } from './requests/previewRequests';
import { PreviewReading } from './previewReading';
import { previewedPlanning, previewedRun } from './previewedRun';
import type { Outlook } from './sendingOutlook';
import { RecordCard } from './card/recordCard';

/** Milliseconds between two updates of a run's progress. */
const RUN_PACE = 250;

/** Number of panels so far, for unique keys of their conversions. */
let panels = 0;

/** A panel that VS Code has made: the editor of an extract, or a restored preview. */
interface GivenPanel {
  readonly panel: WebviewPanel;
  readonly isEditor: boolean;
}

/** The preview of one extract, updated while the extract and the mapping are edited. */
export class PreviewPanel implements Disposable {
  readonly #services: Services;
  readonly #extract: Uri;
  #mapping: Uri | undefined;
  readonly #panel: WebviewPanel;
  /** Whether it is the editor of the extract, and not a preview beside it. */
  readonly #isEditor: boolean;
  readonly #layouts: PreviewLayouts;
  readonly #reading: PreviewReading;
  readonly #card: RecordCard;
  readonly #requests: PreviewRequests;
  readonly #disposed = new EventEmitter<void>();
  readonly #closed = new AbortController();
  readonly #disposables: { dispose(): unknown }[] = [];
  #state: PreviewState;
  readonly #outlook: FollowedOutlook;
  readonly #comparison: FollowedComparison;
  /** The last conversion whose outlook was requested. */
  #outlookRound = 0;
  /** Counts conversions: an answer to any but the last is dropped. */
  #round = 0;
  /** The run that was started from the current content. */
  #run: WindowRun | undefined;
  #shownRun: PreviewRun | undefined;
  /** The last record to scroll into sight, and its cells. */
  #revealed: Extract<ToPage, { type: 'reveal' }> | undefined;

  /** @param given the panel that VS Code has made. Default: a new one beside the active editor */
  constructor(services: Services, { extract, mapping }: Shown, given?: GivenPanel) {
    this.#services = services;
    notePicked(extract, mapping);
    this.#extract = extract;
    this.#mapping = mapping;
    this.#layouts = new PreviewLayouts(services.layoutMemory);
    this.#reading = new PreviewReading(services, `preview ${++panels}`);
    this.#state = { kind: 'loading', extract: fileName(extract) };
    this.#card = new RecordCard(services, {
      extract,
      reading: this.#reading,
      mapping: () => this.#mapping,
      run: () => this.#run,
      send: (message) => this.#send(message),
    });
    this.#outlook = new FollowedOutlook(services, (outlook) => {
      void runCommand('Preview', services, () => this.#showOutlook(outlook));
    });
    this.#comparison = new FollowedComparison(services, {
      extract,
      mapping: () => this.#mapping,
      reading: this.#reading,
      send: (message) => this.#send(message),
    });
    this.#requests = new PreviewRequests(services, {
      extract,
      reading: this.#reading,
      count: () => (this.#state.kind === 'ready' ? this.#state.content.requests.count : 0),
      send: (message) => this.#send(message),
      showRecord: (record) => {
        this.#panel.reveal();
        this.#send({ type: 'reveal', record, columns: [] });
      },
      closed: this.#closed.signal,
    });
    this.#isEditor = given?.isEditor === true;
    const page = createPreviewPage(services.extensionUri, fileName(extract), given?.panel);
    this.#panel = page.panel;
    const answers = previewAnswers(services, {
      extract,
      reading: this.#reading,
      card: this.#card,
      comparison: this.#comparison,
      requests: this.#requests,
      layouts: this.#layouts,
      mapping: () => this.#mapping,
      readAs: () => (this.#state.kind === 'problems' ? this.#state.readAs : undefined),
      statusWord: (row) => this.#statusWord(row),
      start: () => this.#startPage(),
      send: (message) => this.#send(message),
      closed: this.#closed.signal,
      show: (chosen) => this.show(chosen),
      convert: () => this.#convert(),
    });
    const ran = throttleTrailing(RUN_PACE, () => void runCommand('Preview', services, () => this.#followRun()));
    this.#disposables.push(
      ran,
      this.#card,
      this.#requests,
      this.#outlook,
      this.#comparison,
      services.plannings.onDidChange((uri) => {
        if (uri.toString() === this.#extract.toString()) this.#post();
      }),
      ...followChanges(services, extract, () => this.#mapping, {
        edited: () => void this.#convert(),
        ran: (run) => {
          this.#run = run;
          ran.call();
        },
      }),
      services.reveals.onDidRequest((uri) => {
        if (uri.toString() === this.#extract.toString())
          void runCommand('Extract', services, () => this.#revealRequested());
      }),
      this.#panel.onDidDispose(() => this.dispose()),
      this.#panel.webview.onDidReceiveMessage((message: unknown) => {
        const answer = answerTo(message, answers);
        if (answer !== undefined) void runCommand('Preview', services, answer);
      }),
    );
    page.start();
    void this.#convert();
  }

  get onDidDispose(): Event<void> {
    return this.#disposed.event;
  }

  show(mapping: Uri): void {
    notePicked(mapping);
    const changed = mapping.toString() !== this.#mapping?.toString();
    this.#mapping = mapping;
    this.#panel.reveal();
    if (!changed) return;
    this.#sendOrigin();
    void this.#convert();
  }

  dispose(): void {
    this.#round++;
    this.#closed.abort();
    void this.#reading.drop().catch(() => {
      // The worker has ended, and its data is lost
    });
    Disposable.from(...this.#disposables.splice(0)).dispose();
    this.#panel.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  async #convert(): Promise<void> {
    const round = ++this.#round;
    this.#outlook.forget();
    // The sent content is no longer the shown one
    if (this.#run !== undefined && this.#run.active === undefined) this.#forgetRun();
    const extract = this.#extract;
    const shown = this.#mapping === undefined ? { extract } : { extract, mapping: this.#mapping };
    await runCommand('Preview', this.#services, async () => {
      for await (const state of this.#reading.states(shown)) {
        if (round !== this.#round) return;
        this.#state = state;
        this.#post();
        this.#renewRequests(state, round);
        if (state.kind === 'ready' && state.content.isComplete && state.stale === undefined) this.#lookAhead(round);
        await this.#revealRequested();
      }
    });
  }

  /** Documents of requests show what would be sent now: once everything is read, and again when other people go first. */
  #renewRequests(state: PreviewState, round: number): void {
    if (state.kind !== 'ready') this.#requests.renew(state.kind);
    else if (state.content.isComplete) this.#requests.renew(`${round} ${state.content.requests.pilot}`);
  }

  /** Requests the outlook of sending once per complete reading. */
  #lookAhead(round: number): void {
    const mapping = this.#mapping;
    if (mapping === undefined || round === this.#outlookRound) return;
    this.#outlookRound = round;
    this.#comparison.follow();
    const { moment, chosenEncoding } = this.#reading;
    this.#outlook.follow(async () => ({
      extract: this.#extract,
      mapping,
      text: await mappingText(mapping),
      moment,
      isReadAsChosen: chosenEncoding !== undefined,
    }));
  }

  async #showOutlook(outlook: Outlook): Promise<void> {
    this.#post();
    if (outlook.readiness.kind !== 'checking') await this.#reading.predict(outlook);
  }

  #forgetRun(): void {
    this.#run = undefined;
    this.#shownRun = undefined;
    this.#reading.forgetRun();
  }

  /** Shows the progress of the run, and the state of each record. */
  async #followRun(): Promise<void> {
    if (this.#run === undefined) return;
    const { shown, states } = previewedRun(this.#run);
    this.#shownRun = shown;
    this.#post();
    await this.#reading.follow(states);
  }

  /** Scrolls to the requested record, once it is read. */
  async #revealRequested(): Promise<void> {
    const { reveals } = this.#services;
    const place = this.#isEditor ? reveals.placeIn(this.#extract) : undefined;
    if (place === undefined || this.#state.kind !== 'ready') return;
    const record = await this.#reading.recordAtLine(place.line);
    const { isComplete, counts } = this.#state.content;
    const isKnown = record !== undefined && (isComplete || record < counts.records);
    if (!isKnown) return;
    // The page may not be ready yet: then it gets what it has missed
    this.#revealed = { type: 'reveal', record, columns: place.columns };
    this.#send(this.#revealed);
    reveals.settle(this.#extract);
  }

  #post(): void {
    this.#send({ type: 'state', state: this.#state.kind === 'ready' ? this.#completed(this.#state) : this.#state });
  }

  /** Including what is known besides the extract. */
  #completed(state: Extract<PreviewState, { readonly kind: 'ready' }>): PreviewState {
    const run = this.#shownRun;
    const planning = this.#services.plannings.of(this.#extract);
    return {
      ...state,
      ...(run !== undefined && { run }),
      ...(this.#mapping !== undefined && state.content.isComplete && { readiness: this.#outlook.readiness }),
      ...(planning !== undefined && { planning: previewedPlanning(planning) }),
    };
  }

  /** What the page keeps for restoring it. */
  #sendOrigin(): void {
    this.#send({
      type: 'origin',
      extract: this.#extract.toString(),
      ...(this.#mapping !== undefined && { mapping: this.#mapping.toString() }),
      layout: this.#layouts.of(this.#extract),
    });
  }

  #statusWord(row: number): string | undefined {
    const shown = this.#state.kind === 'ready' ? this.#state.content.statuses?.rows[row] : undefined;
    return shown === undefined ? undefined : (shown.words[0] ?? '');
  }

  /** The page is ready, and shows all records. */
  async #startPage(): Promise<void> {
    this.#sendOrigin();
    // Both at once: the page may ask for the comparison as soon as anything is shown
    await Promise.all([this.#reading.showAll(), this.#comparison.start()]);
    this.#post();
    this.#card.start();
    if (this.#revealed !== undefined) this.#send(this.#revealed);
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
