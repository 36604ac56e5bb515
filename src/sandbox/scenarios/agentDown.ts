import type { Scenario } from './scenario';

/** Source for the code: Entra, cloud sync error codes. The text is ours. */
const NO_AGENT = {
  code: 'HybridIdentityServiceNoActiveAgents',
  message: 'No active agent was found for the domain. Check that the provisioning agent runs on its server.',
};

export const agentDown: Scenario = {
  name: 'agent-down',
  title: 'Agent Down',
  summary: 'The agent of Active Directory does not answer: uploads pile up, then quarantine.',
  description:
    'For the job to on-premises Active Directory: its provisioning agent does not answer, so uploads are accepted, nothing reaches the log, and the job goes into quarantine.',
  flavour: 'API2AD',
  effects: { obstacle: NO_AGENT },
};
