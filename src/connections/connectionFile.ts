import type { JsonObject } from '../core/json/jsonValue';
import { jsonLimits } from '../core/json/jsonLimits';
import { jsonKinds } from '../core/json/jsonProblemKinds';
import { isJsonObject, readJson, stringMember } from '../core/json/jsonValue';
import { firstMistake } from '../core/json/readJsonText';
import type { Problem } from '../core/problems/problem';
import { describeUnknown } from './file/members';
import type { SandboxConnectionFile } from './file/sandboxFile';
import { readSandbox, sandboxMembers } from './file/sandboxFile';
import type { TenantConnectionFile } from './tenantFile';
import { readTenant, tenantMembers } from './tenantFile';

/** The content of a connection file. */
export type ConnectionFile = SandboxConnectionFile | TenantConnectionFile;

/** Why a text is not a connection file, in one or two sentences. */
export interface ConnectionRefusal {
  readonly refusal: string;
}

/** A kind of connection: the members of its file, and its parser. */
interface FileKind {
  readonly members: readonly string[];
  readonly read: (json: JsonObject) => ConnectionFile | ConnectionRefusal;
}

const KINDS: Readonly<Record<ConnectionFile['kind'], FileKind>> = {
  sandbox: { members: sandboxMembers, read: readSandbox },
  tenant: { members: tenantMembers, read: readTenant },
};

/** Parses a connection file, or returns why it is not one. Unknown members are refused. */
export function parseConnectionFile(text: string): ConnectionFile | ConnectionRefusal {
  const mistake = firstMistake(text);
  if (mistake !== undefined) return { refusal: describeMistake(text, mistake) };
  const json = readJson(text);
  if ('error' in json) return { refusal: 'It is not JSON.' };
  if (!isJsonObject(json.value)) return { refusal: 'It must be a JSON object.' };
  const name = stringMember(json.value, 'kind') ?? '';
  const kind = Object.entries(KINDS).find(([candidate]) => candidate === name)?.[1];
  if (kind === undefined) return { refusal: 'Its "kind" must be "tenant" or "sandbox".' };
  const unknown = Object.keys(json.value).find((member) => !kind.members.includes(member));
  return unknown === undefined ? kind.read(json.value) : { refusal: describeUnknown(unknown, kind.members) };
}

/**
 * Describes where a text is not JSON. The problem's own message is not used, because it may quote the text, which may
 * contain a secret.
 */
function describeMistake(text: string, { code, span }: Problem): string {
  if (code === jsonKinds.tooDeep.code) return `It is nested more than ${jsonLimits.depth} levels deep.`;
  const lines = text.slice(0, span.start).split('\n');
  const place = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
  if (code === jsonKinds.duplicateMember.code) return `Duplicate member in ${place}. Remove one of the two.`;
  return `It is not valid JSON: see ${place}.`;
}
