import type { Uri } from 'vscode';
import type { Preparation } from '../../sending/preparation';
import { paceTime } from '../../tenant/sending/throttle';
import type { Services } from '../services';
import { keptRun } from './kept/keptRun';

/** Shows the page of a prepared plan in full, with figures and names. */
export async function showPlan({ planPages }: Services, preparation: Preparation): Promise<Uri> {
  const { run, file, facts, findings } = preparation;
  return planPages.show(run, file.source.name, async () =>
    (await import('../../sending/summary/planPage')).planPage({ facts, findings, ms: paceTime(facts.requests) }),
  );
}

/** Shows the stored part of a run's plan. */
export async function showKeptPlan(services: Services, id: string): Promise<void> {
  const { plan } = await keptRun(services, id);
  await services.planPages.show(id, plan.source.name, async () => {
    const { state } = await keptRun(services, id);
    return (await import('../documents/pages/keptPlanPage')).keptPlanPage(plan, state);
  });
}
