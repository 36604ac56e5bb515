import type { ComparedPeople } from '../baseline/comparedPeople';
import type { Comparison } from '../baseline/comparison';
import type { BaselinePeople } from '../baseline/comparisonBuilder';
import { ComparisonBuilder } from '../baseline/comparisonBuilder';
import { digestColumns, DigestRows } from '../baseline/digestRows';
import type { SourceFindings, PlanSurvey } from '../baseline/survey';
import { SurveyBuilder } from '../baseline/surveyBuilder';
import type { Hmac } from '../baseline/keyedHashes';
import { attributeHash, ID_LENGTH, idHash } from '../baseline/keyedHashes';
import { Active, ResourceScanner } from '../baseline/resourceScanner';
import { fromBytes } from '../bytes/fromBytes';
import { bulkIdOf } from '../convert/bulkId';
import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';
import type { DamageWatch } from '../convert/damage/damagedColumns';
import { excelError } from '../convert/damage/damageKinds';
import type { PlanMoment } from '../convert/planMoment';
import { contextsOf } from '../convert/planMoment';
import type { ConversionCounts, RecordEvent } from '../convert/recordEvent';
import { recordProblems } from '../convert/recordProblems';
import type { Requests, WrittenOperation } from '../convert/requestWriter';
import type { DefaultProbe } from '../convert/switchDefault';
import { compileDefaultProbe } from '../convert/switchDefault';
import type { LoadedMapping } from '../mapping/loadMapping';
import type { ResolvedRule } from '../mapping/model/model';
import { RecordCounter } from '../problems/countedRecords';
import type { RecordProblem } from '../problems/problem';
import { formatAttributePath } from '../scim/attributePath';
import { writeBulkRequest, writeOperation } from '../scim/bulkRequest';
import { cutTo } from '../bytes/cutTo';
import type { HiddenPerson } from './people/hiddenPeople';
import { HiddenPeopleBuilder } from './people/hiddenPeople';
import { LostZeros } from './people/lostZeros';
import type { PeopleSelection } from './people/peopleSelection';
import type { Plan } from './plan';
import { FateCode, isSent } from './plan';
import type { HashBody } from './planBuilder';
import { PlanBuilder } from './planBuilder';
import { textOf } from './textOf';
import { constantIdentity, unstableIdentity } from '../baseline/unstableIdentity';

/** A plan, with what is known about its people without calling the service. */
export interface SurveyedPlan {
  readonly plan: Plan;
  /** Eight bytes per record: the keyed hash of its matching id; zeros if it has none. */
  readonly ids: Uint8Array;
  readonly survey: PlanSurvey;
  readonly findings: SourceFindings;
  /** People whom the filter hides, whose accounts are to be looked up; absent if there are too many. */
  readonly hidden?: readonly HiddenPerson[];
  /** The comparison with what was last sent to the job; absent if that is unknown. */
  readonly comparison?: Comparison;
  /** How each record compares with it; absent unless {@link SurveyInput.isNoted} is set. */
  readonly compared?: ComparedPeople;
  /** Operations of the pilot request, or 0. */
  readonly pilot: number;
}

export interface SurveyInput {
  readonly loaded: LoadedMapping;
  /** The columns of the extract. */
  readonly columns: readonly string[];
  readonly moment?: PlanMoment;
  /** A second instance of the mapping; see {@link PlanBuilder}. */
  readonly names: CompiledMapping;
  readonly damage: DamageWatch;
  readonly hash: HashBody;
  readonly hmac: Hmac;
  readonly selection: PeopleSelection;
  /** What was last sent to the job. */
  readonly baseline?: BaselinePeople;
  /** Whether to note how each record compares with the baseline. */
  readonly isNoted?: boolean;
}

/** Builds a plan from a conversion, and decides which operations it contains. */
export class SurveyedPlanBuilder {
  readonly #builder: PlanBuilder;
  readonly #input: SurveyInput;
  readonly #scanner: ResourceScanner;
  readonly #survey: SurveyBuilder;
  readonly #comparison: ComparisonBuilder | undefined;
  readonly #digests: DigestRows;
  readonly #probe: DefaultProbe | undefined;
  readonly #damagedIds = new RecordCounter();
  readonly #damagedElsewhere = new RecordCounter();
  readonly #lostZeros = new LostZeros();
  readonly #hiddenLeavers = new RecordCounter();
  readonly #hidden = new HiddenPeopleBuilder();
  readonly #disabledByDefault = new RecordCounter();
  readonly #left = { unchanged: 0, unselected: 0 };
  readonly #pilotRecords: number[] = [];
  readonly #pilotOperations: string[] = [];
  #ids = new Uint8Array(1024 * ID_LENGTH);

  constructor(input: SurveyInput) {
    const { loaded, columns, moment, names, hash, hmac, baseline, isNoted } = input;
    const paths = loaded.model.rules.map(({ path }) => path);
    this.#input = input;
    this.#builder = new PlanBuilder(names, hash);
    this.#scanner = new ResourceScanner(paths, attributeHash(hmac));
    this.#survey = new SurveyBuilder(paths.map(formatAttributePath));
    const kept = digestColumns(paths);
    this.#digests = new DigestRows(kept);
    this.#comparison = baseline === undefined ? undefined : new ComparisonBuilder(baseline, kept, isNoted);
    const place = loaded.model.rules.findIndex(isActive);
    const rule = loaded.model.rules[place];
    const places = new Map(columns.map((column, index) => [column, index]));
    const lookup = { indexOf: (column: string) => places.get(column), empty: new Set(loaded.model.source.empty) };
    this.#probe =
      rule === undefined
        ? undefined
        : compileDefaultProbe(rule.expression, lookup, contextsOf(rule.expression, place, moment));
  }

  /** Processes an operation that was just written. Returns whether it stays in its request. */
  readonly filter = (operation: WrittenOperation): boolean => {
    const { row, out, dataStart } = operation;
    const [record, line] = [row.number, row.cut.rowLine];
    const scanner = this.#scanner;
    scanner.scan(out, dataStart);
    const id = idOf(scanner.id, this.#input.hmac);
    this.#noteId(record, id);
    this.#lostZeros.meet(scanner.manager);
    const isUnchanged = this.#comparison?.meet(id, scanner) === true;
    const fate = this.#input.selection.fateOf(record, isUnchanged);
    if (fate !== FateCode.unselected) this.#comparison?.count(record, line);
    if (isSent(fate)) {
      this.#digests.add(record, id, scanner);
      this.#count(operation, record, line);
    }
    if (fate === FateCode.operation) return true;
    if (fate === FateCode.pilot) {
      this.#pilotRecords.push(record);
      this.#pilotOperations.push(writeOperation(bulkIdOf(record), fromBytes(out.bytes, dataStart, out.at)));
    } else this.#left[fate === FateCode.unchanged ? 'unchanged' : 'unselected']++;
    const { idRange } = scanner;
    this.#builder.leave(
      record,
      line,
      fate,
      { bytes: out.bytes, ...idRange },
      { bytes: out.bytes, start: operation.name.start, end: operation.name.end },
    );
    return false;
  };

  addRequests(requests: Requests): void {
    this.#builder.addRequests(requests);
  }

  add(event: RecordEvent): void {
    this.#builder.add(event);
    if (event.kind === 'warning') {
      this.#survey.note(event.problem);
      return;
    }
    const { record } = event;
    const { names, hmac } = this.#input;
    const text = textOf('externalId', record, names);
    const id = text === undefined ? undefined : idHash(hmac, text);
    if (id !== undefined) this.#noteId(record.number, id);
    if (event.kind === 'refused') {
      if (event.problems.some(isSpoiltId)) this.#damagedIds.add(record.number, record.line);
    } else if (event.reason === 'where') {
      const wasActive = id !== undefined && this.#comparison?.hide(id, record.number, record.line) === true;
      const isLeaver = hasLeft(record, names);
      if (isLeaver) this.#hiddenLeavers.add(record.number, record.line);
      if (isLeaver || wasActive) this.#hidden.add(record, names);
    }
  }

  /** The digests of the plan's operations since the last call; valid until the next event. */
  takeDigests(): Uint32Array {
    return this.#digests.take();
  }

  finish(counts: ConversionCounts): SurveyedPlan {
    const pilot = this.#pilotRecords.length;
    const { unchanged, unselected } = this.#left;
    const inAll: ConversionCounts = {
      ...counts,
      operations: counts.operations + pilot,
      batches: counts.batches + (pilot > 0 ? 1 : 0),
      excluded: counts.excluded - pilot,
      ...(unchanged > 0 ? { unchanged } : {}),
      ...(unselected > 0 ? { unselected } : {}),
    };
    const body = writeBulkRequest(this.#pilotOperations);
    const hidden = this.#hidden.people;
    const mapping = this.#input.hash(this.#input.loaded.parsed.text);
    // Records at the end may have no id: extend the ids to cover them
    if (counts.records * ID_LENGTH > this.#ids.length) this.#noteId(counts.records, NO_ID);
    const plan = this.#builder.finish(inAll, pilot > 0 ? { body, records: this.#pilotRecords } : undefined);
    const ids = cutTo(this.#ids, counts.records * ID_LENGTH);
    const compared = this.#comparison?.compared(ids);
    return {
      plan,
      ids,
      survey: this.#survey.survey,
      findings: {
        damagedIds: this.#damagedIds.counted,
        damagedElsewhere: this.#damagedElsewhere.counted,
        lostZeros: this.#lostZeros.damaged(ids, this.#input.hmac, (record) => plan.records.lines[record - 1] ?? 0),
        hiddenLeavers: this.#hiddenLeavers.counted,
        disabledByDefault: this.#disabledByDefault.counted,
        unstableIdentity: unstableIdentity(this.#input.loaded.model),
        constantIdentity: constantIdentity(this.#input.loaded.model),
      },
      ...(hidden === undefined ? {} : { hidden }),
      ...(this.#comparison === undefined ? {} : { comparison: this.#comparison.finish({ mapping, isWhole: true }) }),
      ...(compared === undefined ? {} : { compared }),
      pilot,
    };
  }

  /** Counts an operation of the plan. */
  #count({ row }: WrittenOperation, record: number, line: number): void {
    this.#survey.add(this.#scanner, record, line);
    const spoilt = this.#input.damage.spoilt(record);
    if (spoilt !== undefined) (spoilt === 'id' ? this.#damagedIds : this.#damagedElsewhere).add(record, line);
    const probe = this.#probe;
    if (probe === undefined || this.#scanner.active !== Active.inactive) return;
    if (probe.isDefault(row.cellsAt(probe.columns), record)) this.#disabledByDefault.add(record, line);
  }

  #noteId(record: number, hash: Uint8Array): void {
    const at = (record - 1) * ID_LENGTH;
    if (at + ID_LENGTH > this.#ids.length) {
      const longer = new Uint8Array(Math.max(at + ID_LENGTH, this.#ids.length * 2));
      longer.set(this.#ids);
      this.#ids = longer;
    }
    this.#ids.set(hash, at);
  }
}

const NO_ID = new Uint8Array(ID_LENGTH);

function idOf(id: Uint8Array, hmac: Hmac): Uint8Array {
  return id.length === 0 ? NO_ID : hmac(id).subarray(0, ID_LENGTH);
}

function isActive({ path }: ResolvedRule): boolean {
  return path.urn === undefined && path.attribute === 'active';
}

/** Whether the rule for `active` makes a record inactive. */
function hasLeft({ cells, number }: MappedRecord, { rules }: CompiledMapping): boolean {
  if (cells.length === 0) return false;
  const outcome = rules.find(({ resolved }) => isActive(resolved))?.apply(cells, number);
  return outcome?.kind === 'value' && outcome.json === 'false';
}

/** Whether a record is refused because a spreadsheet damaged its id. */
function isSpoiltId({ code, path }: RecordProblem): boolean {
  return code === recordProblems.scientificId.code || (code === excelError.code && path === 'externalId');
}
