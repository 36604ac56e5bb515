import type { MappedRecord } from '../../../core/convert/compileMapping';
import type { MappingKnowledge } from '../../../core/mapping/loadMapping';
import type { PlanMoment } from '../../../core/convert/planMoment';
import type { ValueFindings } from '../../../core/examine/valueFinding';
import type { ExtractProfile } from '../../../core/profile/extractProfile';

/**
 * What is known about where a mapping will be used, besides its text. Everything may be missing: what is not known is
 * neither offered nor reported as wrong.
 */
export interface EditorKnowledge extends MappingKnowledge {
  readonly extract?: ExtractKnowledge;
  /** What keeps the extract from being read, where a line of the mapping settles it. */
  readonly unreadable?: UnreadableExtract;
}

/** An extract in another encoding than it is read in. */
export interface UnreadableExtract {
  /** The file's name, to be shown. */
  readonly name: string;
  /** The encoding that it looks like. */
  readonly encoding: string;
  /** Another one that it looks like as much, with other letters. */
  readonly orEncoding?: string;
  readonly line?: number;
}

/** The extract that the editor looks at. Its columns are `MappingKnowledge.columns`. */
export interface ExtractKnowledge {
  /** The file's name, to be shown. */
  readonly name: string;
  readonly profile?: ExtractProfile;
  /** The record whose values are shown beside the rules. */
  readonly record?: MappedRecord;
  /** What functions of time and chance read when that record is evaluated. */
  readonly moment?: PlanMoment;
  /** What the values of the extract do to the rules. */
  readonly values?: ValueFindings;
  /** Where a link to cells of one record leads: its physical line, from 1, and their columns. */
  readonly linkTo?: (line: number, columns: readonly string[]) => string;
}
