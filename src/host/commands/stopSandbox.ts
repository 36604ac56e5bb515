import { commandIds } from '../contributions';
import { defineCommand } from './command';

export const stopSandbox = defineCommand(commandIds.stopSandbox, 'Stop Sandbox Tenant', (services) =>
  services.sandbox.stop(),
);
