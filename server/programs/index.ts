import { permission, type Module } from '#server/platform/index.ts';
import { episodesRoutes } from './episodes/episodes.routes.ts';
import { episodeEvents } from './events.ts';
import { levelsOfCareRoutes } from './levels-of-care/levels-of-care.routes.ts';
import { programsRoutes } from './programs/programs.routes.ts';
import { standardsRoutes } from './standards/standards.routes.ts';
import { stayTiles } from './episodes/stay-tiles.store.ts';

export { changeClinician } from './episodes/change-clinician.action.ts';
export type { EpisodeStateName } from './episodes/episode.ts';
export { openEpisodeIn } from './episodes/episodes.store.ts';
export { openEpisode } from './episodes/open-episode.action.ts';
export { admitEpisode, dischargeEpisode, screenEpisode } from './episodes/take-step.action.ts';
export { carryStay } from './moves/carry-stay.action.ts';
export { mayTakeBack, moveReasons } from './moves/move.rules.ts';
export type { Carrier, Effect, Move, MoveKind, Receipt } from './moves/move.ts';
export { timeZoneOfProgram } from './moves/moves.store.ts';
export { moveOf, planMove } from './moves/plan-move.action.ts';
export { levelOfCare, levelsOfCare, type LevelOfCare } from './levels-of-care/level-of-care.ts';
export type { ProgramId, ProgramViews } from './programs/program.ts';
export { programName, programNames } from './programs/programs.store.ts';

export { standardOfLevel } from './standards/standard.ts';
export { standardOf } from './standards/keep-standard.action.ts';
export { neededDocuments } from './standards/standard.ts';

/** The context `programs`: units that treat people, and people's stays in them. */
export const programs: Module = {
  name: 'programs',
  routes: [...programsRoutes, ...levelsOfCareRoutes, ...standardsRoutes, ...episodesRoutes],
  jobs: [],
  permissions: [
    permission('program.read', 'See programs and their stays'),
    permission('program.write', 'Set up programs and record their status under 42 CFR Part 2'),
    permission('episode.write', 'Refer, screen, admit and discharge'),
  ],
  tiles: stayTiles,
  events: episodeEvents,
};
