/** The one door of the platform: nothing here knows of medicine or billing. */
export { action, type Action, type ActionOptions } from './action/action.ts';
export { nobody, systemActor, type Actor, type Purpose } from './action/actor.ts';
export { within, type DomainEvent, type Origin, type Touch, type Tx } from './action/tx.ts';
export { readConfig, settings, WrongSetting, type Config } from './config/config.ts';
export { openDatabase, type Database } from './database/database.ts';
export { listen, type Listening } from './database/listen.ts';
export { applicationUrl, migrate, type MigrationOptions } from './database/migrate.ts';
export {
  printedAlready,
  printedCode,
  printedList,
  printedMoment,
  printedNumber,
  printedObject,
  printedOrNull,
  PrintedRows,
  printedText,
  printedTextUnlessEmpty,
} from './database/print-rows.ts';
export { perform, type Circumstances } from './database/transaction.ts';
export type { Workshop } from './database/workshop.ts';
export { openAttachments, type Attached, type Attachment } from './documents/attach-pages.ts';
export { printPdf, type PrintedDocument } from './documents/print-pdf.ts';
export { files, type NewFile, type StoredFile } from './files/files.ts';
export { seal, unseal } from './files/sealing.ts';
export { type Caller, type ResolveCaller } from './http/handler.ts';
export type { LiveDoor, LiveParts, LiveRoom, LiveSocket, Visitor } from './http/live.ts';
export { openApi } from './http/openapi.ts';
export { Answer, bytes, del, get, patch, post, put, type Bytes, type OnTheWire, type Route, type Upload } from './http/route.ts';
export { buildServer, type ServerParts } from './http/server.ts';
export { id, newId, type Id } from './ids/id.ts';
export { job, longJob, type Job, type Outside } from './jobs/job.ts';
export { Subscriptions } from './jobs/subscriptions.ts';
export { runJob, startWorkers, type Workers } from './jobs/worker.ts';
export { openLog } from './logging/log.ts';
export { handOver, mail, type Letter } from './mail/mail.ts';
export { permission, type Module, type Permission } from './module.ts';
export { addCents, cents, formatCents, type Cents } from './money/cents.ts';
export { Forbidden, Invalid, NotFound, NotSignedIn, Refused, refuseIf, Unavailable, type FieldFault, type Obstacle } from './refused/refused.ts';
export { tileRow, tileRows, type Tile, type TileFigure, type TileRow, type TileSum } from './tiles/tile.ts';
export { machineClock, VirtualClock, type Clock } from './time/clock.ts';
