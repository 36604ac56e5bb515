import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { Lineage } from '../../preview/lineage';
import type { HappenedRemark, JobFlow, OfferedFix, PreviewDetail, PreviewPrediction } from '../../preview/previewState';
import type { ToPage } from '../../preview/protocol';
import type { Editor } from '../editor';
import type { ShowCells } from '../remark';
import type { StateLook } from '../stateLook';
import { LineageLights } from './lineageLights';
import { detailView } from './recordDetail';

/** What the page knows about the shown record. */
interface Shown {
  readonly outcome: StateLook | undefined;
  readonly marked: ReadonlySet<string>;
  readonly prediction: PreviewPrediction | undefined;
  readonly predict: () => void;
  readonly showCells: ShowCells;
}

type CardMessage = Extract<ToPage, { readonly type: 'flow' | 'happened' | 'fixes' }>;

/** The card of the selected record, with what the host reports about it by itself. */
export class ChosenCard {
  readonly #editor: Pick<Editor, 'tell'>;
  readonly #lights = new LineageLights(document);
  #flow: JobFlow = { source: '', attributes: [] };
  #record: number | undefined;
  #happened: HappenedRemark | undefined;
  #fixes: readonly OfferedFix[] = [];
  #followed: { readonly detail: PreviewDetail; readonly flow: JobFlow; readonly lineage: Lineage } | undefined;

  constructor(editor: Pick<Editor, 'tell'>) {
    this.#editor = editor;
  }

  /** Another record was selected: reports about the previous one are dropped. */
  choose(record: number): void {
    if (record === this.#record) return;
    this.#record = record;
    this.#happened = undefined;
    this.#fixes = [];
    // Its problems are at its top
    document.querySelector('.detail')?.scrollTo(0, 0);
  }

  hear(message: CardMessage): void {
    if (message.type === 'flow') this.#flow = message.flow;
    else if (message.record !== this.#record) return;
    else if (message.type === 'fixes') this.#fixes = message.fixes;
    else this.#happened = message.happened;
  }

  /** Drawn again only if its content changes: the page is drawn with each part of a large extract. */
  view(detail: PreviewDetail, shown: Shown): TemplateResult {
    const marked = [...shown.marked].join('\n');
    const parts = [detail, this.#flow, this.#happened, this.#fixes, shown.prediction, shown.outcome?.word, marked];
    return html`${guard(parts, () => this.#cardOf(detail, shown))}`;
  }

  #cardOf(detail: PreviewDetail, shown: Shown): TemplateResult {
    const { record } = detail.row;
    const tell: Editor['tell'] = (message) => {
      this.#editor.tell(message);
    };
    return detailView(detail, {
      ...shown,
      flow: this.#flow,
      lineage: this.#lineageOf(detail),
      happened: this.#happened,
      fixes: this.#fixes,
      showRule: (offset) => {
        tell({ type: 'showRule', offset });
      },
      showAttribute: (rule) => {
        tell({ type: 'showAttribute', record, rule });
      },
      showMapping: (attribute) => {
        tell({ type: 'showMapping', attribute });
      },
      openOperation: () => {
        tell({ type: 'openOperation', record });
      },
      showResult: () => {
        tell({ type: 'showResult', record });
      },
      lookBack: () => {
        tell({ type: 'lookBack', record });
      },
      fix: (fix) => {
        tell({ type: 'fix', record, fix });
      },
    });
  }

  /** The page has been drawn. */
  drawn(): void {
    this.#lights.renew();
  }

  #lineageOf(detail: PreviewDetail): Lineage {
    const flow = this.#flow;
    if (this.#followed?.detail !== detail || this.#followed.flow !== flow) {
      const lineage = new Lineage(detail, flow.attributes);
      this.#followed = { detail, flow, lineage };
      this.#lights.follow(lineage);
    }
    return this.#followed.lineage;
  }
}
