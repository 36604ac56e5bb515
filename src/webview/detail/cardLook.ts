import type { Lineage } from '../../preview/lineage';
import type { HappenedRemark, JobFlow, OfferedFix, PreviewPrediction } from '../../preview/previewState';
import type { ShowCells } from '../remark';
import type { StateLook } from '../stateLook';

/** The display of a record besides its own data, and the card's requests to the editor. */
export interface CardLook {
  /** The outcome of the record; absent where its mapping is not known. */
  readonly outcome: StateLook | undefined;
  /** The columns whose cells should be visible. */
  readonly marked: ReadonlySet<string>;
  readonly flow: JobFlow;
  readonly lineage: Lineage;
  /** What would happen to the person; `undefined` while that is unknown. */
  readonly prediction: PreviewPrediction | undefined;
  /** What the last run did; `undefined` if nothing of the extract was ever sent. */
  readonly happened: HappenedRemark | undefined;
  /** By their numbers. */
  readonly fixes: readonly OfferedFix[];
  readonly showCells: ShowCells;
  readonly showRule: (offset: number) => void;
  /** Shows a rule's result in the operation. */
  readonly showAttribute: (rule: number) => void;
  /** Shows the job's mapping of an attribute. */
  readonly showMapping: (attribute: number) => void;
  /** Opens the request that contains the record's operation. */
  readonly openOperation: () => void;
  readonly showResult: () => void;
  /** Requests what happened, if that requires reading large runs. */
  readonly lookBack: () => void;
  readonly fix: (number: number) => void;
  readonly predict: () => void;
}
