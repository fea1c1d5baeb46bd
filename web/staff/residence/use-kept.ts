import { useCallback, useEffect, useRef, useState } from 'react';
import { append, forget, recall } from '../../ui/journal/journal-store.ts';
import { useMe } from '../identity/session.ts';

const device = 'residence';

/** Something that is being written on this device: kept in its journal until it is empty again, for whoever wrote it. */
export function useKept<Value>(document: string, empty: Value, isEmpty: (value: Value) => boolean) {
  const owner = useMe().staff.id;
  const [value, setValue] = useState(empty);
  const [isRecalled, setRecalled] = useState(false);
  const isTouched = useRef(false);
  useEffect(() => {
    void recall(document, owner)
      .then((lines) => {
        const last = lines.at(-1);
        // What was written before the journal answered stands.
        if (last && !isTouched.current) setValue(JSON.parse(last.text) as Value);
      })
      .finally(() => setRecalled(true));
  }, [document, owner]);
  const keep = useCallback(
    async (next: Value): Promise<void> => {
      isTouched.current = true;
      setValue(next);
      if (isEmpty(next)) await forget(document);
      else await append([{ document, owner, device, key: 'all', text: JSON.stringify(next), base: '', baseVersion: 0, sequence: 0 }]);
    },
    [document, owner, isEmpty],
  );
  return { value, keep, isRecalled };
}
