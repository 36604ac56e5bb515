import type { Comparison } from '../../core/baseline/comparison';
import type { PlanSurvey, SourceFindings } from '../../core/baseline/survey';
import type { PlanMoment } from '../../core/convert/planMoment';
import type { ConversionCounts } from '../../core/convert/recordEvent';
import type { SizeLimits } from '../../core/csv/extractEvent';
import type { CountedRecords } from '../../core/problems/countedRecords';
import type { RecordProblem } from '../../core/problems/problem';
import type { SideSource } from '../../extract/comparing/readSide';
import type { ExtractPlace } from '../../extract/index/extractPlace';
import type { ComparedKind, ComparedList, ComparedRequest } from '../../preview/comparison/comparedPeople';

/** An extract to compare, and what to compare it with. */
export interface CompareInput {
  readonly bytes: ExtractPlace;
  readonly mapping: string;
  /** The input of functions of time and chance, on both sides. */
  readonly moment: PlanMoment;
  /** The maximum size of an extract. */
  readonly limits?: SizeLimits;
  readonly name: string;
  /** The user's choices; the mapping's own settings take precedence. */
  readonly encoding?: string;
  readonly other: OtherInput;
  readonly request: ComparedRequest;
}

export type OtherInput =
  | {
      readonly kind: 'extract';
      readonly name: string;
      readonly bytes: ExtractPlace;
      readonly encoding?: string;
    }
  /** What a job was last sent: the file, and the key of its hashes. */
  | { readonly kind: 'baseline'; readonly path: string; readonly key: Uint8Array };

export type Side = 'own' | 'other';

/** The result of a comparison, with the facts that guards need. */
export interface ComparedResult {
  readonly counts: readonly (readonly [kind: ComparedKind, count: number])[];
  /** The number of people who differ in each attribute. */
  readonly attributes: readonly (readonly [path: string, count: number])[];
  readonly own: SideSource & {
    readonly counts: ConversionCounts;
    readonly refused: CountedRecords;
    readonly survey: PlanSurvey;
    readonly findings: SourceFindings;
    readonly withoutId: number;
  };
  /** Whether the mapping has a rule for the id that identifies people. */
  readonly hasIdRule: boolean;
  readonly comparison: Comparison;
  /** What the extract was compared with. */
  readonly lastSource: SideSource;
  /** The other extract; absent where the comparison is with what was last sent. */
  readonly other?: ComparedExtract;
}

/** Another extract: how it was read, and how many of its records are not compared. */
interface ComparedExtract {
  readonly dialect: string;
  readonly records: number;
  /** Records that do not become an operation. */
  readonly leftOut: number;
  /** Records whose id is missing, or cannot be read. */
  readonly withoutId: number;
  /** Records whose id repeats an earlier one. */
  readonly repeated: number;
}

/** The progress of a comparison. */
export type CompareStatus =
  | { readonly kind: 'reading'; readonly version: number; readonly side: Side; readonly share: number }
  | {
      readonly kind: 'compared';
      readonly version: number;
      readonly result: ComparedResult;
      readonly list: ComparedList;
    }
  /** One of the extracts cannot be read. */
  | {
      readonly kind: 'problems';
      readonly version: number;
      readonly side: Side;
      readonly problems: readonly RecordProblem[];
    }
  /** What the job was last sent is not known, with the reason as a clause; `undefined`: nothing was sent. */
  | { readonly kind: 'unknown'; readonly version: number; readonly reason: string | undefined }
  /** One of the files has changed. */
  | { readonly kind: 'changed'; readonly version: number };
