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

/** An extract to be compared, and what with. */
export interface CompareInput {
  readonly bytes: ExtractPlace;
  readonly mapping: string;
  /** What functions of time and chance read, on both sides. */
  readonly moment: PlanMoment;
  /** How large an extract may be. */
  readonly limits?: SizeLimits;
  readonly name: string;
  /** What the user has chosen; what the mapping states goes first. */
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

/** What a comparison comes to; with what guards ask of it. */
export interface ComparedResult {
  readonly counts: readonly (readonly [kind: ComparedKind, count: number])[];
  /** How many people differ in each attribute. */
  readonly attributes: readonly (readonly [path: string, count: number])[];
  readonly own: SideSource & {
    readonly counts: ConversionCounts;
    readonly refused: CountedRecords;
    readonly survey: PlanSurvey;
    readonly findings: SourceFindings;
    readonly withoutId: number;
  };
  /** Whether the mapping has a rule for the id that people are recognised by. */
  readonly hasIdRule: boolean;
  readonly comparison: Comparison;
  /** What was compared with. */
  readonly lastSource: SideSource;
  /** Of another extract. */
  readonly other?: ComparedExtract;
}

/** Another extract: how it was read, and how many records it has that are not compared. */
interface ComparedExtract {
  readonly dialect: string;
  readonly records: number;
  /** That become no operation. */
  readonly leftOut: number;
  /** Whose id is missing, or cannot be read. */
  readonly withoutId: number;
  /** Whose id repeats an earlier one. */
  readonly repeated: number;
}

/** How far a comparison is. */
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
  /** What the job was last sent is not known, with the reason in a clause; `undefined`: nothing was sent. */
  | { readonly kind: 'unknown'; readonly version: number; readonly reason: string | undefined }
  /** One of the files is another by now. */
  | { readonly kind: 'changed'; readonly version: number };
