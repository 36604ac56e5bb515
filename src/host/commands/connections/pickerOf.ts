import { describedSecret } from '../../../connections/adding/describedFile';
import type { PickInTenant } from '../../connections/adding/pickInTenant';
import { pickInTenant } from '../../connections/adding/pickInTenant';
import { keepingTokens } from '../../connections/keepingTokens';
import { tenantEffects } from '../../connections/tenantEffects';
import { relayed, say } from '../../messages/say';
import { refuseUntrusted } from '../../sending/refuseUntrusted';
import type { Services } from '../../services';

/** Lists the content of a tenant with the secret that was just entered and is not stored yet. */
export function pickerOf(services: Services): PickInTenant {
  return pickInTenant(
    (answers) => {
      refuseUntrusted();
      return keepingTokens(
        tenantEffects({
          secretOf: () => Promise.resolve(describedSecret(answers)?.value ?? ''),
          notices: services.notices,
        }),
      );
    },
    ({ message, remedy }) => void services.notices.fail(say`${relayed(message)} ${relayed(remedy)}`),
  );
}
