import type { JsonObject, JsonValue } from '../../json/jsonValue';
import type { JobFlavour } from '../job/compiledJob';
import { referenceText } from '../directory/referenceText';
import type { Directory, DirectoryUser } from '../directory/directory';
import { graphPathOf, isListInGraph } from './graphNames';
import type { TargetValue } from '../directory/targetValue';
import { targetText } from '../directory/targetValue';

/** A user in Graph's form, with members sorted by name. */
export function userJson({ id, values }: DirectoryUser, directory: Directory, flavour: JobFlavour): JsonObject {
  const members: (readonly [string, JsonValue])[] = [];
  for (const [target, value] of values) {
    const path = graphPathOf(target, flavour);
    if (target === 'manager') members.push([path, managerJson(targetText(value), directory, flavour)]);
    else members.push([path, isListInGraph(path, flavour) ? [targetText(value)] : valueJson(value)]);
  }
  return { id, ...nest(members.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))) };
}

/** All users, as a file that `readUsers` can read. */
export function writeUsers(directory: Directory, flavour: JobFlavour): string {
  const users = Array.from(directory.users(), (user) => JSON.stringify(userJson(user, directory, flavour)));
  return users.length === 0 ? '{ "value": [] }\n' : `{ "value": [\n  ${users.join(',\n  ')}\n] }\n`;
}

function managerJson(id: string, directory: Directory, flavour: JobFlavour): JsonValue {
  return flavour === 'API2AD' ? referenceText(id, directory) : { id };
}

/** Numbers that JSON readers would round are written as strings. */
function valueJson(value: TargetValue): JsonValue {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** Nests `employeeOrgData.division` as an object in the user. */
function nest(members: readonly (readonly [string, JsonValue])[]): JsonObject {
  const plain: (readonly [string, JsonValue])[] = [];
  const inner = new Map<string, (readonly [string, JsonValue])[]>();
  for (const [path, value] of members) {
    const dot = path.indexOf('.');
    if (dot <= 0) {
      plain.push([path, value]);
      continue;
    }
    const name = path.slice(0, dot);
    inner.set(name, [...(inner.get(name) ?? []), [path.slice(dot + 1), value]]);
  }
  const objects = [...inner].map(([name, parts]) => [name, nest(parts)] as const);
  return Object.fromEntries([...plain, ...objects]);
}
