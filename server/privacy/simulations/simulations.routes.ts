import { post } from '#server/platform/index.ts';
import { simulate } from './simulate.action.ts';
import { SimulationAsked, SimulationParams, SimulationReply } from './simulations.contract.ts';

/** What if: for those who review. */
export const simulationRoutes = [
  post(
    '/patients/:patientId/simulations',
    {
      may: 'privacy.review',
      params: SimulationParams,
      body: SimulationAsked,
      reply: SimulationReply,
      summary: 'What would be decided for an actor, recipient, purpose and moment; nothing is kept or released',
    },
    simulate,
  ),
];
