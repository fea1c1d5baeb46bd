import { action } from '#server/platform/index.ts';
import { loadOf } from './load.rules.ts';
import { weights } from './load.ts';
import { chargesOf, clinicians } from './loads.store.ts';

const nobody = { id: null, name: 'Nobody leads', credential: null };

/** Caseloads of a program: each colleague with their people, and those whom nobody leads. */
export const showLoads = action('caseload.show', async (tx, { programId }: { programId: string }) => {
  const [charges, colleagues] = [await chargesOf(tx, programId), await clinicians(tx, programId)];
  tx.touch({ kind: 'caseload', programId, patientId: [...new Set(charges.map(({ patientId }) => patientId))] });
  const of = (staffId: string | null) => charges.filter((charge) => charge.staffId === staffId);
  const items = [...(of(null).length > 0 ? [nobody] : []), ...colleagues].map(({ id, name, credential }) => ({
    staffId: id,
    name,
    credential,
    ...loadOf(of(id), weights),
    people: of(id).map(({ staffId: _of, ...charge }) => charge),
  }));
  const loads = items.filter(({ staffId, patients }) => staffId !== null && patients > 0).map(({ load }) => load);
  return { items, average: loads.length === 0 ? 0 : Math.round((10 * loads.reduce((sum, load) => sum + load, 0)) / loads.length) / 10 };
});
