import { loadJobSchema } from '../../core/jobSchema/loadJobSchema';
import { readJsonText } from '../../core/json/readJsonText';
import { anchorFindings } from '../../core/examine/anchorFindings';
import { loadMapping } from '../../core/mapping/loadMapping';
import { reviewMapping } from '../../core/examine/reviewMapping';
import { checkPayloadText } from '../../core/payload/checkPayloadText';
import { recognise } from '../../core/payload/document/recognisePayload';
import type { Problem, RecordProblem } from '../../core/problems/problem';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import { review } from '../../core/problems/review';
import { examineExtract } from '../../extract/examineExtract';
import { isDescriptor } from '../../files/openPipe';
import { readText } from '../../files/readText';
import { UsageError } from '../command';
import { extractBytes } from './extractBytes';
import { isJsonFile, readJsonFile } from './jsonFile';
import { refuseScript } from './refuseScript';
import type { Terminal } from '../terminal/terminal';

/** The problems of a file. `fatal`: why its extract cannot be read. */
interface CheckedDocument {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly fatal: readonly RecordProblem[];
}

interface CheckSettings {
  readonly extract: string | undefined;
  readonly levels: ProblemLevels;
  readonly terminal: Terminal;
}

export type DocumentCheck = (path: string, settings: CheckSettings) => Promise<CheckedDocument>;

/** A kind of document that can be checked. */
interface DocumentKind {
  /** As listed in the help. */
  readonly words: string;
  readonly isMine: (path: string) => boolean | Promise<boolean>;
  readonly check: DocumentCheck;
}

/** The kinds of documents. The first that accepts a file checks it. */
const documentKinds: readonly DocumentKind[] = [
  { words: 'a mapping (.scimmap)', isMine: isMappingFile, check: checkMappingFile },
  {
    words: 'a payload (JSON: a bulk request or a single user), or the schema of a job (JSON)',
    isMine: isJsonFile,
    check: checkJsonFile,
  },
];

/** Whether a file is a mapping. A pipe has no extension, so its content counts as a mapping unless it is JSON. */
async function isMappingFile(path: string): Promise<boolean> {
  return path.endsWith('.scimmap') || (isDescriptor(path) && !(await isJsonFile(path)));
}

export const documentWords: string = documentKinds.map(({ words }) => words).join(', or ');

/** The check for a file. Throws {@link UsageError} if there is none. */
export async function documentCheck(path: string): Promise<DocumentCheck> {
  refuseScript(path);
  for (const { isMine, check } of documentKinds) if (await isMine(path)) return check;
  throw new UsageError(`${path} cannot be checked: FILE is ${documentWords}.`);
}

async function checkMappingFile(path: string, { extract, levels, terminal }: CheckSettings): Promise<CheckedDocument> {
  const text = await readText(path, 'mapping');
  const withoutExtract = loadMapping(text);
  if (extract === undefined) return { text, problems: reviewMapping(withoutExtract, { levels }), fatal: [] };
  const { header, findings, fatal } = await examineExtract(extractBytes(extract, terminal), withoutExtract);
  const loaded = header === undefined ? withoutExtract : loadMapping(text, { columns: header.columns });
  const values = anchorFindings(loaded, findings.findings);
  return { text, problems: reviewMapping(loaded, { values, levels }), fatal };
}

async function checkJsonFile(path: string, { levels }: CheckSettings): Promise<CheckedDocument> {
  const { text, problems } = await readJsonFile(path);
  // Without valid UTF-8, other problems are unreliable
  const found = problems.length > 0 ? problems : problemsOfJson(text, path);
  return { text, problems: review(found, levels), fatal: [] };
}

function problemsOfJson(text: string, path: string): readonly Problem[] {
  return recognise(text, path) === 'jobSchema'
    ? loadJobSchema(readJsonText(text)).problems
    : checkPayloadText(text).problems;
}
