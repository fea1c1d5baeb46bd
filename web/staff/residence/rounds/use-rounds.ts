import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { SignRound } from '#server/residence/rounds/rounds.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Offline } from '../../../ui/api/problem.ts';
import { useKept } from '../use-kept.ts';
import type { Walk } from './walk.ts';

const patienceMs = 10_000;

const noWalk: Walk = {};
const noRounds: readonly SignRound[] = [];
const isNoWalk = (walk: Walk) => Object.keys(walk).length === 0;
const isNoRounds = (rounds: readonly SignRound[]) => rounds.length === 0;

/** The walk on this device: what was tapped survives a crash, what was signed is sent as soon as there is a network, each round once. */
export function useRounds(unitId: string) {
  const queries = useQueryClient();
  const { value: walk, keep: keepWalk } = useKept(`walk:${unitId}`, noWalk, isNoWalk);
  const { value: unsent, keep: keepUnsent, isRecalled } = useKept('rounds-unsent', noRounds, isNoRounds);
  const [failure, setFailure] = useState<unknown>();
  const send = useCallback(
    async (rounds: readonly SignRound[]) => {
      let left = rounds;
      try {
        for (const round of rounds) {
          await api.post('/residence/rounds', undefined, round);
          left = left.filter(({ id }) => id !== round.id);
        }
        setFailure(undefined);
      } catch (error) {
        setFailure(error instanceof Offline ? undefined : error);
      }
      if (left !== rounds) {
        await keepUnsent(left);
        await queries.invalidateQueries({ queryKey: ['residence', 'watches'] });
      }
    },
    [keepUnsent, queries],
  );
  useEffect(() => {
    if (!isRecalled || unsent.length === 0) return undefined;
    const again = () => void send(unsent);
    const timer = setInterval(again, patienceMs);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isRecalled, unsent, send]);
  const sign = async (round: SignRound) => {
    const rounds = [...unsent, round];
    // Kept before the walk is cleared: a crash between the two repeats taps, it loses none.
    await keepUnsent(rounds);
    await keepWalk(noWalk);
    await send(rounds);
  };
  return { walk, keepWalk, unsent, sign, failure };
}
