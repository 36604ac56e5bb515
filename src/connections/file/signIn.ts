import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { isJsonObject, member, stringMember } from '../../core/json/jsonValue';
import { isGuid } from '../../tenant/endpoint';
import type { MemberShape, ObjectShape } from './members';
import { optional, refuseMembers, textMember } from './members';

/** The location of a secret. The secret itself is never in a connection file. */
export type SecretPlace = { readonly env: string } | { readonly file: string };

/** How a connection signs in. Paths are unresolved until {@link resolveSignIn}. */
export type SignIn =
  | { readonly kind: 'clientSecret'; readonly clientId: string; readonly secret: SecretPlace }
  | {
      readonly kind: 'clientCertificate';
      readonly clientId: string;
      /** PEM or PFX, with its private key. */
      readonly certificate: { readonly file: string };
      readonly password?: SecretPlace;
    }
  | { readonly kind: 'workloadIdentity'; readonly clientId: string; readonly tokenFile: string }
  /** `clientId` is only set for a user-assigned identity. */
  | { readonly kind: 'managedIdentity'; readonly clientId?: string }
  | { readonly kind: 'azureCli' }
  | { readonly kind: 'deviceCode'; readonly clientId: string }
  | { readonly kind: 'browser'; readonly clientId: string }
  /** The editor's own Microsoft account; only available in the editor. */
  | { readonly kind: 'vscodeAccount'; readonly clientId: string };

const MAX_PATH = 4096;

const clientId = textMember('the application (client) id, a GUID', isGuid);
const path = textMember('a path', isPath);
const secret: MemberShape = {
  expected: 'where the secret is, never the secret itself: {"env": "NAME"} or {"file": "PATH"}',
  accepts: isSecretPlace,
};
const certificate: MemberShape = {
  expected: 'where the certificate is: {"file": "PATH"}',
  accepts: (value) => isJsonObject(value) && hasOnly(value, 'file') && isPath(stringMember(value, 'file')),
};

/** The members of each way to sign in, besides `kind`, in the order in which they are written. */
const SHAPES: Readonly<Record<SignIn['kind'], ObjectShape>> = {
  clientSecret: { clientId, secret },
  clientCertificate: { clientId, certificate, password: optional(secret) },
  workloadIdentity: { clientId, tokenFile: path },
  managedIdentity: { clientId: optional(clientId) },
  azureCli: {},
  deviceCode: { clientId },
  browser: { clientId },
  vscodeAccount: { clientId },
};

const KINDS = Object.keys(SHAPES) as readonly SignIn['kind'][];
const kind = textMember(`one of ${KINDS.join(', ')}`, (text) => KINDS.some((each) => each === text));

/** Parses the `signIn` of a connection file, or returns why it is invalid. */
export function parseSignIn(json: JsonObject): SignIn | { readonly refusal: string } {
  const found = KINDS.find((each) => each === member(json, 'kind'));
  if (found === undefined) return { refusal: refuseMembers({ ...pick(json, 'kind') }, { kind }, 'signIn.') ?? '' };
  const shape = SHAPES[found];
  const refusal = refuseMembers(json, { kind, ...shape }, 'signIn.');
  if (refusal !== undefined) return { refusal };
  const members = Object.keys(shape).flatMap((name) => {
    const value = member(json, name);
    return value === undefined
      ? []
      : [[name, name === 'clientId' && typeof value === 'string' ? value.toLowerCase() : value]];
  });
  // Each member has been checked against the shape
  return { kind: found, ...Object.fromEntries(members) } as SignIn;
}

/** The sign-in with every path resolved relative to its connection file. */
export function resolveSignIn(signIn: SignIn, resolve: (path: string) => string): SignIn {
  const place = (at: SecretPlace): SecretPlace => ('file' in at ? { file: resolve(at.file) } : at);
  switch (signIn.kind) {
    case 'clientSecret':
      return { ...signIn, secret: place(signIn.secret) };
    case 'clientCertificate':
      return {
        ...signIn,
        certificate: { file: resolve(signIn.certificate.file) },
        ...(signIn.password && { password: place(signIn.password) }),
      };
    case 'workloadIdentity':
      return { ...signIn, tokenFile: resolve(signIn.tokenFile) };
    default:
      return signIn;
  }
}

function isSecretPlace(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  if (hasOnly(value, 'env')) return /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(stringMember(value, 'env') ?? '');
  return hasOnly(value, 'file') && isPath(stringMember(value, 'file'));
}

function isPath(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && text.length <= MAX_PATH && !/\p{Cc}/u.test(text);
}

function hasOnly(object: JsonObject, name: string): boolean {
  const names = Object.keys(object);
  return names.length === 1 && names[0] === name;
}

function pick(json: JsonObject, name: string): JsonObject {
  const value = member(json, name);
  return value === undefined ? {} : { [name]: value };
}
