import { clouds } from '../../tenant/clouds';
import type { SignInContext } from '../signInContext';
import { SignInLine } from './signInLine';

/** A line that only reaches the sign-in service of the connection's cloud. */
export function cloudLine({ file, effects }: SignInContext): SignInLine {
  const { signInHosts } = clouds[file.cloud];
  return new SignInLine({
    transport: effects.transport,
    mayReach: ({ protocol, host, username, password }) =>
      protocol === 'https:' && signInHosts.includes(host) && username === '' && password === '',
  });
}
