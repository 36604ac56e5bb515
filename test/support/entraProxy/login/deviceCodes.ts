import { randomBytes } from 'node:crypto';
import type { ServiceAnswer } from '../serviceAnswer';
import type { Switches } from '../switches';
import { declined, refuse } from './refusals';

/** The codes that wait for a person at another device. */
export interface DeviceCodes {
  begin(): ServiceAnswer;
  /** `undefined` once the person has approved. */
  refuse(code: string | null, now: number): ServiceAnswer | undefined;
}

/** Seconds between two questions of the client: as short as the protocol can say. */
const INTERVAL = 1;
const LIFETIME = 900;

export function createDeviceCodes(switches: Switches): DeviceCodes {
  const asked = new Map<string, number>();
  return {
    begin() {
      const deviceCode = randomBytes(24).toString('base64url');
      const userCode = randomBytes(5).toString('hex').slice(0, 9).toUpperCase();
      asked.set(deviceCode, 0);
      const verification = 'https://microsoft.com/devicelogin';
      return {
        status: 200,
        json: {
          device_code: deviceCode,
          user_code: userCode,
          verification_uri: verification,
          expires_in: LIFETIME,
          interval: INTERVAL,
          message: `To sign in, use a web browser to open the page ${verification} and enter the code ${userCode} to authenticate.`,
        },
      };
    },
    refuse(code, now) {
      const times = asked.get(code ?? '');
      if (times === undefined || switches.deviceCode === 'let expire') return refuse(70020, now);
      asked.set(code ?? '', times + 1);
      if (switches.deviceCode === 'decline') return declined();
      // Nobody is so quick that the first question finds the code approved
      if (switches.deviceCode === 'wait' || times === 0) return refuse(70016, now);
      asked.delete(code ?? '');
      return undefined;
    },
  };
}
