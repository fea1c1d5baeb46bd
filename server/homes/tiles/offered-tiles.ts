import { assessments } from '#server/assessments/index.ts';
import { audit } from '#server/audit/index.ts';
import { billing } from '#server/billing/index.ts';
import { careplans } from '#server/careplans/index.ts';
import { caseloads } from '#server/caseloads/index.ts';
import { charting } from '#server/charting/index.ts';
import { desk } from '#server/desk/index.ts';
import { disclosures } from '#server/disclosures/index.ts';
import { documents } from '#server/documents/index.ts';
import { groups } from '#server/groups/index.ts';
import { identity } from '#server/identity/index.ts';
import { observations } from '#server/observations/index.ts';
import type { Module, Tile } from '#server/platform/index.ts';
import { privacy } from '#server/privacy/index.ts';
import { programs } from '#server/programs/index.ts';
import { residence } from '#server/residence/index.ts';
import { reviews } from '#server/reviews/index.ts';
import { scheduling } from '#server/scheduling/index.ts';
import { teams } from '#server/teams/index.ts';
import { together } from '#server/together/index.ts';

const offering: readonly Module[] = [
  identity,
  audit,
  privacy,
  programs,
  teams,
  scheduling,
  residence,
  charting,
  observations,
  documents,
  assessments,
  careplans,
  groups,
  together,
  billing,
  desk,
  disclosures,
  caseloads,
  reviews,
];

/** Every tile that a context offers, by its code. */
export const offeredTiles: ReadonlyMap<string, Tile> = new Map(offering.flatMap(({ tiles = [] }) => tiles.map((tile) => [tile.code, tile])));
