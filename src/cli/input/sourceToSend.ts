import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { PlanMoment } from '../../core/convert/planMoment';
import type { SizeLimits } from '../../core/csv/extractEvent';
import type { GuardFinding } from '../../core/guards/guard';
import { saidByGuards } from '../../core/guards/saidByGuards';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { RecordProblem } from '../../core/problems/problem';
import type { Plan } from '../../core/run/plan';
import type { PlannedBodies } from '../../core/run/plannedBody';
import { planPayload, sendingOf } from '../../core/run/planPayload';
import { examinedValues } from '../../extract/examinedBytes';
import { hashBody } from '../../extract/hashBody';
import { hmacOf } from '../../extract/hmacOf';
import { bodiesOfPlan, planExtract } from '../../extract/planExtract';
import { extractPlanner } from '../../sending/extractPlanner';
import { payloadPlanner, surveyAlone } from '../../sending/payloadPlanner';
import type { PlannedSource, Planner } from '../../sending/planner';
import type { Invocation } from '../command';
import { needed } from '../command';
import { printDocumentProblems } from '../terminal/documentProblem';
import { ProblemPrinter } from '../terminal/problemPrinter';
import type { ProblemPlaces } from '../terminal/problemText';
import { messageLine } from '../terminal/terminal';
import { extractSource } from './extractSource';
import { isJsonFile, readJsonFile } from './jsonFile';
import { readMapping } from './readMapping';
import { readAsAsked } from './readOptions';
import { refuseScript } from './refuseScript';
import { sizeLimits } from './sizeLimits';

/** The source to send: an extract with its mapping, or a payload. */
export interface SourceToSend {
  readonly planner: Planner;
  /** As the user named it. */
  readonly name: string;
  /** Whether it reads standard input, so that no question can be asked there. */
  readonly isStandardInput: boolean;
  /** The bytes of an extract and its mapping; absent for a payload. */
  readonly extract?: {
    readonly read: () => AsyncIterable<Uint8Array>;
    readonly loaded: LoadedMapping;
  };
  /** Its plan without a destination, and the bodies. */
  alone(moment: PlanMoment): Promise<PlannedAlone | { readonly problems: readonly RecordProblem[] }>;
  /**
   * Prints the problems of records on standard error.
   *
   * @param about their extract, if it is a different one, and the findings of guards
   */
  report(found: Pick<Plan, 'records' | 'warnings'> | readonly RecordProblem[], about?: ReportedWith): Promise<void>;
}

interface ReportedWith {
  readonly extract?: string;
  readonly guards?: readonly GuardFinding[];
}

/** A plan without a destination, with the facts about its source that guards need. */
export interface PlannedAlone extends Pick<PlannedSource, 'plan' | 'survey' | 'findings' | 'hidden'> {
  readonly bodies: () => PlannedBodies;
}

/** The paths of the extract and the mapping, as the command names them or as a run has recorded them. */
export interface SourcePlaces {
  readonly source: string;
  readonly mapping: string | undefined;
}

/**
 * Opens the source to send. Prints the problems of a mapping or a payload on standard error; returns `undefined` if one
 * of them prevents sending. A file without a mapping is a payload; standard input is an extract. Throws `UsageError`
 * and `FileError`.
 */
export async function sourceToSend(
  { source, mapping }: SourcePlaces,
  invocation: Invocation,
  json: boolean,
): Promise<SourceToSend | undefined> {
  refuseScript(source);
  if (mapping === undefined && source !== '-' && (await isJsonFile(source)))
    return payloadToSend(source, invocation, json);
  return extractToSend(source, mapping ?? needed(invocation, 'mapping'), invocation, json);
}

async function payloadToSend(path: string, { terminal }: Invocation, json: boolean): Promise<SourceToSend | undefined> {
  const decoded = await readJsonFile(path);
  const { planned, problems } =
    decoded.problems.length > 0
      ? { planned: undefined, problems: decoded.problems }
      : planPayload(decoded.text, hashBody);
  await printDocumentProblems(path, decoded.text, problems, terminal, json);
  if (planned === undefined) {
    await terminal.err(messageLine('Nothing was sent: correct the errors of the payload.', json));
    return undefined;
  }
  const planner = payloadPlanner(planned, { name: basename(path), path: resolve(path), text: decoded.text });
  const { bodies } = sendingOf(planned);
  return {
    planner,
    name: path,
    isStandardInput: false,
    alone: () => Promise.resolve({ ...surveyAlone(planned), bodies: () => bodies }),
    report: () => Promise.resolve(),
  };
}

async function extractToSend(
  name: string,
  path: string,
  invocation: Invocation,
  json: boolean,
): Promise<SourceToSend | undefined> {
  const { terminal } = invocation;
  const given = await readMapping(path, terminal, json);
  if (given === undefined) return undefined;
  const loaded = readAsAsked(given, invocation);
  const isStandardInput = name === '-';
  const read = extractSource(name, terminal);
  const limits = sizeLimits(invocation);
  const planner = extractPlanner(
    {
      name: isStandardInput ? 'standard input' : basename(name),
      ...(isStandardInput ? {} : { path: resolve(name) }),
      read,
      limits,
    },
    { name: basename(path), path: resolve(path), loaded },
  );
  const places: ProblemPlaces = {
    extract: name,
    mapping: { path, loaded },
    stopsOnRepeatedIds: true,
    showValues: invocation.flag('show-values'),
  };
  const report: SourceToSend['report'] = async (found, { extract = name, guards = [] } = {}) => {
    const printer = new ProblemPrinter(terminal, { ...places, extract }, json);
    if ('warnings' in found) {
      await printer.printListed(found.warnings);
      await printer.printListed(found.records.refusals.first);
      const reported = saidByGuards(guards);
      const examined = await examinedValues(read(), loaded, { limits });
      const problems = examined.problems.filter(({ code }) => !reported.has(code));
      await printDocumentProblems(path, loaded.parsed.text, problems, terminal, json, places.showValues);
    } else for (const problem of found) await printer.print(problem);
    await printer.finish();
  };
  const alone = (moment: PlanMoment) => planAlone(read, loaded, { moment, limits });
  return { planner, name, isStandardInput, extract: { read, loaded }, alone, report };
}

/** Plans without storing anything: ids are hashed with a throwaway key. */
async function planAlone(
  read: () => AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: { readonly moment: PlanMoment; readonly limits: Partial<SizeLimits> },
): Promise<PlannedAlone | { readonly problems: readonly RecordProblem[] }> {
  const reading = await planExtract(read(), loaded, { ...options, hmac: hmacOf(randomBytes(32)) });
  if ('fatal' in reading) return { problems: reading.fatal };
  return { ...reading, bodies: () => bodiesOfPlan(reading.plan, read, loaded, options) };
}
