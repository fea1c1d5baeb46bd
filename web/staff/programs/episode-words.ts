import type { z } from 'zod';
import { AdmitEpisode, DeclineEpisode, DischargeEpisode, ScreenEpisode, type Episode } from '#server/programs/episodes/episodes.contract.ts';

type EpisodeReply = z.infer<typeof Episode>;
export type EpisodeStep = EpisodeReply['next'][number];

const asWords = (codes: readonly string[]) => codes.map((code) => ({ code, says: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ') }));

/** Each step of a stay: its button, its contract, and the reasons it asks for. */
export const stepWords = {
  screening: { button: 'Screen', contract: ScreenEpisode, reasons: [] },
  admission: { button: 'Admit', contract: AdmitEpisode, reasons: [] },
  discharge: { button: 'Discharge', contract: DischargeEpisode, reasons: asWords(DischargeEpisode.shape.reason.options) },
  declination: { button: 'Decline', contract: DeclineEpisode, reasons: asWords(DeclineEpisode.shape.reason.options) },
} as const satisfies Record<EpisodeStep, object>;

/** How far a stay has come, with its days. */
export function episodeLine(episode: EpisodeReply, day: (date: string) => string): string {
  const parts = [
    `referred ${day(episode.referredOn)}`,
    episode.screenedOn && `screened ${day(episode.screenedOn)}`,
    episode.admittedOn && `admitted ${day(episode.admittedOn)}`,
    episode.endedOn && `${episode.state} ${day(episode.endedOn)}`,
    episode.endReason?.replaceAll('-', ' '),
  ];
  const line = parts.filter(Boolean).join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
