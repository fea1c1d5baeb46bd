import { del, get, post, type Route } from '#server/platform/index.ts';
import { acceptOffer, declineOffer, listOffers, listWishes, wishEarlier, withdrawWish } from './answer-offer.action.ts';
import { AppointmentPath, OfferPath, Offers, WishEarlier, Wishes, WishPath } from './earlier-times.contract.ts';

const may = 'schedule.write';

export const routes: readonly Route[] = [
  get('/earlier-wishes', { may, reply: Wishes, summary: 'Who would come earlier, in the order in which they asked' }, listWishes),
  post('/appointments/:appointmentId/earlier-wish', { may, params: AppointmentPath, body: WishEarlier, summary: 'Somebody would come earlier' }, wishEarlier),
  del('/earlier-wishes/:wishId', { may, params: WishPath, summary: 'The appointment shall stay where it is' }, withdrawWish),
  get('/slot-offers', { may, reply: Offers, summary: 'Freed times, with whom to ask and how' }, listOffers),
  post('/slot-offers/:offerId/acceptance', { may, params: OfferPath, summary: 'Yes: the appointment moves to the freed time' }, acceptOffer),
  post('/slot-offers/:offerId/refusal', { may, params: OfferPath, summary: 'No: the next who suits is asked' }, declineOffer),
];
