import type { Lineage } from '../../preview/lineage';
import type { HappenedRemark, JobFlow, OfferedFix, PreviewPrediction } from '../../preview/previewState';
import type { ShowCells } from '../remark';
import type { StateLook } from '../stateLook';

/** How a record is shown besides what it says itself, and what the card asks of the editor. */
export interface CardLook {
  /** The outcome of the record; absent where no mapping is known. */
  readonly outcome: StateLook | undefined;
  /** The columns whose cells somebody wants to see. */
  readonly marked: ReadonlySet<string>;
  readonly flow: JobFlow;
  readonly lineage: Lineage;
  /** What would happen to the person; `undefined` while that is unknown. */
  readonly prediction: PreviewPrediction | undefined;
  /** What the last run did; `undefined` where nothing of the extract was ever sent. */
  readonly happened: HappenedRemark | undefined;
  /** By their numbers. */
  readonly fixes: readonly OfferedFix[];
  readonly showCells: ShowCells;
  readonly showRule: (offset: number) => void;
  /** Shows in the operation what a rule gives. */
  readonly showAttribute: (rule: number) => void;
  /** Shows the job's mapping of an attribute. */
  readonly showMapping: (attribute: number) => void;
  /** Opens the request that the record's operation is in. */
  readonly openOperation: () => void;
  readonly showResult: () => void;
  /** Asks for what happened where that takes reading large runs. */
  readonly lookBack: () => void;
  readonly fix: (number: number) => void;
  readonly predict: () => void;
}
