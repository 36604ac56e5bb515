import { printable } from '../core/text/printable';
import { readSignInFile } from '../signIn/readSignInFile';
import type { DeviceCode, SignInEffects } from '../signIn/signInEffects';
import { DEVICE_CODE_WARNING } from '../signIn/signInEffects';
import { systemClock } from '../tenant/clock';
import { NotSentError } from '../tenant/errors';
import type { Transport } from '../tenant/transport';
import { openBrowser } from './openBrowser';
import type { Terminal } from './terminal/terminal';

/** Prints a message that is not part of a command's results. */
type Say = (text: string) => Promise<void>;

/** Reads the secrets and files that a connection refers to. */
type SignInSecrets = Pick<SignInEffects, 'readFile' | 'secretOf'>;

/**
 * Reads the secrets of connections from files or the named environment variables, and nothing else from the
 * environment.
 */
export function signInSecrets(env: Terminal['env'], say: Say): SignInSecrets {
  const readFile: SignInEffects['readFile'] = async (path, purpose) => {
    const { bytes, isReadableByOthers } = await readSignInFile(path, purpose);
    // The platform writes this token, which expires soon
    if (isReadableByOthers && purpose !== 'token of the workload identity')
      await say(printable(`Warning: other users of this machine can read ${path}. Run: chmod 600 ${path}`));
    return bytes;
  };
  return {
    readFile,
    secretOf: async (place, purpose) => {
      if ('env' in place) return ofOneLine(fromVariable(env, place.env, purpose), `The value of ${place.env}`, purpose);
      const secret = withoutNewline(decode(await readFile(place.file, purpose), place.file, purpose));
      if (secret === '') throw missing(`The file ${place.file} is empty.`, `Put the ${purpose} into it.`);
      return ofOneLine(secret, `The file ${place.file}`, purpose);
    },
  };
}

/** The effects for signing in from this process. */
export function signInEffects(env: Terminal['env'], say: Say, transport: Transport): SignInEffects {
  return {
    ...signInSecrets(env, say),
    clock: systemClock,
    transport,
    warn: (message) => void say(`Warning: ${message}`),
    onDeviceCode: ({ code, address }: DeviceCode) =>
      void say(printable(`To sign in, open ${address} and enter the code ${code}. ${DEVICE_CODE_WARNING}`)),
    openBrowser: async (url) => {
      await say(printable(`Sign in in the browser. If it does not open, go to: ${url}`));
      openBrowser(url);
    },
  };
}

function fromVariable(env: Terminal['env'], name: string, purpose: string): string {
  // Inherited members such as "constructor" are not variables
  const set = Object.hasOwn(env, name) ? env[name] : undefined;
  const value = withoutNewline(set ?? '');
  if (value !== '') return value;
  const state = set === undefined ? 'not set' : 'empty';
  throw missing(`The environment variable ${name} is ${state}.`, `Set it to the ${purpose}, then try again.`);
}

/** Checks that a secret has one line. A file with more lines is the wrong file, whose content must not be sent. */
function ofOneLine(secret: string, place: string, purpose: string): string {
  if (!/[^\r\n][\r\n]+[^\r\n]/.test(secret)) return secret;
  throw missing(`${place} has several lines, but a ${purpose} has only one.`, `Keep only the ${purpose} there.`);
}

function decode(bytes: Uint8Array, path: string, purpose: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw missing(`${path} is not UTF-8 text.`, `Save the ${purpose} as UTF-8 text.`, error);
  }
}

/** Removes the final line break that editors and `echo` add, which is not part of the secret. */
function withoutNewline(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function missing(message: string, remedy: string, cause?: unknown): NotSentError {
  return new NotSentError(message, { remedy: `Nothing was sent. ${remedy}`, cause });
}
