import { del, put, type Route } from '#server/platform/index.ts';
import { BedPath } from '../places/places.contract.ts';
import { ResidencyPath } from '../residencies/residencies.contract.ts';
import { releaseBed, reserveBed } from './keep-reservations.action.ts';
import { cancelTransfer, planTransfer } from './keep-transfers.action.ts';
import { PlanTransfer, ReserveBed } from './plans.contract.ts';

const may = 'residence.write';

export const routes: readonly Route[] = [
  put('/residence/residencies/:residencyId/transfer', { may, params: ResidencyPath, body: PlanTransfer, summary: 'Plan a move' }, planTransfer),
  del('/residence/residencies/:residencyId/transfer', { may, params: ResidencyPath, summary: 'Call a planned move off' }, cancelTransfer),
  put('/residence/beds/:bedId/reservation', { may, params: BedPath, body: ReserveBed, summary: 'Keep a bed for somebody expected' }, reserveBed),
  del('/residence/beds/:bedId/reservation', { may, params: BedPath, summary: 'Keep a bed for nobody any longer' }, releaseBed),
];
